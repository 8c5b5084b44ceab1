# Presenting in class: the class’s window, the teacher’s, displays.

## src/ui/present/choose.rs: the box in which a lesson is begun

# Heading and button: to tell a story step by step in front of a class.
lesson-present = Present
# Heading: on which display the lesson shows.
lesson-where-class-looks = Where the class looks
lesson-events-one-by-one = The events that show, one by one
lesson-to-stories = Stories and their steps
# Button: opens the questions to the class.
lesson-ask-class = Ask the class

## src/ui/present/boards.rs: what lies over the picture

# Heading and button.
lesson-all-steps = All steps
lesson-go-to = Go to a step
# Heading over large buttons.
lesson-menu = This lesson
lesson-no-step-yet = There is no step yet.
# Spoken name of a row.
lesson-step = Step { $step }: { $title }, { $date }
# Name of a field; behind the field stands how many steps there are, then a button.
lesson-step-number = Number of the step
lesson-of-steps = of { $count }
lesson-go = Go
# The display that the program’s window is on, and what is special about it.
lesson-this-screen = This screen
lesson-this-screen-notes = Notes show when asked for
lesson-one-display = Another display shows here as soon as it is plugged in.
# Behind the name of a display.
lesson-display-here = { $size } · this window is on it
# Spoken name of a row to choose.
lesson-choice = { $name }, { $says }
# Large buttons for a finger. The first goes back a step.
lesson-button-back = Back
lesson-button-next = Next
lesson-button-cover-names = Cover names
lesson-button-pointer = Pointer
lesson-button-pen = Pen
# Wipes what the pen has drawn.
lesson-button-wipe = Wipe
lesson-button-black = Black screen
lesson-button-white = White screen
# The class goes on seeing what it sees now.
lesson-button-freeze = Freeze
lesson-button-explore = Explore freely
lesson-button-swap = Next display
lesson-button-displays = Displays
lesson-button-keys = All keys
# Ends the lesson.
lesson-button-end = End

## src/ui/present/mod.rs

# Behind the lesson’s title: which step it is at.
lesson-no-step = no step
lesson-position = { $step } of { $count }
lesson-exploring-frozen = Exploring. The projector is frozen.
lesson-exploring = Exploring freely. The class sees this view.
# Button; Z is the key.
lesson-back-to-step = Back to step { $step } (Z)

## src/ui/present/presenter.rs: the teacher’s screen

lesson-is-blank = The screen is blank
lesson-is-frozen = The projector is frozen
lesson-names-are-covered = Names are covered
# Beside the minutes since the lesson began; the second is the time of day.
lesson-elapsed = elapsed · { $now }
lesson-elapsed-hint = Since the lesson began; T sets it to zero
# Minutes and seconds: since the step began, and what it is meant to take.
lesson-step-time = { $spent } of { $target } for this step
# Instead of a picture of the next step.
lesson-the-end = The end
# Under the picture of what comes next.
lesson-next-slide = Next
lesson-would-be-on-projector = Would be on the projector
lesson-frozen-on-projector = On the projector, frozen at step { $step }
lesson-on-projector = On the projector
# Heading and button.
lesson-notes = Notes
lesson-smaller-notes = Smaller notes
lesson-larger-notes = Larger notes
# Button: writes the notes to a file that a telephone shows.
lesson-for-phone = For the phone…
# A key and what it does; the latter is one of those that follow.
lesson-key = { $key } { $does }
lesson-key-step = step
lesson-key-blank = blank
lesson-key-freeze = freeze
lesson-key-explore = explore freely
lesson-key-pointer = pointer
lesson-key-pen = pen
lesson-key-overview = overview
lesson-key-cover-names = cover names
lesson-key-quiz = quiz
lesson-key-swap = swap displays
lesson-key-all = all keys
lesson-key-end = end

## src/ui/present/notes.rs, strip.rs, touch.rs, windows.rs

lesson-no-notes = This step has no notes.
# Name of a file.
lesson-notes-file = { $title }, notes.html
# Spoken names of the picture, which goes on when it is pressed.
lesson-slide = Slide, next step
lesson-slide-of-class = Slide of the class, next step
lesson-cover = Blank, show the picture again
# Title of the class’s window.
lesson-window = { $title } – Transpacific

## src/state/presenting.rs, presenting/displays.rs: what the teacher is told

lesson-story-gone = This story is not in the file any more.
lesson-told-story-gone = The story that was told is not in the file any more.
lesson-last-step = This is the last step.
lesson-first-step = This is the first step.
# Esc and S are keys.
lesson-nothing-to-show = There is no step to show. Press Esc to end.
lesson-event-missing = This step names an event that is not in the file: { $event }.
lesson-events-missing = This step names events that are not in the file: { $events }.
lesson-display-gone = The display { $display } is gone. The lesson goes on here; it comes back with the display. Press S for another one.
lesson-display-back = The display is back.
lesson-display-more = There is another display now. Press S to show the lesson there.

## src/state/recording.rs: a step is made from what is looked at

# Title of a story that is begun so; it is written into the file.
lesson-new-story = New lesson
# A change to the timeline, as it is told of when it is undone; see editing.ftl.
lesson-record = record this view
lesson-recorded = Recorded as step { $step } of { $title }
# The same as a sentence, on the teacher’s screen.
lesson-recorded-here = { $recorded }.
