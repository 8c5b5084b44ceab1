# The pane with the text of the file.

text-heading = { $file }のテキスト
# Where the caret is.
text-place = { $line }行{ $column }桁
# What was typed is still to be read.
text-waits = まだ図に反映されていません
text-way-out = Esc：テキストから出る
text-not-utf-8 = UTF-8ではないため、ここでは読むことしかできません
# A sign: what the pointer says of it, and what a screen reader calls it.
text-close-hover = 閉じる
text-close = テキストを閉じる
# What a screen reader calls the field and the bars at its edges.
text-field = ファイルのテキスト
text-scroll = テキストをスクロール
text-scroll-sideways = テキストを横にスクロール
# A notice.
text-typed-is-gone = 最後に入力した内容は失われました。その間に同じ場所が変更されたためです
