# What is said aloud for screen readers.

## aloud.rs

# Where an event stands among those of its lane that are shown.
aloud-event = event { $place } of { $count } in { $lane }, { $event }
# An event that does not match the filter and is drawn faintly all the same.
aloud-faded = does not match, { $lane }, { $event }
aloud-nothing-selected = Nothing is selected.
aloud-filter = { $events } of { $all } match.
aloud-all = All { $events } are shown.
