# 読み上げる言葉。

## aloud.rs

# 表示中の同じ段での順番。
aloud-event = { $lane }の{ $count }件のうち{ $place }件目、{ $event }
# 絞り込みに合わず、薄く描かれている出来事。
aloud-faded = 絞り込みの対象外、{ $lane }、{ $event }
aloud-nothing-selected = 何も選択していません。
aloud-filter = { $all }件のうち{ $events }が該当します。
aloud-all = { $events }をすべて表示しています。
