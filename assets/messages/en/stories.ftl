# The panel of stories and their steps.

## The panel: src/ui/stories/mod.rs

stories-heading = Stories
# A sign: what the pointer says of it, and what a screen reader calls it.
stories-close-hover = Close (L)
stories-close = Close the stories
# A link.
stories-new = New story
stories-no-steps = No steps yet. Bring into view what the class shall see, and press V.
# What a screen reader calls the field.
stories-story-title = Title of the story

## While there is no story: src/ui/stories/foot.rs

stories-what-one-is = A story is a lesson in steps: an event, a stretch of time, a quotation, one after the other, each with notes for you.
stories-how-to-begin = Bring into view what the class shall see first, and record it. The steps are kept in the file.
stories-record-first = Record this view as the first step

## Below the steps: src/ui/stories/foot.rs

# A button, what a screen reader calls it, and what it says when the pointer rests on it.
stories-present = Present
stories-present-it = Present { $title }
stories-present-hover = Present { $title } (F5)
stories-record = Record this view
stories-record-hover = Add a step that shows what is in view now (V)
stories-phone-notes = Notes for the phone…
stories-phone-notes-hover = One page to take along
stories-present-events = Present the events that show
stories-present-events-hover = Go through them in order of time, from the selected one on (Shift+F5)
# Beside what was deleted.
stories-undo = Undo
stories-undo-it = Undo: { $what }

## Menus of a story and of a step: src/ui/stories/foot.rs, step.rs

stories-more-for-story = More for { $title }
stories-more-for-step = More for step { $number }
stories-rename = Rename
stories-duplicate = Duplicate
stories-edit-all = Edit all fields
stories-delete = Delete
stories-present-from-here = Present from here
stories-edit-note = Edit the note
stories-move-up = Move up
stories-move-down = Move down

## A step: src/ui/stories/step.rs, sign.rs, words.rs

# What a screen reader calls a step, and its parts; says: its title, its date, what it shows.
stories-step = Step { $number }: { $says }
stories-step-title = Title of step { $number }
stories-step-note = Note of step { $number }
stories-note-hint = Notes for you; the class does not see them
stories-drag-step = Drag step { $number }
# What a step shows, among other things that are said of it.
stories-sign-window = a stretch of time
stories-sign-links = with its links
stories-sign-series = figures
stories-sign-excerpt = a quotation
# Short lengths of time.
stories-seconds = { $count } s
stories-minutes = { $count } min
# Titles of steps that have none.
stories-look-around = A look around
stories-missing-event = Missing event
stories-and-more = { $title } and { $count } more
stories-not-in-file = not in the file: { $ids }

## What changes are called in “Undo: …”: src/ui/stories/changes.rs, field.rs

# The title of a story within a sentence, quoted where the language has it so.
stories-title = { $title }
stories-step-of = step { $number } of { $story }
# What: a story, or a step as above.
stories-rename-it = rename { $what }
stories-move-it = move { $what }
stories-duplicate-it = duplicate { $what }
stories-delete-it = delete { $what }
stories-change-note = change the note of { $step }
# What was deleted, beside the way back.
stories-step-deleted = Step { $number } is deleted.
stories-story-deleted = “{ $story }” is deleted.
