# The page for a browser.

## src/export/page/words.rs

# Spoken heading over the picture.
page-timeline = Timeline
# Spoken name of the picture where nothing can be zoomed.
page-picture = { $title }: the timeline as a picture. The outline below has everything as text.
# The same of a picture that can be zoomed.
page-live = { $title }: timeline. Left and right walk the events, Enter opens one; the outline below has everything as text.
# Spoken name of the field; what stands in it while it is empty.
page-search = Search the events
page-search-hint = Search titles, notes and excerpts
# Spoken name of the list of what was found.
page-results = Events found
# Said when something has been searched for.
page-found = { $count } events found
page-found-one = 1 event found
page-found-none = No event has these words
# Below the first that were found.
page-more = and { $count } more
page-cleared = Search cleared
# Button: the dark look.
page-dark = Dark
# Button and heading: what the keys do.
page-keys = Keys
# What the keys do.
page-key-walk = previous and next event
page-key-lanes = the lane above and below
page-key-ends = first and last event
page-key-connections = walk the connections
page-key-open = open the event
page-key-close = close, step back
page-key-zoom = zoom in and out
page-key-move = earlier and later
page-key-centre = centre the event
page-key-all = show everything
page-key-search = search
page-key-these = these keys
# Button.
page-close = Close
page-close-event = Close the event
# Buttons beside an event.
page-previous = Previous
page-next = Next
# Spoken name of the panel that has an event.
page-event = Event
# Which event of how many; the place must stand before the count.
page-of = { $place } of { $count }
# Spoken name of the buttons that follow.
page-view = View
page-earlier = Earlier
page-later = Later
page-zoom-in = Zoom in
page-zoom-out = Zoom out
# Short, on a button.
page-fit = fit
page-fit-all = Show everything
# How much time is in view.
page-years = { $count } years in view
page-months = { $count } months in view
page-days = { $count } days in view
page-hours = { $count } hours in view
# Beside a lane: how many of its events show with their names, and how many without.
page-named = { $count } named
page-ticks = { $count } as ticks
page-none-in-view = none in view
# Heading over all events as text.
page-outline = Outline
page-outline-hint = Every event in order of time, with its sources.
# Spoken name of the links to the decades.
page-decades = Decades
# Link for who has no use for the picture.
page-skip = Skip to the outline
page-no-events = There are no events to show.
# Spoken before the category of an event.
page-category = Category
# Spoken name of a list.
page-actors = Actors
# Headings below an event.
page-quotations = Excerpts
page-connected = Connected events
page-sources = Sources
# Behind a source that nobody has looked up.
page-unchecked = not yet looked up
# Of an event whose entry cannot be read any more.
page-kept = as it was; it cannot be read now
# What the mouse and the keys do.
page-foot = scroll: zoom · drag: move · ← →: next event · 0: fit · ?: all keys
# The months in short, in their order, parted by blanks.
page-month-names = Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec
