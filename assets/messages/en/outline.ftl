# The events by decade and year, beside the canvas.

## outline/mod.rs

outline-heading = Outline
outline-close = Close the outline
# Nothing matches the filter.
outline-empty = No events to list.

## outline/row.rs

# A row that opens, for screen readers.
outline-group = { $name }, { $events }
# A source in which the event is quoted.
outline-quoted = { $source }, ¶ { $paragraph }
