# Notes of a lesson on paper and for the phone.

## src/export/notes.rs

notes-no-steps = まだステップがありません。
notes-title = { $title } – ノート
notes-steps = 全{ $count }ステップ
notes-class-sees = 画面：{ $what }
notes-figures = 数値の推移、{ $title }
notes-quotation = 引用
notes-links = 出来事、続いて関連する出来事を一つずつ
notes-stretch = 期間
notes-this-stretch = 期間、{ $when }
notes-event = 出来事
notes-missing = ファイルにありません：{ $events }
notes-disputed = 異論あり
notes-hours = { $count }時間
notes-minutes = { $count }分
notes-seconds = { $count }秒
notes-duration = { $longer }{ $shorter }
