# The search field, its language, and what is wrong with a search.

