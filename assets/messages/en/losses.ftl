# What is lost between two file formats, in reports of import and export.

## losses.rs

# Heading of the list of all that follows.
losses-heading = What did not come along:
# A loss, and the names of those that lost it.
losses-named = { $what }: { $names }
losses-named-and-more = { $what }: { $names }; and { $more } more
losses-names = { $names }; { $name }
losses-listed = {"-"} { $line }
losses-times = { $what } ({ $count } times)
# The last line, where a file has too many kinds of losses to tell them all.
losses-beyond = and { $count } more of other kinds

## What lost something, where it has no name of its own

losses-line = line { $number }
losses-item = item { $number }
losses-entry = the entry at line { $number }
losses-line-found = line { $number }: { $line }
losses-slide = a slide without a headline

## What lost something ($of), and what was found there

losses-of-found = { $of } (found `{ $found }`)
losses-of-text = { $of } ({ $found })
losses-of-words = { $of } (“{ $words }”)
losses-of-read-as = { $of } ({ $found }, read as { $meant })
losses-of-guessed = { $of } (`{ $found }` as { $meant })
losses-of-span = { $of } ({ $begins } to { $ends })
losses-did-you-mean = { $of } (did you mean `{ $near }`?)
# A date of which only the end is there.
losses-until = to { $end }

## json.rs
# What stands in a file where something else was expected.

## Of several formats
# "Here" is this program, into which a file is read; "there" is another, for which a file is written.

losses-field = `{ $name }` has no place here
losses-column = the column `{ $name }` has no place here
losses-picture = a picture has no place here
losses-picture-in-text = a picture in the text has no place here
losses-picture-in-a-text = a picture in a text has no place here
losses-link-no-page = a link that leads to no page of the web was left out
losses-colour = the colour `{ $colour }` is not known
losses-zone = the time zone `{ $zone }` is not known
losses-comes-back = what comes back again and again (`{ $field }`) is there once, the first time
losses-guess = `{ $found }` was read as { $meant }, which is a guess
losses-guessed = a date was guessed
losses-date-in = a date (`{ $field }`) could not be read
losses-hour-of-end = the hour at which it ends has no place here
losses-clock-of-days = the clock times of a stretch of days have no place here
losses-clock-unread = a clock time that cannot be read was left out
losses-end-before-start = an end that lies before the start was left out
losses-end-unread = an end that cannot be read was left out
losses-end-not-behind = an end that does not lie behind its start was left out
losses-shape = the shape of a category has no place there
losses-open-end = an open end is shown as a single day, and kept in `{ $field }`
losses-doubt = doubt about a date is not shown, and kept in `{ $field }`

## draft.rs

losses-event-undated = an event without a date that could be read was left out
losses-era-undated = an era without a date that could be read was left out
losses-no-page = `{ $url }` leads to no page of the web
losses-link-astray = a link leads to an event that is not there

## told.rs

losses-reading = the reading of a title, in kana, has no place there
losses-second-name = a second name, in Japanese, has no place there
losses-second-title = the timeline’s second title has no place there
losses-quotation = a quotation has no place there
losses-sort-of-work = what sort of work a source is has no place there
losses-paragraphs = what a source says, paragraph by paragraph, has no place there
losses-figures = figures over time have no place there
losses-story = a story has no place there

## rows.rs

losses-more-cells = a row has more cells than the table has columns, and those beyond were left out
losses-open-quote = a quotation mark that is not closed takes all that follows into one cell

## Tables

losses-row-undated = a row without a date was left out
losses-row-unread = a row was left out, since its date cannot be read
losses-significance = a significance that is no number from { $least } to { $most } was left out
losses-astronomers = a year below 0 was read as astronomers count, by whom -43 is 44 BCE
losses-second-row = a second row of the same event was left out
losses-row-untitled = a row without a title was left out, since there is no event with its id
losses-date-as-it-was = a date that cannot be read leaves the event's as it was
losses-needed = an event cannot do without its { $field }
losses-unwritten = a field could not be written ({ $error })
losses-column-excerpts = excerpts have no column
losses-column-source = of a source only its id has a place
losses-column-category = the colour, the shape and the other name of a category have no place
losses-column-actor = the other name of an actor has no place
losses-row-eras = eras have no row
losses-row-series = series of figures have no row
losses-row-stories = stories have no row
losses-row-title = the title of the timeline has no row

## iCalendar

losses-no-property = a line that is no property of a calendar was passed over
losses-of-calendar = `{ $name }` of a calendar has no place here
losses-entry-cut = an entry without its end was left out: the file is cut or damaged there
losses-file-cut = the file ends before `{ $line }`: what stood behind is missing
losses-second-category-named = a second category (`{ $name }`) has no place here
losses-source-unread = a source that could not be read was left out
losses-attached = an attached file has no place here
losses-no-date-in = an entry without a date (`{ $field }`) was left out
losses-entry-no-date = an entry was left out whose `{ $field }` is no date: `{ $found }`
losses-end-found = an end (`{ $found }`) that is no date was left out
losses-end-before-beginning = an end before the beginning was left out
losses-hours = how many hours something lasts has no place here
losses-clock-of-lasting-days = the clock times of what lasts for days have no place here
losses-moved-in-calendar = a date that was moved in a calendar is as exact as the calendar says
losses-without-zone = the time zone `{ $zone }` is not known: the clock time is kept without it
losses-colour-and-shape = the colour and the shape of a category have no place there
losses-years = a calendar reaches from the year { $first } to { $last }: what lies outside was left out

## markwhen

losses-comment = a comment has no place here
losses-of-section = `{ $name }` of a section has no place here
losses-of-header = `{ $name }` of the header has no place here
losses-stray-line = a line that belongs to no event was passed over
losses-nested-sections = sections in sections have no place here: one of them is the category
losses-done = whether something is done has no place here
losses-date-changed = a date that was changed there is as exact as the line of its event says
# $why is one of the reasons that follow.
losses-event-unread = an event was left out whose date cannot be read, since { $why }: `{ $found }`
losses-why-no-such-date = there is no such date
losses-why-end-first = the end lies before the beginning
losses-why-now = `{ $word }` is wherever the clock of its reader stands
losses-why-not-above = it hangs on an event that is not known above it
losses-why-no-date = it is no date
losses-why-no-day = it is a clock time without a day
losses-second-tag = a second tag (`#{ $tag }`) has no place here
losses-section-around = the section around an event whose tag is its category has no place here
losses-date-unwritten = a date that { $format } cannot write was left out
losses-doubt-in-property = doubt about a date is not shown, and kept in the property `{ $field }`

## SIMILE Timeline

losses-event-of-sort = an event that is { $found } was left out
losses-element = an element that is no <{ $element }> was left out
losses-wiki = the wiki that every title links to has no place here
losses-is-moment = `{ $field }` means a moment within its stretch in this format; write it as a stretch if one was meant
losses-colour-of-event = the colour of a single event has no place here
losses-picture-in = a picture (`{ $field }`) has no place here
losses-icon-in = an icon (`{ $field }`) has no place here
losses-colour-of-title = the colour of a title (`{ $field }`) has no place here
losses-picture-of-stretch = the picture of a stretch (`{ $field }`) has no place here
losses-track = the track of an event (`{ $field }`) has no place here
losses-wiki-page = the name of a page in the wiki (`{ $field }`) has no place here
losses-second-text = a second text (`{ $field }`) has no place here
losses-uncertain-ends = how far the ends of a stretch are uncertain has no place here, only that they are
losses-date-otherwise = a date may have been meant otherwise; look it up

## The Timeline Project

losses-numbers = the numbers of this timeline (`{ $kind }`) were taken for years
losses-parent = the parent of a category has no place here
losses-colour-of-texts = the colour of a category's texts has no place here
losses-colour-of-era = the colour of an era has no place here
losses-view = which stretch of time was in view is not kept
losses-hidden = that a category was hidden is not kept
losses-container = an event of a container became an event that links to it as its part
losses-clock-of-fuzzy = the clock time of a fuzzy date has no place here
losses-second-category = a second category of an event has no place here
losses-progress = how far an event has come (`{ $field }`) has no place here
losses-locked = that an event is locked has no place here
losses-alert = an alert has no place here
losses-icon = an icon has no place here
losses-labels = the labels of an event have no place here
losses-milestone = that an event is a milestone has no place here
losses-colour-without-category = the colour of an event without a category has no place here

## TimelineJS

losses-script = the script around the timeline is not kept
losses-no-list = `{ $field }` is { $found } and no list
losses-instead-of-slide = { $found } in the place of a slide was left out
losses-of-timeline = `{ $name }` of a timeline has no place here
losses-of-slide = `{ $name }` of a slide has no place here
losses-of-field = `{ $name }` of `{ $field }` has no place here
losses-of-date = `{ $name }` of a date has no place here
losses-second-title-row = a second title is read as an event
losses-type-of-row = the type `{ $name }` of a row is read as an event
losses-text-below-title = the text below the title has no place here
losses-picture-of-title = the picture of the title has no place here
losses-background-of-title = the background of the title has no place here
losses-date-of-title = the date of the title has no place here
losses-background = the background of a slide (`{ $field }`) has no place here
losses-text-of-era = the text of an era has no place here
losses-small-picture = the small picture of a slide (`{ $field }`) has no place here
losses-picture-in-words = a picture in words (`{ $field }`) has no place here
losses-media = a picture, a film or a page beside the text (`{ $field }`) is kept as a source, since it has no place here
losses-form-of-media = the form of a quotation or of a page within the slide (`{ $field }`) has no place here
losses-picture-beside = a picture that lies beside the file (`{ $field }`) has no place here
losses-day-without-month = a day without its month, or a clock time without its day, was left out
losses-part-of-date = a part of a date that cannot be was left out
losses-thousandths = thousandths of a second are not kept
losses-slide-undated = a slide without a start date was left out
losses-slide-unread = a slide was left out, since its year cannot be read
losses-clock-of-ends = the clock times at the ends of a stretch of time are not kept
losses-words-for-date = words that are shown in the place of a date (`{ $field }`) are not kept
losses-ids = the ids of events have no column
losses-slide-era-title = an era has a title in one language
losses-no-known-day = a date without any day that is known was left out with its event
losses-date-in-words = a date that no day, month or year says exactly is told in words (`{ $field }`)
losses-date-not-read-back = a date that no day, month or year says exactly is told in words that are not read back
losses-slide-excerpts = excerpts have no place on a slide
losses-slide-links = links between events have no place on a slide
losses-slide-actors = actors have no place on a slide
losses-slide-significance = the significance of an event has no place on a slide
losses-slide-title = a slide has a title in one language
losses-slide-source = of a source only author, title, date and address have a place
losses-slide-category = the colour and the shape of a category have no place
losses-slide-series = series of figures have no place on slides
losses-slide-stories = stories have no place on slides

## vis-timeline

losses-group-without-id = a group without an id was left out
losses-of-group = `{ $name }` of a group has no place here
losses-no-object = an item that is no object was left out
losses-date-moved = a date that was moved there is as exact as `{ $start }` and `{ $end }` say
losses-no-start = an item without a `{ $field }` was left out
losses-item-no-date = an item was left out whose `{ $field }` is no date: { $found }
losses-clock-of-lasting = the clock times of what lasts have no place here
losses-end-no-date = an end that is no date, or lies before the start, was left out: { $found }
losses-style = the style of an item has no place here
losses-out-of-calendar = a date out of every calendar was left out

## Wikidata

losses-row-of-sort = a row that is { $found } was left out
losses-second-kind = a second kind of an event has no place here
losses-no-title = a title is not among the results
losses-point-beside = a point in time beside a start and an end has no place here
losses-only-end = only an end is known, which was taken for the date
losses-more-dates = more than one date; the first one was taken
losses-date-unread = a date could not be read
losses-january = 1 January was taken for a date of which only the year is known, since the results do not say (ask for { $ask })
losses-first-of-month = the first of a month may be a date of which only the month is known, since the results do not say (ask for { $ask })
losses-vague = a date known to a decade, a century or less was taken for a year, about
