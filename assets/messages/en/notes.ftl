# Notes of a lesson on paper and for the phone.

## src/export/notes.rs

notes-no-steps = This story has no steps yet.
# Title of the page.
notes-title = { $title } – Notes
notes-steps = { $count ->
    [one] { $count } step
   *[other] { $count } steps
}
# What the class sees of a step, one of those that follow; then events that are not there.
notes-class-sees = The class sees: { $what }
notes-figures = figures, { $title }
notes-quotation = a quotation
notes-links = the event, then its links one by one
notes-stretch = a stretch of time
notes-this-stretch = a stretch of time, { $when }
notes-event = the event
notes-missing = Not in the file any more: { $events }
# Behind the source of a quotation that disputes the telling.
notes-disputed = disputed
# How long a step is meant to take: one of these, or several put together.
notes-hours = { $count } h
notes-minutes = { $count } min
notes-seconds = { $count } s
notes-duration = { $longer } { $shorter }
