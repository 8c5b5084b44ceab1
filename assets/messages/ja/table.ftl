# The box that asks for the columns of a table.

# What a screen reader calls the box.
table-columns = 列
table-heading = どの列が何を表しますか
table-unclear = { $file }には、名前から内容のわからない列があります。
# A column without a name.
table-column = 列{ $number }
# What a screen reader calls a menu: the name of the column, and what is chosen.
table-column-is = { $column }：{ $field }
# What a column may be.
table-left-out = 使わない
table-when = 日付
table-title = 題名
table-summary = 概要
table-category = 分類
table-actors = 関係者
table-sources = 出典
table-url = ウェブアドレス
table-significance = 重要度
table-id = ID
table-title-ja = 日本語の題名
table-links = ほかの出来事へのつながり
table-end = 終わり
table-year = 年
table-month = 月
table-day = 日
table-end-year = 終わりの年
table-end-month = 終わりの月
table-end-day = 終わりの日
# What is still missing.
table-lacks-date = 出来事の日付がどの列か選んでください
table-lacks-title = 出来事の題名がどの列か選んでください
# Buttons.
table-update = 更新
table-import = 取り込む
