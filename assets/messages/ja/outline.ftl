# 年代と年ごとの出来事の一覧。

## outline/mod.rs

outline-heading = 目次
outline-close = 目次を閉じる
# 絞り込みに合うものがない。
outline-empty = 表示する出来事がありません。

## outline/row.rs

# 開閉する行の読み上げ。
outline-group = { $name }、{ $events }
# 出来事を引用している出典。
outline-quoted = { $source }、¶ { $paragraph }
