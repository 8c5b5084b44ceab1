# The search field, its language, and what is wrong with a search.

## The field

# In the empty field, and its spoken name.
search-empty = Search titles, notes and excerpts
search-name = Search

# What is wrong, with what to do about it.
search-problem = { $problem }: { $hint }

## What is offered while one types: what stands beside it

# An example, a name or a date.
search-offer = { $what }

# Names of an actor, a category or a source, and how many events it has.
search-offer-entry = { $names } · { $events }

# What the events have in common that has:excerpt, has:link, has:source, has:japanese and is:disputed find.
search-has-excerpt = with a quotation from a source
search-has-link = linked to other events
search-has-source = with a source
search-has-japanese = with a Japanese title
search-is-disputed = a source says otherwise

## What is wrong with a search, and what to write instead

search-names-nothing = { $name }: names nothing yet and is left out
search-for-example = for example { $example }
search-open-quote = the quotation is not closed and goes to the end
search-open-quote-hint = add " where it ends
search-unknown-qualifier = there is no qualifier { $name }: and what follows is searched as words
search-qualifiers = the qualifiers are { $names }
search-did-you-mean = did you mean { $term }?
search-there-is = there is { $names }
search-there-is-none = there is none
search-no-category = there is no category “{ $wanted }”; it is left out
search-no-actor = there is no actor “{ $wanted }”; it is left out
search-no-source = there is no source “{ $wanted }”; it is left out

# Why it is no date is said by dates.ftl.
search-bad-date = { $why }; { $name }: is left out
search-bad-date-hint = for example { $name }:1970 or { $name }:1971-08-15
search-bad-level = expected a significance from 1 to 5 but found “{ $found }”; it is left out
search-bad-level-hint = for example significance:>=4, significance:5 or significance:3..5
search-no-such-kind = there is no { $term }; it is left out
search-takes = { $name }: takes { $names }
