# The pane with the text of the file.

text-heading = Text of { $file }
# Where the caret is.
text-place = line { $line }, column { $column }
# What was typed is still to be read.
text-waits = Not in the picture yet
# How to leave the field by keys, since Tab is typed into it.
text-way-out = Esc: out of the text
text-not-utf-8 = Not in UTF-8, so it can only be read here
# A sign: what the pointer says of it, and what a screen reader calls it.
text-close-hover = Close
text-close = Close the text
# What a screen reader calls the field and the bars at its edges.
text-field = Text of the file
text-scroll = Scroll the text
text-scroll-sideways = Scroll the text sideways
# A notice.
text-typed-is-gone = What was typed last is gone: the same place has changed meanwhile
