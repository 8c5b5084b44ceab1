# Handouts and worksheets.

## src/export/handout/wording.rs: what a worksheet asks, and how to go about it

handout-dates = いつの出来事？
handout-dates-how = それぞれの出来事の日付を書きましょう。
handout-dates-how-numbered = それぞれの出来事の日付を書きましょう。次に、年表の印のそばにその番号を書き入れましょう。
handout-dates-how-ticks = それぞれの出来事の日付を書きましょう。次に、年表の印のそばにその番号を書き入れましょう。小さな目盛りに番号はありません。
handout-names = 何が起きた？
handout-names-how = 何が起きたかを書きましょう。
handout-names-how-numbered = 何が起きたかを書きましょう。番号は年表の番号と同じです。
handout-names-how-ticks = 何が起きたかを書きましょう。番号は年表の番号と同じです。小さな目盛りに番号はありません。
handout-date = 日付
handout-event = 出来事

## src/export/handout/pages.rs, reading.rs

handout-answers = 解答
handout-name = 名前
handout-class = 組
handout-sources = 出典
handout-years = { $first }年〜{ $last }年
