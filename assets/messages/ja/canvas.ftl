# The canvas: lanes, marks, what is said of them.

## canvas.rs

canvas-show-matching = 該当する{ $count }件を表示
# キャンバスの出来事の一覧。
canvas-events = 表示範囲の出来事
canvas-article = 記事
canvas-name = 年表、{ $count }件を表示中、{ $stretch }
canvas-overview = 年表全体の概観
canvas-fit = 全体

## regions.rs

canvas-more = ほか{ $count }件
