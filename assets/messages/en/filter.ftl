# The filter bar: categories, actors, sources, what hides.

