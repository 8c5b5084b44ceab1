# Small parts of sentences, the same wherever they stand.

words-events = { $count }件
words-steps = { $count }ステップ
words-pages = { $count }ページ
words-as-is = { $text }
