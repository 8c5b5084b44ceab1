# The canvas: lanes, marks, what is said of them.

## canvas.rs

canvas-show-matching = { $count ->
    [one] Show the event that matches
   *[other] Show the { $count } events that match
}
# The list of the events on the canvas.
canvas-events = Events in view
canvas-article = Article
canvas-name = Timeline, { $count } events shown, { $stretch }
canvas-overview = Overview of the whole timeline
canvas-fit = fit

## regions.rs

canvas-more = and { $count } more
