# Changes to the timeline, and what they are called.

editing-undone = Undone: { $what }
editing-done-again = Done again: { $what }

## editing.rs

editing-gone = The file is no longer on the disk. What shows here is all there is of it; save to write it anew.
editing-no-utf-8 = This file is not in UTF-8, so it cannot be edited here. Save it as UTF-8 in an editor first.
editing-merged = The file has changed on the disk; both changes are in here now
editing-bring-in = bring in the changes on the disk
editing-choose = choose between two changes
editing-take-up = take up unsaved changes

## editing.rs

editing-on-disk = changes on the disk
## What is changed. These stand within sentences.

# A title of an entry, quoted where the language has it so.
editing-title = { $title }
editing-categories = categories
editing-actors = actors
editing-eras = eras
editing-sources = sources
editing-events = events
editing-all-series = series
editing-stories = stories
editing-the-timeline = the timeline
editing-the-entry = the entry
# A place in the file: an id and the way from there, such as .links.2
editing-at = `{ $id }`{ $path }
editing-at-entry = entry { $number } of `{ $list }`{ $path }

## What changes are called in "Undo: …": src/state/naming.rs

editing-change = change { $what }
editing-delete = delete { $what }
editing-take-away = take away { $what }
editing-add-to = add to { $what }
editing-reorder = reorder { $what }
editing-add = add { $what }
editing-duplicate = duplicate { $what }
editing-rename = rename { $from } to { $to }
editing-change-title = change the timeline’s title
editing-edit-text = edit the text
editing-change-entries = change { $count } entries
# A field of an entry, or of several: "the date of Plaza Accord".
editing-place = the { $field } of { $of }

## Fields, as they are called within a sentence.

editing-field-title = title
editing-field-title-ja = Japanese title
editing-field-title-kana = reading in kana
editing-field-name = name
editing-field-when = date
editing-field-category = category
editing-field-actors = actors
editing-field-significance = significance
editing-field-summary = summary
editing-field-excerpts = excerpts
editing-field-sources = sources
editing-field-links = links
editing-field-id = id
editing-field-source = source
editing-field-paragraph = paragraph
editing-field-quote = quote
editing-field-stance = stance
editing-field-to = to
editing-field-kind = kind
editing-field-author = author
editing-field-date = date
editing-field-url = url
editing-field-text = text
editing-field-gists = gists
editing-field-checked = checked
editing-field-color = color
editing-field-shape = shape
editing-field-unit-ja = Japanese unit
editing-field-unit = unit
editing-field-points = points
editing-field-steps = steps
editing-field-event = event
editing-field-events = events
editing-field-show = show
editing-field-series = series
editing-field-excerpt = excerpt
editing-field-window = window
editing-field-filter = filter
editing-field-note = note
editing-field-seconds = seconds
editing-field-other = { $name }

## On the canvas: src/ui/hands.rs

editing-move = move { $what }
editing-add-event-in = add an event in { $date }
# What a new entry is called until somebody gives it a title; what: one of the kinds above.
editing-new = New { $what }
editing-no-date = There is no date in the middle of what is in view.

## Why an edit cannot be made: src/document/edit/mod.rs. No full stop: what shows them adds it.

editing-not-there = expected { $what } in the file, but it is not there any more
editing-broken = the brackets around { $what } are not right; mend them in the text first
editing-taken = expected an id that no other entry has, but `{ $id }` is taken
editing-overlap = these changes touch the same place; make them one after the other
editing-not-read = this cannot be written so that it is read as it is meant; the file has not been changed

## Why what is typed cannot stand there: src/document/edit/typed.rs. No full stop here either.

editing-expected-id = expected a short name that no other entry has
editing-expected-part = expected one of its parts, such as links.1.kind
editing-expected-colour = expected # and six digits from 0 to F
editing-expected-address = expected an address that begins with http:// or https://
editing-expected-number-from = expected a whole number from { $least }
editing-expected-number = expected a whole number from { $least } to { $most }
editing-expected-one-of = expected one of { $names }
# What: a kind of entry, such as actor.
editing-no-such = no { $what } has the id { $id }
editing-did-you-mean = did you mean { $near }?
editing-refused = Not changed: { $why }.
