# The panel that reads an event, its sources and its links, and the article.

## connections.rs

inspector-connected = Connected events
inspector-more = and { $count } more
inspector-relation = { $relation }, { $apart }

## inspector.rs

inspector-previous = ‹ Previous
inspector-next = Next ›
inspector-close = Close the event
inspector-significance = · significance { $level } of 5
inspector-kept = This entry cannot be read now. What shows is how it was before; the problems say what is wrong.
inspector-only-actor = Show the events of this actor only
inspector-in-article = Show in the article
inspector-supports = Supports
inspector-disputed = Disputed: see the summary
inspector-zoom = Zoom to it

## article.rs

inspector-close-article = Close the article
inspector-article = Article
inspector-articles = Article ▾
inspector-more-excerpts = and { $count } more excerpts
inspector-paragraph = Paragraph { $number }, { $count } excerpts

## sources.rs

inspector-sources = Sources
inspector-not-looked-up = {" "}(not yet looked up)
inspector-copy-citation = Copy citation ({ $style })
inspector-copy-other = Copy in another style
inspector-nothing-to-cite = There are no sources to cite.
inspector-copied-bibliography = { $count ->
    [one] Copied the bibliography of { $count } source, { $style }
   *[other] Copied the bibliography of { $count } sources, { $style }
}
inspector-copied-citations = { $count ->
    [one] Copied the citation of { $count } source, { $style }
   *[other] Copied the citations of { $count } sources, { $style }
}
