# The panel that reads an event, its sources and its links, and the article.

## connections.rs

inspector-connected = つながりのある出来事
inspector-more = ほか{ $count }件
inspector-relation = { $relation }、{ $apart }

## inspector.rs

inspector-previous = ‹ 前へ
inspector-next = 次へ ›
inspector-close = 出来事を閉じる
inspector-significance = · 重要度 { $level } / 5
inspector-kept = このエントリーは今は読み込めません。表示しているのは以前の内容です。何が問題かは問題点の一覧にあります。
inspector-only-actor = この関係者の出来事だけを表示
inspector-in-article = 記事で見る
inspector-supports = 裏づけ
inspector-disputed = 異論あり：概要を参照
inspector-zoom = ここを拡大

## article.rs

inspector-close-article = 記事を閉じる
inspector-article = 記事
inspector-articles = 記事 ▾
inspector-more-excerpts = ほかの引用{ $count }件
inspector-paragraph = 第{ $number }段落、引用{ $count }件

## sources.rs

inspector-sources = 出典
inspector-not-looked-up = （未確認）
inspector-copy-citation = 出典表記をコピー（{ $style }）
inspector-copy-other = 別の形式でコピー
inspector-nothing-to-cite = 引用する出典がありません。
inspector-copied-bibliography = 文献一覧（出典{ $count }件、{ $style }）をコピーしました
inspector-copied-citations = 出典{ $count }件の表記（{ $style }）をコピーしました
