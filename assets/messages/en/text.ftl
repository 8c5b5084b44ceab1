# The pane with the text of the file.

