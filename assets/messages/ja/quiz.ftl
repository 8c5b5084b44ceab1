# Questions to a class.

## src/ui/present/quiz/choice.rs: which sort of question

quiz-ask-class = クラスに質問
quiz-from-story = ストーリー「{ $title }」から
quiz-from-events = 出来事{ $events }から
quiz-order = 並べ替え
quiz-order-says = 最大五つの出来事を、古いものから順に並べます。
quiz-year = 年を当てる
quiz-year-says = 出来事の題名を見て、その年を年表の軸で指します。
quiz-name = 出来事を当てる
quiz-name-says = 日付を見て、隠れている題名を答えます。
quiz-score-right = { $score }正解
quiz-copy-scores = 得点をコピー
quiz-promise = 得点はこの教室の中だけのものです。保存も送信もしません。

## src/ui/present/quiz.rs: what stands around a question

quiz-right = 正解：{ $score }
quiz-none = 設問なし
quiz-none-hint = 別のストーリーを選ぶか、授業の前に絞り込みを広げると、設問が増えます。
quiz-show-name = 題名を表示
quiz-check = 答え合わせ
quiz-show-answer = 答えを表示
quiz-knew = 正解だった
quiz-knew-not = 不正解だった
quiz-next = 次の設問
quiz-others = ほかの設問
quiz-close = 設問を閉じる
quiz-blank = 空欄

## src/ui/present/quiz/cover.rs: an event whose name is covered

quiz-known = 正解
quiz-not-known = 不正解
quiz-what-happened = ここで何が起きましたか

## src/ui/present/quiz/order.rs: events that are put in order

quiz-right-order = 正しい順番
quiz-drag = 出来事を古いものから順に並べてください
quiz-all-stand-right = { $right }枚すべて正しい位置です
quiz-stand-right = { $count }枚中{ $right }枚が正しい位置です
quiz-card = { $title }、{ $count }枚中{ $place }番目
quiz-card-shown = { $card }、{ $date }
quiz-card-right = { $card }、{ $date }、正解
quiz-card-wrong = { $card }、{ $date }、不正解、正しくは{ $place }番目
quiz-belongs-at = 正しくは{ $place }番目

## src/ui/present/quiz/year.rs: the year of an event, pointed at on the axis

quiz-year-ended = 何年に終わりましたか。軸の上を指してください。
quiz-year-began = 何年に始まりましたか。軸の上を指してください。
quiz-year-was = 何年のことでしたか。軸の上を指してください。
quiz-right-time = 時期は正解です
quiz-right-year = 年は正解です
quiz-near-enough = { $off }、ほぼ正解
quiz-guess = 年：{ $year }
quiz-no-guess = 年：未選択

## src/state/present/quiz.rs, quiz/year.rs

quiz-score-of-order = 並べ替え
quiz-score-of-years = 年
quiz-score-of-names = 題名
quiz-score = { $asked }問中{ $right }問
quiz-report = { $sort }：{ $score }
quiz-too-few-for-order = 並べ替えには、片方が始まる前にもう片方が確実に終わっている出来事が二つ必要ですが、ここにはありません。
quiz-too-few-for-year = 年を尋ねられる出来事がここにはありません。
quiz-too-few-for-name = 尋ねられる出来事がここにはありません。
quiz-off-by-none = 正しい年
quiz-early = { $count }年早い
quiz-late = { $count }年遅い
