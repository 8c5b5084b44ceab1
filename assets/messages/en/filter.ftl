# The filter bar: categories, actors, sources, what hides.

## filter_bar.rs

filter-categories = Categories: { $shown } of { $all } ▾
filter-actors = Actors
filter-source = Source
filter-any = { $what }: any ▾
filter-chosen = { $what }: { $chosen } ▾
filter-several = { $what }: { $count } ▾
filter-more = More ▾
filter-significance-least = Significance { $least }+ ▾
filter-significance = Significance
filter-any-significance = Any
filter-three = 3 and more
filter-four = 4 and more
filter-five = 5, turning points
filter-with-excerpts = With excerpts
filter-others = Other events
filter-hide-others = Hide others
filter-fade-others = Show others faded
filter-clear = Clear
filter-shown-of-all = { $shown } of { $all }
filter-title = Which events show
