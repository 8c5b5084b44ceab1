# The form in which entries are written.

## The panel: src/ui/editor/mod.rs

# A heading, and what a link to an entry does; what: a kind of entry, several events, or a title.
editor-edit = Edit { $what }
# A link.
editor-back = ‹ Back
editor-other-entries = Other entries
# Buttons, and what they say when the pointer rests on them; what: the name of a change.
editor-undo = Undo
editor-redo = Redo
editor-undo-hover = Undo: { $what }
editor-redo-hover = Redo: { $what }
editor-entry-kept = This entry cannot be read now; what shows is how it was before. Mend it in the text.
editor-entry-gone = This entry is not in the text.

## Labels over fields, and at the same time what a screen reader calls the fields: src/ui/editor/words.rs

editor-title = Title
editor-title-ja = Japanese title
editor-title-kana = Reading in kana
editor-name = Name
editor-name-ja = Japanese name
editor-when = When
editor-category = Category
editor-significance = Significance
editor-actors = Actors
editor-summary = Summary
editor-excerpts = Excerpts
editor-sources = Sources
editor-links = Connected events
editor-id = Id
editor-quote = Quote
editor-paragraph = Paragraph
editor-stance = Stance
editor-to = Event
editor-kind = Kind
editor-author = Author
editor-date = Date
editor-url = Web address
editor-gists = What its paragraphs say
editor-checked = Somebody has looked it up
editor-color = Colour
editor-shape = Shape
editor-unit-ja = Japanese unit
editor-unit = Unit
editor-points = Points
editor-steps = Steps
# Where an excerpt is from.
editor-excerpt-source = From
editor-series-source = Where the figures are from
editor-source-text = File with the text
# Of a step of a story.
editor-step-title = Title of its own
editor-step-title-ja = Japanese title of its own
editor-step-event = Event
editor-step-events = Further events
editor-step-show = What the class sees
editor-step-series = Figures
editor-step-excerpt = Which quotation
editor-step-window = Stretch of time
editor-step-filter = Around it (a search)
editor-step-note = Note
editor-step-seconds = Seconds it should take
# A field that the program has no label for.
editor-unknown-field = { $name }
# What a screen reader calls a field of an excerpt or a step; member: such as excerpt 2.
editor-field-in = { $field }, { $member }
# A member of a list in an entry: “excerpt 2”; English gives it a capital where it is a heading.
editor-numbered = { $what } { $number }

## Choices. English gives most of them a capital where they stand alone.

# How a link is to be read, from this event to the other.
editor-led-to = led to
editor-response-to = response to
editor-amended-by = amended by
editor-replaced-by = replaced by
editor-part-of = part of
editor-follows = follows
editor-recalls = recalls
editor-see-also = see also
# What the class sees of a step.
editor-shows-event = the event
editor-shows-window = a stretch of time
editor-shows-links = the event, then what it is linked with
editor-shows-series = figures as a line
editor-shows-excerpt = one quotation
# What an excerpt does to what the summary says.
editor-supports = Supports
editor-disputes = Disputes
editor-context = Context
# What kind of text a source is.
editor-article = Article
editor-book = Book
editor-treaty = Treaty
editor-law = Law
editor-document = Document
editor-report = Report
editor-news = News
editor-speech = Speech
editor-dataset = Dataset
editor-web = Web
# The mark of a category.
editor-circle = Circle
editor-diamond = Diamond
editor-square = Square
editor-triangle = Triangle
editor-hexagon = Hexagon
editor-star = Star
# A name in the file that is none of these.
editor-unknown-choice = { $name }
# What shows while nothing is chosen: of what a step shows, of a shape, of a category.
editor-what-fits = What fits
editor-automatic = Automatic
editor-no-category = None
# What a screen reader calls a menu: its field, and what is chosen.
editor-field-says = { $field }: { $said }
# One of the five dots of significance.
editor-dot = { $field } { $dot } of 5

## Lists in an entry: src/ui/editor/cards.rs, links.rs, points.rs

# Spoken names of signs; what: a member of the list, or a title.
editor-remove = Remove { $what }
editor-move-up = Move { $what } up
editor-move-down = Move { $what } down
# Links and fields that add something; what: a kind of entry.
editor-add = Add { $what }
editor-add-in = Add { $what }, { $member }
# Adds an excerpt by its source, a step by its event.
editor-add-by = Add { $what }: its { $refers }
editor-new-excerpt = New excerpt from { $source }
editor-remove-new-excerpt = Remove the new excerpt
editor-new-quote = Quote, new excerpt
editor-new-quote-hint = Its words, to the letter
# Part of “paragraph 2”.
editor-a-paragraph = paragraph
editor-add-paragraph = Add a paragraph
editor-add-paragraph-hint = Add what the next paragraph says
# Part of “Remove the link to …”.
editor-the-link = the link to { $title }
editor-edit-event = Edit this event
editor-link-kind = Kind of the link to { $title }: { $kind }
editor-add-link = Add a connected event
editor-link-to-itself = An event cannot be linked to itself.
editor-add-point = Add a point
# Part of “When, point 3”.
editor-a-point = point
# Spoken names of the two fields of a point.
editor-point-when = When, { $point }
editor-point-figure = Figure, { $point }

## What is wrong with what is typed: src/ui/editor/check.rs, words.rs, form.rs, quotes.rs

editor-needed = { $field } is needed.
editor-id-taken = “{ $title }” has this id already.
editor-expected-figure = Expected a number such as 360 or 108.5.
editor-illegible = Not written as it should be. Mend it in the text.
# A complaint without a full stop, and what to do about it.
editor-reason = { $what }.
editor-reason-asking = { $what }. { $hint }
editor-reason-telling = { $what }. { $hint }.
editor-too-long = { $count } words; an excerpt has { $most } at most.
editor-not-in-article = Not in the article.
editor-not-in-paragraph = Not in paragraph { $number } of the article.
# Place: one of the two above.
editor-quote-elsewhere = { $place } It is in paragraph { $number }.
editor-quote-like = { $place } Did you mean “{ $like }”?

## Below the fields: src/ui/editor/foot.rs

# Buttons.
editor-save = Save
editor-duplicate = Duplicate
editor-delete = Delete
editor-all-saved = Everything is saved
# What refers to an entry: parts of the sentences below.
editor-users-events = { $count ->
    [one] { $count } event
   *[other] { $count } events
}
editor-users-stories = { $count ->
    [one] { $count } story
   *[other] { $count } stories
}
editor-users-series = { $count } series
editor-and = { $first } and { $second }
# The first where a single entry does.
editor-refers = { $users } refers to it
editor-refer = { $users } refer to it
# Users: one of the two above.
editor-goes-with-it = { $users }; what leads to it goes with it.
editor-cannot-delete = { $users }, so it cannot be deleted.
# The same where the pointer rests on the button.
editor-cannot-delete-hover = { $users }, so it cannot be deleted

## What will change: src/ui/editor/preview.rs

editor-changes = What will change in { $file }
editor-line = line { $line }
editor-more-lines = and { $count } more lines

## Several events: src/ui/editor/several.rs

# What the menu of categories shows while the events have several.
editor-several-categories = Several
editor-add-actor-to-all = Add an actor to all
# Names of changes in “Undo: …”; what: an actor, events: how many.
editor-add-to-events = add { $what } to { $events }
editor-take-from-events = take { $what } from { $events }

## What there is in the file: src/ui/editor/lists.rs

editor-edit-timeline = Edit the timeline
editor-nothing-selected = Select an event to edit it, or double-click on an empty place of the canvas to add one.
editor-add-event = Add an event
editor-timeline-title = Title of the timeline
editor-timeline-title-ja = Japanese title of the timeline
editor-nothing-found = Nothing by that name
