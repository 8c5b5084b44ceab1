# Small parts of sentences, the same wherever they stand.

words-events = { $count ->
    [one] { $count } event
   *[other] { $count } events
}
words-steps = { $count ->
    [one] { $count } step
   *[other] { $count } steps
}
words-pages = { $count ->
    [one] { $count } page
   *[other] { $count } pages
}

## widgets.rs

words-find-in-list = Find in the list
words-named-events = { $name }, { $events }

## inspector.rs

words-close = Close
