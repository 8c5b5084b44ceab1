# The filter bar: categories, actors, sources, what hides.

## filter_bar.rs

filter-categories = 分類：{ $shown } / { $all } ▾
filter-actors = 関係者
filter-source = 出典
filter-any = { $what }：すべて ▾
filter-chosen = { $what }：{ $chosen } ▾
filter-several = { $what }：{ $count } ▾
filter-more = その他 ▾
filter-significance-least = 重要度{ $least }以上 ▾
filter-significance = 重要度
filter-any-significance = すべて
filter-three = 3以上
filter-four = 4以上
filter-five = 5（転換点）
filter-with-excerpts = 引用のあるもの
filter-others = ほかの出来事
filter-hide-others = 隠す
filter-fade-others = 薄く表示
filter-clear = 解除
filter-shown-of-all = { $all }件中{ $shown }件
filter-title = 表示する出来事
