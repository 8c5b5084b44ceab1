# The box in which files are made of the timeline.

## src/ui/share/mod.rs

# Heading.
share-share = Share
# Button.
share-write = Write to a file…
# Heading over what is to be known of a file that has been made, and the buttons below.
share-about-file = About the file
share-done = Done
share-copy = Copy

## src/ui/share/choices.rs: what can be written, and what it is for

share-picture = Picture
share-picture-says = For a page or a slide
share-poster = Poster
share-poster-says = For the wall, A4 to A0
share-handout = Handout
share-handout-says = To read, or to fill in
share-page = Web page
share-page-says = To zoom and search, without a network
share-other = For other programs
share-other-says = TimelineJS, tables, calendars

## src/ui/share/extent.rs, job.rs: what it comes to

share-counting = Counting the pages …
# Behind what a file will be, where a filter is set.
share-only-matching = { $what } · only the { $events } that match
# Width and height.
share-pixels = { $size } pixels
share-points = { $size } points
share-one-sheet = One sheet of { $paper }
share-sheets = { $sheets } sheets of { $paper }
# Names of files.
share-poster-file = { $title }, { $paper }.pdf
share-handout-file = { $title }, handout.pdf
share-worksheet-file = { $title }, worksheet.pdf
share-answers-file = { $title }, answers.pdf
# What a timeline without a title is called.
share-untitled = Timeline
# Why a file of another program is not written.
share-only-read = { $format } is only read

## src/ui/share/options.rs: an option and what may be chosen

# Spoken name of a choice: the option, and the choice.
share-option = { $name }: { $says }
# The form of a picture: PNG, SVG or PDF.
share-form = Form
share-size = Size
share-wide = Wide
share-slide = Slide, 16:9
share-upright-page = Upright page
# How many pixels a point of the picture takes: 1×, 2×.
share-pixels-for-point = Pixels
# What lies behind the picture.
share-ground = Ground
share-ground-of-theme = As the theme has it
share-transparent = Transparent
# Whether an SVG has the letters’ shapes in it.
share-fonts = Fonts
share-fonts-in-file = In the file
share-fonts-named = Named only
share-paper = Paper
# Whether the paper lies or stands.
share-sides = Format
share-lying = Lying
share-upright = Upright
# The sheets that a poster is printed on, to be glued.
share-printed-on = Printed on
share-on-one-sheet = One sheet
share-on-a4 = A4 sheets
share-on-a3 = A3 sheets
share-on-letter = Letter sheets
# Which handout a class gets.
share-sheet = Sheet
share-leaf-read = To read
share-leaf-dates = Dates left out
share-leaf-names = Names left out
# In which style sources are cited.
share-sources = Sources
# For whom a worksheet is.
share-for = For
share-for-class = The class
share-for-teacher = The teacher, with the answers
# Whose events are handed out.
share-events = Events
share-all-events = All events
share-all-matching = All that match
# The format of another program.
share-format = Format
share-about-page = One file that opens in any browser. It has the timeline to zoom and to search, every event with its sources, and both a light and a dark look. It asks nothing of the network.
share-about-other = The whole timeline is written. What the other program has no place for is listed when it is done.
# From how far a poster is read.
share-read-from = Read from
share-usual-distance = { $metres } m, as usual
share-distance = { $metres } m
# The stretch of time.
share-time = Time
share-whole = The whole timeline
share-window = What the window shows
share-colours = Colours
share-light = Light
share-dark = Dark
share-on-paper = For paper
share-language = Language
share-english = English
share-japanese = 日本語

## src/export/mod.rs, picture.rs: why something cannot be written, and what is to be known of it; begin without a capital

share-too-large = expected a picture of at most 200 million pixels, but { $width } × { $height } are more; choose a smaller scale
share-too-far = expected larger paper or a shorter distance: on this paper letters can be read from { $metres } m at most
share-too-many-lanes = expected larger paper or a shorter distance: there is no room for a row in every lane
share-too-many-sheets = expected at most 400 sheets, but this poster takes { $sheets }; choose larger ones
share-too-many-events = expected at most { $most } events, but there are { $events }; choose fewer with a filter or a shorter time
share-no-events = there is no event to put on a handout; ask for another stretch of time, another filter or another story
share-cancelled = cancelled
share-not-drawn = the picture could not be drawn: { $why }
share-letters-missing = these letters are in none of the fonts and do not show: { $letters }

## src/export/poster.rs: at the foot of each sheet of a poster that is glued together

share-poster-sheet = Row { $row } of { $rows }, sheet { $column } of { $columns }
share-poster-sheet-glued = { $which } · cut at the marks and lay over the sheets before it, by 1 cm
