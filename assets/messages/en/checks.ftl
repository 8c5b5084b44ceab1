# What is wrong with a file, where, and what to do.

## How one is shown: the words before it

checks-error = error
checks-warning = warning
checks-note = note
checks-hint = hint
checks-one-more-error = … and 1 more error, beginning here
checks-more-errors = … and { $count } more errors, beginning here
checks-one-more-warning = … and 1 more warning, beginning here
checks-more-warnings = … and { $count } more warnings, beginning here

## The panel of problems

# "No problems in timeline.ron. 12 events could be read.", then perhaps the next two, which repeat what is said before them.
checks-summary = { $problems } in { $name }. { $events } could be read.
checks-summary-kept = { $count ->
    [one] { $said } { $count } that cannot is shown as it was before, ringed in red.
   *[other] { $said } { $count } that cannot are shown as they were before, ringed in red.
}
checks-summary-remarks = { $said } { $remarks }.
checks-problems = { $count ->
    [0] No problems
    [one] { $count } problem
   *[other] { $count } problems
}
checks-remarks = { $count ->
    [one] { $count } remark
   *[other] { $count } remarks
}

# A button, and its spoken name.
checks-close = Close
checks-close-name = Close the problems

# Buttons; the third and the fifth are their spoken names.
checks-copy-all = Copy all
checks-show = Show in the text
checks-show-line = Show line { $line } in the text
checks-open = Open in editor
checks-open-line = Open line { $line } in an editor

## The file as a whole

checks-too-large = expected at most 4 GiB but found { $bytes } bytes
checks-too-large-hint = share the events out among several files
checks-utf16 = expected a file in UTF-8 but found UTF-16
checks-not-utf8 = expected text in UTF-8 but found the byte { $byte } at offset { $offset }
checks-not-utf8-hint = in the editor choose Save as, then the encoding UTF-8

## Brackets, commas, quotation marks

# What is found is a word of the file, or one of the next two.
checks-expected = expected { $expected } but found { $found }
checks-found-end = the end of the file
checks-found-text = a text

# What is expected, for the sentence above.
checks-a-value = a value
checks-field-name = a field name such as `title:`
checks-top-field-name = a field name such as `events:`
checks-comma-or-round = `,` or `)`
checks-comma-or-square = `,` or `]`
checks-an-entry = an entry that begins with `(`
checks-one-bracket = an entry that begins with one `(`

# Whole sentences.
checks-missing-comma-hint = put a comma here
checks-unclosed-comment = expected `*/` to end the comment that begins here
checks-unopened-text = expected a quotation mark before this text
checks-unopened-text-hint = put `"` around the text
checks-unclosed-text = expected a quotation mark at the end of the text that begins here
checks-unclosed-text-hint = put `"` where the text ends
checks-quotation-mark = expected `,` or the end of the entry after this quotation mark, but the text goes on
checks-quotation-mark-hint = write `\"` for a quotation mark inside a text, or use “ and ”
checks-too-deep = expected brackets at most { $depth } deep, but these go deeper
checks-bracket-unclosed = expected a bracket to close this one
checks-quoted-name = expected a field name without quotation marks
checks-missing-colon = expected `:` after { $name } but found { $found }
checks-unclosed-bracket = expected `{ $close }` to close this bracket before { $found }
checks-unclosed-bracket-note = expected `{ $close }` before this
checks-ends-early = expected `{ $close }` to close this bracket but found the end of the file
checks-ends-early-hint = brackets still open around it: { $more }; is the end of the file missing?
checks-wrapper = expected `{ $wrapper }` but found { $found }
checks-empty = expected a timeline but found nothing
checks-empty-hint = begin with `{ $example }`
checks-no-opening = expected `{ $wrapper }(` but found { $found }
checks-no-opening-hint = a timeline begins with `{ $wrapper }(` and ends with `)`
checks-list-goes-on = expected the end of `{ $list }` here, but more entries follow
checks-list-goes-on-hint = take this bracket away
checks-list-goes-on-note = the next entry is here
checks-stray-bracket = expected nothing to close here, but found { $found }
checks-stray-bracket-hint = take this bracket away, or put the missing opening one before it
checks-stray-field = expected an entry that begins with `(` but found the field { $found }
checks-stray-field-hint = is the entry before it closed too early?

## Entries and their fields

# What entries are called: with an article in English, then without.
checks-a-timeline = a timeline
checks-a-category = a category
checks-an-actor = an actor
checks-an-era = an era
checks-a-source = a source
checks-an-event = an event
checks-an-excerpt = an excerpt
checks-a-link = a link
checks-a-series = a series
checks-a-story = a story
checks-a-step = a step
checks-timeline = timeline
checks-category = category
checks-actor = actor
checks-era = era
checks-source = source
checks-event = event
checks-excerpt = excerpt
checks-link = link
checks-series = series
checks-story = story
checks-step = step

# What is wrong with them.
checks-not-an-entry = expected { $what } such as `({ $first }: …)` but found { $found }
checks-field-again = expected `{ $name }` once in { $what } but found it again
checks-again = expected `{ $name }` once but found it again
checks-first-counts = the first is here and counts
checks-both-are-read = the first is here; both are read
checks-missing-field = expected the field `{ $name }`, but this entry has none
checks-missing-field-hint = add `{ $name }: { $example }`

# What stands as an example in the hint above.
checks-source-id = "the id of a source"
checks-event-id = "the id of an event"

# Whole sentences.
checks-unknown-field = expected a field of { $what } but found { $found }
checks-unknown-variant = expected one of { $known } but found { $found }
checks-without-quotation-marks = write it without quotation marks
checks-write = write { $words }
checks-did-you-mean = did you mean `{ $near }`?
checks-known = known: { $names }
checks-out-of-range = expected a number from 1 to { $most } but found { $found }; { $used } is used
checks-bad-escape = expected `\"`, `\\`, `\n` or another escape that exists: { $why }
checks-bad-escape-hint = write `\\` for a backslash
checks-bad-color = expected a colour as "#RRGGBB": a hash and six hexadecimal digits
checks-empty-id = expected a short name that no other entry has, but found an empty text
checks-no-events = expected a list `events: [ … ]`, but this timeline has none

# What is expected of a value: "expected … but found …".
checks-a-list = a list in `[ ]`
checks-a-quoted-text = a text in quotation marks
checks-a-point = a point such as `("1971", 349.3)`
checks-a-date-and-number = a date and a number such as `("1971", 349.3)`
checks-a-number = a number
checks-a-number-from-one = a whole number from 1
checks-a-significance = a whole number from 1 to 5
checks-a-paragraph = a paragraph's number
checks-a-stance = `Supports`, `Disputes` or `Context`
checks-a-link-kind = a kind such as `LedTo`
checks-a-source-kind = a kind such as `Article`
checks-a-shape = a shape such as `Diamond`
checks-true-or-false = `true` or `false`
checks-a-show = `Event`, `Window`, `Links`, `Series` or `Excerpt`

# What is found instead.
checks-found-fields = fields in `( )`
checks-found-values = values in `( )`
checks-found-list = a list
checks-found-map = a map in `{"{"} {"}"}`
checks-found-broken = nothing that can be read

## What does not fit together

checks-duplicate-id = expected an id that no other { $what } has, but found { $again } again
checks-duplicate-id-hint = until it is changed, this one is called { $free }
checks-first-is-here = the first is here
checks-bad-url = expected an address that begins with http:// or https://
checks-outside-path = expected a file beside the timeline or below it, but this path leads out of its folder
checks-outside-path-hint = put the text beside the timeline file and write its name alone
checks-unread-event = { $event } could not be read, so nothing leads to it
checks-unread-event-note = it is here
checks-unknown-id = expected the id of a known { $what } but found { $found }
checks-empty-title = expected a title but found an empty text; the id is shown
checks-not-kana = expected a reading in kana but found `{ $letter }`
checks-long-quote = expected a quotation of at most { $most } words but found { $count }
checks-paragraph = expected a paragraph from 1 to { $count } but found { $found }
checks-paragraph-hint = `{ $source }` has { $count } gists, one for each paragraph
checks-self-link = expected a link to another event, but this one leads to itself

# On the command line alone, which asks the addresses of sources.
checks-dead-link = the address of `{ $source }` leads nowhere: { $why }
checks-dead-link-gone = the host says { $status }
checks-dead-link-hint = look the work up again, or give an archived copy

## What a careful editor asks: an entry and the rest of its file

checks-no-japanese-title = `{ $event }` has no Japanese title, others have
checks-no-japanese-title-hint = add `title_ja: "…"`
checks-untranslated = the { $kind } `{ $entry }` has no Japanese name, others have
checks-many-untranslated = { $count } of { $all } { $kind } have no Japanese name, the first is `{ $entry }`
checks-untranslated-title = the timeline has no Japanese title, what is in it has
checks-untranslated-step = { $step } has no Japanese title, others have
checks-untranslated-unit = the unit `{ $unit }` has no Japanese, other words of the file have
checks-untranslated-hint = add `{ $field }: "…"`
checks-no-source = `{ $event }` cites no source
checks-no-source-hint = add `sources: ["…"]` with the id of a source
checks-summary-length = expected a summary of { $least } to { $most } words but found { $count }
checks-outside-eras = { $date } lies outside all eras, nearly all other events lie within
checks-outside-eras-hint = mend the date, or let an era reach as far
checks-many-turning-points = { $count } of { $all } events have the significance 5: what is a turning point if so many are?
checks-many-turning-points-hint = keep 5 for the few that a class should remember
checks-unused-source = nothing cites the source `{ $source }`
checks-unused-source-hint = cite it in an event, or take it out

## What a careful editor asks: steps of stories

# What the messages below call a step.
checks-step-of = step { $number } of the story `{ $story }`
checks-step-out-of-view = expected { $step } to show `{ $event }` of { $date }, but its window is { $window }
checks-step-out-of-view-hint = widen the step's window
checks-step-without-links = expected { $step } to show what `{ $event }` is linked with, but it has no links
checks-step-without-links-hint = name what it leads to with `events: ["…"]`, or link the event
checks-step-without-event = expected { $step } to name an event, since it shows { $shows }, but it names none
checks-step-without-series = expected { $step } to name a series, since it shows { $shows }, but it names none
checks-step-without-hint = add `{ $field }: "…"`, or take `show` out
checks-step-without-excerpt = expected { $step } to show a quotation of `{ $event }`, but it has none
checks-step-without-excerpt-hint = add one to the event's `excerpts`, or let the step show Event
checks-step-excerpt = expected { $step } to show one of the quotations of `{ $event }`, 1 to { $count }, but found { $found }
checks-step-excerpt-hint = write `excerpt: { $count }` for the last of them

## What a careful editor asks: links and dates

checks-link-to-later = expected { $kind } to point at something later, but `{ $from }` is of { $from_date } and `{ $to }` of { $to_date }
checks-link-to-earlier = expected { $kind } to point at something earlier, but `{ $from }` is of { $from_date } and `{ $to }` of { $to_date }
checks-link-apart = expected { $kind } to point at something of the same time, but `{ $from }` is of { $from_date } and `{ $to }` of { $to_date }
checks-link-order-hint = turn the link round, change its kind, or mend a date
checks-more-like-this = { $count } more like this

## What a careful editor asks: quotations and their texts

checks-not-verbatim = expected words of `{ $source }` but { $quote } do not stand in its text
checks-not-verbatim-hint = copy the words from the text, to the letter
checks-other-paragraph = expected words of `{ $source }` but { $quote } stand in paragraph { $found }, not { $said }
checks-other-paragraph-hint = write paragraph: { $found }
checks-unread-text = the text of `{ $source }` cannot be read: { $why }

## What a careful editor asks: days of the week

checks-weekday = { $date } was a { $was }, but the text says { $named }
checks-weekday-hint = one of the two is mistaken
checks-monday = Monday
checks-tuesday = Tuesday
checks-wednesday = Wednesday
checks-thursday = Thursday
checks-friday = Friday
checks-saturday = Saturday
checks-sunday = Sunday

## Changes that cannot be made

# What the first two call the place; the way is such as ".when", or nothing.
