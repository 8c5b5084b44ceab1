# All commands and the headings of the list of keys.

## Look

commands-zoom-in = Zoom in
commands-zoom-out = Zoom out
commands-pan-earlier = Move earlier
commands-pan-later = Move later
commands-centre = Centre the selected event, then fit it
commands-fit-all = Fit the whole timeline
commands-back = Back to the view before
commands-forward = Forward again

## Events

commands-next-event = Next event
commands-previous-event = Previous event
commands-lane-above = Nearest event in the lane above
commands-lane-below = Nearest event in the lane below
commands-first-event = First event
commands-last-event = Last event
commands-link-forward = Along a link to a later event
commands-link-back = Along a link to an earlier event
commands-read = Read the selected event
commands-step-back = Step back: close what was opened last

## Find

commands-search = Search
commands-clear-filter = Clear search and filters
commands-toggle-others = Hide or fade the other events
commands-category-1 = Show or hide category 1
commands-category-2 = Show or hide category 2
commands-category-3 = Show or hide category 3
commands-category-4 = Show or hide category 4
commands-category-5 = Show or hide category 5
commands-category-6 = Show or hide category 6
commands-category-7 = Show or hide category 7
commands-category-8 = Show or hide category 8
commands-category-9 = Show or hide category 9

## Cite

commands-copy-citation = Copy the citation of the selected event
commands-bibliography-chicago = Copy the bibliography: Chicago
commands-bibliography-mla = Copy the bibliography: MLA
commands-bibliography-apa = Copy the bibliography: APA
commands-bibliography-bibtex = Copy the bibliography: BibTeX

## Write

commands-edit-mode = Edit, or read again
commands-add-event = Add an event
commands-undo = Undo
commands-redo = Redo
commands-save = Save
commands-save-as = Save under another name
commands-toggle-autosave = Save by itself after each change, or only when asked
commands-open-editor = Open the file in a text editor

## Teach

commands-present = Present the story in hand
commands-present-here = Present the events that show, from here
commands-choose-lesson = Choose what to present, and on which display
commands-quiz = Ask the class
commands-stories = Stories
commands-outline = Outline
commands-record-view = Record this view as a step

## Window

commands-palette = All commands
commands-keys = All keys
commands-open-file = Open a timeline
commands-open-path = Open a timeline by its path
commands-share = Share: a picture, a poster, other programs
commands-import = Import from another program
commands-update-from-table = Bring the timeline up to date from a table
commands-open-built-in = Open the built-in timeline
commands-article = Show or hide the article
commands-problems = Show or hide the problems of the file
commands-text = Show or hide the text of the file
commands-toggle-theme = Light or dark
commands-toggle-contrast = High contrast on or off
commands-settings = Settings
commands-larger-text = Larger text
commands-smaller-text = Smaller text
commands-usual-text = Text as large as usual
commands-toggle-motion = Less motion on or off
commands-toggle-language = English or Japanese
commands-toggle-wheel = Let the wheel zoom or move
commands-toggle-era-ruler = Japanese eras along the axis

## In questions

commands-questions-next-step = Show the answer, then the next question
commands-questions-previous-step = Hide the answer, or the question before
commands-questions-close-step = Close the questions

## In class

commands-next-step = Next step
commands-previous-step = Step before
commands-first-step = First step
commands-last-step = Last step
commands-go-to-step = Go to a step by its number
commands-step-overview = All steps at once
commands-blank = Black screen, and back
commands-white = White screen, and back
commands-freeze = Freeze the projector, and let it go on
commands-roam = Explore freely, and return to the step
commands-pointer = Pointer
commands-pen = Pen
commands-wipe = Wipe what was drawn
commands-notes = Notes on this screen
commands-larger-notes = Larger notes
commands-smaller-notes = Smaller notes
commands-cover-names = Cover the names, and show them
commands-swap-display = Show the lesson on the next display
commands-displays = Choose the display
commands-lesson-menu = Large buttons for all this
commands-reset-clock = Set the clock to zero
commands-end-lesson = End
commands-close-step = Close what lies over the step, or end

## Headings of the list of keys

commands-group-look = Look
commands-group-events = Events
commands-group-find = Find
commands-group-cite = Cite
commands-group-write = Write
commands-group-teach = Teach
commands-group-window = Window
commands-group-class = In class
commands-group-questions = In questions
commands-group-mouse = Mouse and touch

## Lines of the list of keys that are no commands

commands-any-category = Show or hide a category
commands-take-up-card = Take up a card, and move it
commands-move-year = On the axis: a year, with Shift ten
commands-first-or-last-place = To the first place, to the last
commands-wheel = Wheel, pinch
commands-wheel-does = Zoom at the pointer
commands-shift-wheel = Shift + wheel
commands-shift-wheel-does = Move through time
commands-drag = Drag
commands-drag-does = Move through time
commands-double-click = Double-click
commands-double-click-does = Zoom in
commands-click-strip = Click on a strip
commands-click-strip-does = Tell its events apart

## The palette

commands-palette-hint = A command, or an event
commands-palette-nothing = Nothing by that name
