# Files of other programs in and out, and what is lost on the way.

## Why a file of another program cannot be read

formats-at = line { $line }, column { $column }: { $what }

# What it is, whichever the format.
formats-nothing = found an empty file; export the timeline again
formats-ours = found a timeline of Transpacific, which needs no import; open the file as it is
formats-unknown-json = found JSON of a kind that is not known; what can be read: { $names }
formats-unknown-xml = found XML or HTML of a kind that is not known; what can be read: { $names }
formats-unknown-text = found a text of a kind that is not known; what can be read: { $names }

# JSON and XML. What was expected is the name of a format, such as "SIMILE Timeline (JSON)".
formats-empty = expected { $what }, found an empty file; export the timeline again
formats-script = expected { $what }, found JavaScript ({ $why }); only a browser can read it: open the page that shows the timeline, open the browser's console, type copy(JSON.stringify(NAME)) with the name of the variable, and paste what was copied into a new file
formats-json-cut = expected { $what }, but the text ends too early ({ $why }); download or export it again
formats-no-json = expected { $what }, found what is no JSON ({ $why }); correct it there, or export it again
formats-xml-overloaded = found more attributes or namespaces than any timeline has; leave them out
formats-xml-document-type = expected { $what }, found a document type (`<!DOCTYPE …>`), which is not read; delete it
formats-xml-unknown-entity = expected { $what }, found `&{ $name };`, which XML does not know; write the letter itself
formats-xml-bare-sign = expected { $what }, found a bare `&`; write `&amp;`
formats-xml-cut = expected { $what }, found a text that ends too early; save or export it again
formats-xml-too-large = expected { $what }, found more than { $most } elements and texts; split the timeline
formats-xml-torn = expected { $what }, found { $why }; correct it there, or export it again

# What was found in place of something else.
formats-found-nothing = nothing
formats-found-none = none
formats-found-null = nothing (null)
formats-found-bare-null = null
formats-found-yes-or-no = yes or no
formats-found-true-or-false = true or false
formats-found-truth = a truth value
formats-found-number = a number
formats-found-text = a text
formats-found-list = a list
formats-found-object = an object
formats-found-no-items = an object without `items`
formats-found-answer = an answer of yes or no

# Tables in CSV.
formats-csv-row = expected a row of a table in CSV ({ $why })
formats-csv-empty = expected a table in CSV, the names of its columns in the first line, but found nothing
formats-no-date-column = expected a column for the date of an event, but the first line names { $found }; say which it is with --map when=COLUMN
formats-no-title-column = expected a column for the title of an event, but the first line names { $found }; say which it is with --map title=COLUMN
formats-no-such-field = an event has no field `{ $name }` that a column could be; { $hint }
formats-no-such-column = expected the column `{ $name }` but there is none; { $hint }
formats-first-line = the first line names { $names }

# iCalendar and markwhen.
formats-ical-empty = expected a calendar (`BEGIN:VCALENDAR`), found an empty file
formats-no-calendar = expected `BEGIN:VCALENDAR`, the first line of a calendar, found `{ $found }`; export the calendar as an .ics file
formats-no-lines = expected lines such as `1971-08-15: The dollar leaves gold`, found none; write one event on a line, its date first

# TimelineJS.
formats-timelinejs-columns = expected the columns of TimelineJS, `Year` and `Headline` among them, but found { $found }; for any other table write --format csv
formats-timelinejs-object = expected an object with `events` as TimelineJS has them, but found { $found }
formats-timelinejs-cut = expected the JSON of a TimelineJS timeline but found something else: { $why }; the file seems to have been cut off; fetch it once more
formats-timelinejs-torn = expected the JSON of a TimelineJS timeline but found something else: { $why }; a comma or a quotation mark is probably missing or too much near there
formats-timelinejs-events = expected `events`, the list of slides of a TimelineJS timeline, but found { $found }; name the format with --format if it is another
formats-timelinejs-list = expected a list in `events` but found { $found }
formats-timelinejs-older = expected `timeline.date`, the list of slides of an older TimelineJS timeline, but it is not there

# vis-timeline.
formats-vis-items = expected the items of a timeline, `[…]` or `{"{"}"items": […], "groups": […]{"}"}`, found { $found }; in the browser’s console, `copy(JSON.stringify({"{"}items: items.get(), groups: groups.get(){"}"}))` copies the data of a page that shows a timeline
formats-vis-cut = expected JSON, which ends before it is whole ({ $why })
formats-vis-no-json = expected JSON, found `{ $first }…` ({ $why }); a script is not run here: in the browser’s console, `copy(JSON.stringify({"{"}items: items.get(), groups: groups.get(){"}"}))` copies the data of a page that shows a timeline

# SIMILE Timeline, The Timeline Project and Wikidata. What was expected is the name of the format.
formats-simile = expected { $what }: an object with a list of `events`, found { $found }; give --format if it is of another program
formats-simile-xml = expected { $what }: <data> with an <event> for each event, found <{ $found }>; give --format if it is of another program
formats-timeline-project = expected { $what }: <timeline>, found <{ $found }>; give --format if it is of another program
formats-first-versions = found a file of the first versions of Timeline, in lines of text; open it in a version from 0.10 to 1, save it, and import what was saved
formats-plain-numbers = expected dates, found a timeline of plain numbers (`numtime`) that are no years from -9999 to 9999; only timelines of dates can be read
formats-other-calendar = expected dates of the Gregorian calendar, found those of another (`{ $calendar }`); only timelines of the Gregorian calendar can be read
formats-wikidata = expected { $what }: a list of rows, or `results` with `bindings`, found { $found }; download the results of a SELECT as JSON, or give --format if it is of another program
