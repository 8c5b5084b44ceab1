# Questions to a class.

## src/ui/present/quiz/choice.rs: which sort of question

# Heading.
quiz-ask-class = Ask the class
# Over the heading: where the questions are from.
quiz-from-story = From the story “{ $title }”
quiz-from-events = From { $events }
# The sorts, and what each is.
quiz-order = Put in order
quiz-order-says = Up to five events are dragged into order, the earliest first.
quiz-year = Guess the year
quiz-year-says = An event is named, and its year is pointed at on the axis.
quiz-name = Name the event
quiz-name-says = The date shows and the name is covered.
# How the questions of a sort have gone; see quiz-score.
quiz-score-right = { $score } right
# Button.
quiz-copy-scores = Copy the scores
quiz-promise = Scores stay in this room: nothing is saved or sent.

## src/ui/present/quiz.rs: what stands around a question

quiz-right = Right: { $score }
# Over the words that say why.
quiz-none = No question
quiz-none-hint = Another story, or a wider filter before the lesson, has more of them.
# Buttons.
quiz-show-name = Show the name
quiz-check = Check
quiz-show-answer = Show the answer
quiz-knew = They knew it
quiz-knew-not = They did not
quiz-next = Next question
# Button: leaves the question for another sort.
quiz-others = Other questions
# Spoken name of the cross.
quiz-close = Close the questions
# What is said for a bar over a part of a text that would tell the answer.
quiz-blank = blank

## src/ui/present/quiz/cover.rs: an event whose name is covered

# Whether the class knew the name.
quiz-known = Known
quiz-not-known = Not known
quiz-what-happened = What happened here?

## src/ui/present/quiz/order.rs: events that are put in order

quiz-right-order = The right order
quiz-drag = Drag the events into order, the earliest first
quiz-all-stand-right = All { $right } stand right
quiz-stand-right = { $right } of { $count } stand right
# Spoken name of a card; the others add to it.
quiz-card = { $title }, place { $place } of { $count }
quiz-card-shown = { $card }, { $date }
quiz-card-right = { $card }, { $date }, right
quiz-card-wrong = { $card }, { $date }, wrong, belongs at { $place }
quiz-belongs-at = belongs at { $place }

## src/ui/present/quiz/year.rs: the year of an event, pointed at on the axis

quiz-year-ended = In which year did it end? Point at the axis.
quiz-year-began = In which year did it begin? Point at the axis.
quiz-year-was = In which year was it? Point at the axis.
quiz-right-time = The right time
quiz-right-year = The right year
# Wrong by so little that it counts as right; see quiz-early.
quiz-near-enough = { $off }, near enough
# Spoken name of the axis.
quiz-guess = Year: { $year }
quiz-no-guess = Year: none yet

## src/state/present/quiz.rs, quiz/year.rs

# What the scores of the sorts are called.
quiz-score-of-order = In order
quiz-score-of-years = Years
quiz-score-of-names = Names
# How many answers were right.
quiz-score = { $right } of { $asked }
# A line of what is copied.
quiz-report = { $sort }: { $score }
quiz-too-few-for-order = To put events in order there must be two of which one was certainly over before the other began. Here there are not.
quiz-too-few-for-year = There is no event here whose year can be asked for.
quiz-too-few-for-name = There is no event here to ask for.
# How far off a guessed year is.
quiz-off-by-none = the right year
quiz-early = { $count ->
    [one] { $count } year early
   *[other] { $count } years early
}
quiz-late = { $count ->
    [one] { $count } year late
   *[other] { $count } years late
}
