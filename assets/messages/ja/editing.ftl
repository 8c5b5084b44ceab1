# Changes to the timeline, and what they are called.

editing-undone = 元に戻しました：{ $what }
editing-done-again = やり直しました：{ $what }

## editing.rs

editing-gone = ファイルがディスクからなくなりました。残っているのは今ここに表示している内容だけです。保存すると書き直せます。
editing-no-utf-8 = このファイルはUTF-8ではないため、ここでは編集できません。先にエディターでUTF-8として保存してください。
editing-merged = ディスク上のファイルが変更されました。両方の変更を取り込みました
editing-bring-in = ディスク上の変更の取り込み
editing-choose = 二つの変更からの選択
editing-take-up = 未保存の変更の引き継ぎ

## editing.rs

editing-on-disk = ディスク上の変更
## What is changed. These stand within sentences.

# A title of an entry, quoted where the language has it so.
editing-title = 「{ $title }」
editing-categories = 分類
editing-actors = 関係者
editing-eras = 時代
editing-sources = 出典
editing-events = 出来事
editing-all-series = 統計
editing-stories = ストーリー
editing-the-timeline = 年表
editing-the-entry = エントリー
# A place in the file: an id and the way from there, such as .links.2
editing-at = `{ $id }`{ $path }
editing-at-entry = `{ $list }`の{ $number }番目のエントリー{ $path }

## What changes are called in "Undo: …": src/state/naming.rs

editing-change = { $what }を変更
editing-delete = { $what }を削除
editing-take-away = { $what }を取り除く
editing-add-to = { $what }に追加
editing-reorder = { $what }を並べ替え
editing-add = { $what }を追加
editing-duplicate = { $what }を複製
editing-rename = IDを{ $from }から{ $to }に変更
editing-change-title = 年表の題名を変更
editing-edit-text = テキストを編集
editing-change-entries = { $count }件のエントリーを変更
# A field of an entry, or of several: "the date of Plaza Accord".
editing-place = { $of }の{ $field }

## Fields, as they are called within a sentence.

editing-field-title = 題名
editing-field-title-ja = 日本語の題名
editing-field-title-kana = よみがな
editing-field-name = 名前
editing-field-when = 日付
editing-field-category = 分類
editing-field-actors = 関係者
editing-field-significance = 重要度
editing-field-summary = 概要
editing-field-excerpts = 引用
editing-field-sources = 出典
editing-field-links = つながり
editing-field-id = ID
editing-field-source = 出典
editing-field-paragraph = 段落
editing-field-quote = 引用文
editing-field-stance = 立場
editing-field-to = つながる先
editing-field-kind = 種類
editing-field-author = 著者
editing-field-date = 日付
editing-field-url = ウェブアドレス
editing-field-text = 本文
editing-field-gists = 段落の要点
editing-field-checked = 確認済みの印
editing-field-color = 色
editing-field-shape = 形
editing-field-unit-ja = 日本語の単位
editing-field-unit = 単位
editing-field-points = 値
editing-field-steps = ステップ
editing-field-event = 出来事
editing-field-events = 出来事
editing-field-show = 見せるもの
editing-field-series = 統計
editing-field-excerpt = 引用
editing-field-window = 期間
editing-field-filter = 絞り込み
editing-field-note = メモ
editing-field-seconds = 秒数
editing-field-other = { $name }

## On the canvas: src/ui/hands.rs

editing-move = { $what }を移動
editing-add-event-in = { $date }に出来事を追加
# What a new entry is called until somebody gives it a title; what: one of the kinds above.
editing-new = 新しい{ $what }
editing-no-date = 表示している範囲の中央に日付がありません。

## Why an edit cannot be made: src/document/edit/mod.rs. No full stop: what shows them adds it.

editing-not-there = ファイルに{ $what }が必要ですが、もうありません
editing-broken = { $what }のまわりの括弧が正しくありません。先にテキストで直してください
editing-taken = ほかのエントリーにないIDが必要ですが、`{ $id }`はすでに使われています
editing-overlap = これらの変更は同じ場所に及びます。一つずつ行ってください
editing-not-read = 意図したとおりに読み取れるように書くことができません。ファイルは変更していません

## Why what is typed cannot stand there: src/document/edit/typed.rs. No full stop here either.

editing-expected-id = ほかのエントリーと重ならない短い名前が必要です
editing-expected-part = links.1.kindのように、その一部を指定してください
editing-expected-colour = #と、0からFまでの6桁が必要です
editing-expected-address = http://またはhttps://で始まるアドレスが必要です
editing-expected-number-from = { $least }以上の整数が必要です
editing-expected-number = { $least }から{ $most }までの整数が必要です
editing-expected-one-of = 次のいずれかが必要です：{ $names }
# What: a kind of entry, such as actor.
editing-no-such = { $id }というIDの{ $what }はありません
editing-did-you-mean = もしかして：{ $near }
editing-refused = 変更していません：{ $why }。
