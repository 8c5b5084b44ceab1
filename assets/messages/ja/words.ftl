# Small parts of sentences, the same wherever they stand.

words-events = { $count }件
words-steps = { $count }ステップ
words-pages = { $count }ページ

## widgets.rs

words-find-in-list = 一覧の中を検索
words-named-events = { $name }、{ $events }

## inspector.rs

words-close = 閉じる
