# Handouts and worksheets.

## src/export/handout/wording.rs: what a worksheet asks, and how to go about it

handout-dates = When was it?
handout-dates-how = Write down the date of each event.
# With a timeline over the questions; then one on which some events are too close for a number.
handout-dates-how-numbered = Write down the date of each event. Then put its number beside its mark on the timeline.
handout-dates-how-ticks = Write down the date of each event. Then put its number beside its mark on the timeline. Small ticks have none.
handout-names = What happened?
handout-names-how = Write down what happened.
handout-names-how-numbered = Write down what happened. The numbers are those on the timeline.
handout-names-how-ticks = Write down what happened. The numbers are those on the timeline. Small ticks have none.
# Before a line to write on.
handout-date = Date
handout-event = Event

## src/export/handout/pages.rs, reading.rs

# Over the title of a worksheet that is filled in.
handout-answers = Answers
# Before the lines on which a pupil writes who he is.
handout-name = Name
handout-class = Class
# Heading.
handout-sources = Sources
# Behind the name of an era.
handout-years = { $first } – { $last }
