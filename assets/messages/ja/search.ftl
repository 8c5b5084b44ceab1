# The search field, its language, and what is wrong with a search.

## The field

search-empty = 題名・概要・引用を検索
search-name = 検索
search-problem = { $problem }。{ $hint }

## What is offered while one types: what stands beside it

search-offer = { $what }
search-offer-entry = { $names } · { $events }
search-has-excerpt = 出典からの引用文がある
search-has-link = ほかの出来事とつながりがある
search-has-source = 出典がある
search-has-japanese = 日本語の題名がある
search-is-disputed = 異論のある出典がある

## What is wrong with a search, and what to write instead

search-names-nothing = { $name }:にはまだ何も指定がないため、無視されます
search-for-example = 例：{ $example }
search-open-quote = 引用符が閉じていないため、最後まで続きます
search-open-quote-hint = 終わりに"を加えてください
search-unknown-qualifier = { $name }:という絞り込みはないため、続きは語として検索します
search-qualifiers = 使える絞り込み：{ $names }
search-did-you-mean = もしかして：{ $term }
search-there-is = あるもの：{ $names }
search-there-is-none = ひとつもありません
search-no-category = 分類「{ $wanted }」はないため、無視されます
search-no-actor = 関係者「{ $wanted }」はないため、無視されます
search-no-source = 出典「{ $wanted }」はないため、無視されます
search-bad-date = { $why }。{ $name }:は無視されます
search-bad-date-hint = 例：{ $name }:1970、{ $name }:1971-08-15
search-bad-level = 1から5までの重要度が必要ですが、「{ $found }」があります。無視されます
search-bad-level-hint = 例：significance:>=4、significance:5、significance:3..5
search-no-such-kind = { $term }はないため、無視されます
search-takes = { $name }:に使えるもの：{ $names }
