# The page for a browser.

## src/export/page/words.rs

page-timeline = 年表
page-picture = { $title }：年表の図。下の一覧にすべてが文章であります。
page-live = { $title }：年表。左右の矢印キーで出来事をたどり、Enterで開きます。下の一覧にすべてが文章であります。
page-search = 出来事を検索
page-search-hint = 題名・説明・引用を検索
page-results = 見つかった出来事
page-found = { $count }件見つかりました
page-found-one = 1件見つかりました
page-found-none = 該当する出来事はありません
page-more = ほか{ $count }件
page-cleared = 検索を消しました
page-dark = 暗い配色
page-keys = キー
page-key-walk = 前後の出来事
page-key-lanes = 上下の分野
page-key-ends = 最初と最後の出来事
page-key-connections = 関連をたどる
page-key-open = 出来事を開く
page-key-close = 閉じる・戻る
page-key-zoom = 拡大・縮小
page-key-move = 前後の時期へ
page-key-centre = 出来事を中央に
page-key-all = 全体を表示
page-key-search = 検索
page-key-these = キー一覧
page-close = 閉じる
page-close-event = 出来事を閉じる
page-previous = 前へ
page-next = 次へ
page-event = 出来事
page-of = { $place } / { $count }
page-view = 表示範囲
page-earlier = 前の時期
page-later = 後の時期
page-zoom-in = 拡大
page-zoom-out = 縮小
page-fit = 全体
page-fit-all = 全体を表示
page-years = { $count }年間を表示
page-months = { $count }か月間を表示
page-days = { $count }日間を表示
page-hours = { $count }時間を表示
page-named = 名称{ $count }件
page-ticks = ほか{ $count }件
page-none-in-view = この期間になし
page-outline = 一覧
page-outline-hint = すべての出来事を年代順に、出典とともに。
page-decades = 年代
page-skip = 一覧へ移動
page-no-events = 表示する出来事がありません。
page-category = 分野
page-actors = 関係者
page-quotations = 引用
page-connected = 関連する出来事
page-sources = 出典
page-unchecked = 未確認
page-kept = 以前の内容。現在は読み取れません
page-foot = スクロール：拡大・縮小 · ドラッグ：移動 · ← →：次の出来事 · 0：全体 · ?：キー一覧
page-month-names = 1月 2月 3月 4月 5月 6月 7月 8月 9月 10月 11月 12月

## src/export/page/outline.rs: headings over decades

page-decade = { $first }年代
page-decade-of-turn = 前1年～9年
page-decade-before = 前{ $first }年～前{ $last }年
