# Slides, and what the picture of the timeline says in words of its own.

## src/scene/slide/wording.rs: slides

# A link as it is read from the event that is looked at; the other event’s title stands behind it or below.
slide-led-to = led to
slide-result-of = result of
slide-response-to = response to
slide-answered-by = answered by
slide-amended-by = amended by
slide-amends = amends
slide-replaced-by = replaced by
slide-replaces = replaces
slide-part-of = part of
slide-includes = includes
slide-follows = follows
slide-followed-by = followed by
slide-recalls = recalls
slide-recalled-by = recalled by
slide-see-also = see also
# What a quotation does for the telling.
slide-supports = Supports
slide-disputes = Disputes
slide-context = Context
# How far a lesson has come.
slide-progress = { $step } of { $count }
# Over a list whose beginning has no room.
slide-earlier = { $count } more before these

## src/scene/captions.rs: beside a lane, how many of its events show with their names

slide-lane-off = switched off
slide-lane-waits = placing names
slide-lane-empty = none in view
slide-lane-named = { $named } named
# A comma and a blank part the two numbers: a new line may begin there.
slide-lane-named-and-more = { $named } named, { $more } more
slide-lane-named-and-ticks = { $named } named, { $ticks } as ticks
# Where there is room for few words.
slide-lane-named-of = { $named } of { $all } named
# Spoken name of a lane.
slide-lane = { $title }: { $said }

## src/scene/mod.rs: spoken names, which show when the mouse hovers too

# An event with its date, whose entry cannot be read any more.
slide-event-kept = { $event } (as it was; it cannot be read now)
slide-close-together = { $events } close together
slide-from-before = { $events } from before this view
slide-after = { $events } that may lie after this view

## src/scene/overview.rs: beside the strip below the lanes

slide-overview = Overview
slide-overview-hint = drag to move

## src/scene/ruler.rs: beside the ruler of the Japanese eras, in as much room as the names of categories have

slide-era-ruler = Japanese eras
