# The form in which entries are written.

## The panel: src/ui/editor/mod.rs

# A heading, and what a link to an entry does; what: a kind of entry, several events, or a title.
editor-edit = { $what }を編集
# A link.
editor-back = ‹ 戻る
editor-other-entries = ほかのエントリー
# Buttons, and what they say when the pointer rests on them; what: the name of a change.
editor-undo = 元に戻す
editor-redo = やり直す
editor-undo-hover = 元に戻す：{ $what }
editor-redo-hover = やり直す：{ $what }
editor-entry-kept = このエントリーはいま読み取れません。表示しているのは以前の内容です。テキストで直してください。
editor-entry-gone = このエントリーはテキストにありません。

## Labels over fields, and at the same time what a screen reader calls the fields: src/ui/editor/words.rs

editor-title = 題名
editor-title-ja = 日本語の題名
editor-title-kana = よみがな
editor-name = 名前
editor-name-ja = 日本語の名前
editor-when = 日付
editor-category = 分類
editor-significance = 重要度
editor-actors = 関係者
editor-summary = 概要
editor-excerpts = 引用
editor-sources = 出典
editor-links = つながりのある出来事
editor-id = ID
editor-quote = 引用文
editor-paragraph = 段落
editor-stance = 立場
editor-to = 出来事
editor-kind = 種類
editor-author = 著者
editor-date = 日付
editor-url = ウェブアドレス
editor-gists = 各段落の内容
editor-checked = 原典で確認済み
editor-color = 色
editor-shape = 形
editor-unit-ja = 日本語の単位
editor-unit = 単位
editor-points = 値
editor-steps = ステップ
# Where an excerpt is from.
editor-excerpt-source = 出典
editor-series-source = 数値の出典
editor-source-text = 本文のファイル
# Of a step of a story.
editor-step-title = 独自の題名
editor-step-title-ja = 独自の日本語の題名
editor-step-event = 出来事
editor-step-events = ほかの出来事
editor-step-show = クラスに見せるもの
editor-step-series = 統計
editor-step-excerpt = 何番目の引用
editor-step-window = 期間
editor-step-filter = 周囲に出すもの（検索）
editor-step-note = メモ
editor-step-seconds = かける秒数
# A field that the program has no label for.
editor-unknown-field = { $name }
# What a screen reader calls a field of an excerpt or a step; member: such as excerpt 2.
editor-field-in = { $field }、{ $member }
# A member of a list in an entry: “excerpt 2”; English gives it a capital where it is a heading.
editor-numbered = { $what }{ $number }

## Choices. English gives most of them a capital where they stand alone.

# How a link is to be read, from this event to the other.
editor-led-to = 結果
editor-response-to = 対応の対象
editor-amended-by = 改正
editor-replaced-by = 後継
editor-part-of = 全体
editor-follows = 先行
editor-recalls = 想起の対象
editor-see-also = 関連
# What the class sees of a step.
editor-shows-event = 出来事
editor-shows-window = 期間
editor-shows-links = 出来事、続いてつながりのある出来事
editor-shows-series = 統計の折れ線
editor-shows-excerpt = 引用一つ
# What an excerpt does to what the summary says.
editor-supports = 裏づけ
editor-disputes = 異論
editor-context = 背景
# What kind of text a source is.
editor-article = 論文
editor-book = 書籍
editor-treaty = 条約
editor-law = 法律
editor-document = 文書
editor-report = 報告書
editor-news = ニュース
editor-speech = 演説
editor-dataset = データセット
editor-web = ウェブ
# The mark of a category.
editor-circle = 円
editor-diamond = ひし形
editor-square = 四角形
editor-triangle = 三角形
editor-hexagon = 六角形
editor-star = 星形
# A name in the file that is none of these.
editor-unknown-choice = { $name }
# What shows while nothing is chosen: of what a step shows, of a shape, of a category.
editor-what-fits = 内容に合わせる
editor-automatic = 自動
editor-no-category = なし
# What a screen reader calls a menu: its field, and what is chosen.
editor-field-says = { $field }：{ $said }
# One of the five dots of significance.
editor-dot = { $field } 5段階の{ $dot }

## Lists in an entry: src/ui/editor/cards.rs, links.rs, points.rs

# Spoken names of signs; what: a member of the list, or a title.
editor-remove = { $what }を取り除く
editor-move-up = { $what }を上へ移動
editor-move-down = { $what }を下へ移動
# Links and fields that add something; what: a kind of entry.
editor-add = { $what }を追加
editor-add-in = { $what }を追加、{ $member }
# Adds an excerpt by its source, a step by its event.
editor-add-by = { $what }を追加：まず{ $refers }
editor-new-excerpt = 「{ $source }」からの新しい引用
editor-remove-new-excerpt = 新しい引用を取り除く
editor-new-quote = 引用文、新しい引用
editor-new-quote-hint = 原文のとおりに
# Part of “paragraph 2”.
editor-a-paragraph = 段落
editor-add-paragraph = 段落を追加
editor-add-paragraph-hint = 次の段落の内容を追加
# Part of “Remove the link to …”.
editor-the-link = 「{ $title }」へのつながり
editor-edit-event = この出来事を編集
editor-link-kind = 「{ $title }」へのつながりの種類：{ $kind }
editor-add-link = つながりのある出来事を追加
editor-link-to-itself = 出来事をそれ自身につなげることはできません。
editor-add-point = 値を追加
# Part of “When, point 3”.
editor-a-point = 値
# Spoken names of the two fields of a point.
editor-point-when = 日付、{ $point }
editor-point-figure = 数値、{ $point }

## What is wrong with what is typed: src/ui/editor/check.rs, words.rs, form.rs, quotes.rs

editor-needed = { $field }は必須です。
editor-id-taken = このIDは「{ $title }」がすでに使っています。
editor-expected-figure = 360や108.5のような数が必要です。
editor-illegible = 正しい形で書かれていません。テキストで直してください。
# A complaint without a full stop, and what to do about it.
editor-reason = { $what }。
editor-reason-asking = { $what }。{ $hint }
editor-reason-telling = { $what }。{ $hint }。
editor-too-long = { $count }語あります。引用は{ $most }語までです。
editor-not-in-article = 記事にありません。
editor-not-in-paragraph = 記事の第{ $number }段落にありません。
# Place: one of the two above.
editor-quote-elsewhere = { $place }第{ $number }段落にあります。
editor-quote-like = { $place }もしかして：「{ $like }」

## Below the fields: src/ui/editor/foot.rs

# Buttons.
editor-save = 保存
editor-duplicate = 複製
editor-delete = 削除
editor-all-saved = すべて保存済みです
# What refers to an entry: parts of the sentences below.
editor-users-events = 出来事{ $count }件
editor-users-stories = ストーリー{ $count }件
editor-users-series = 統計{ $count }件
editor-and = { $first }と{ $second }
# The first where a single entry does.
editor-refers = { $users }がこれを参照しています
editor-refer = { $users }がこれを参照しています
# Users: one of the two above.
editor-goes-with-it = { $users }。ここへのつながりも一緒に削除されます。
editor-cannot-delete = { $users }。そのため削除できません。
# The same where the pointer rests on the button.
editor-cannot-delete-hover = { $users }。そのため削除できません

## What will change: src/ui/editor/preview.rs

editor-changes = { $file }の変更箇所
editor-line = { $line }行目
editor-more-lines = ほか{ $count }行

## Several events: src/ui/editor/several.rs

# What the menu of categories shows while the events have several.
editor-several-categories = 複数
editor-add-actor-to-all = すべてに関係者を追加
# Names of changes in “Undo: …”; what: an actor, events: how many.
editor-add-to-events = { $events }に{ $what }を追加
editor-take-from-events = { $events }から{ $what }を取り除く

## What there is in the file: src/ui/editor/lists.rs

editor-edit-timeline = 年表を編集
editor-nothing-selected = 編集する出来事を選んでください。空いている場所をダブルクリックすると出来事を追加できます。
editor-add-event = 出来事を追加
editor-timeline-title = 年表の題名
editor-timeline-title-ja = 年表の日本語の題名
editor-nothing-found = その名前のものはありません
