# The panel of stories and their steps.

## The panel: src/ui/stories/mod.rs

stories-heading = ストーリー
# A sign: what the pointer says of it, and what a screen reader calls it.
stories-close-hover = 閉じる（L）
stories-close = ストーリーを閉じる
# A link.
stories-new = 新しいストーリー
stories-no-steps = まだステップがありません。クラスに見せるところを表示して、Vキーを押してください。
# What a screen reader calls the field.
stories-story-title = ストーリーの題名

## While there is no story: src/ui/stories/foot.rs

stories-what-one-is = ストーリーは、出来事、期間、引用などを順に見せる、ステップに分けた授業です。ステップごとに先生用のメモを付けられます。
stories-how-to-begin = クラスに最初に見せるところを表示して、記録してください。ステップはファイルに保存されます。
stories-record-first = この表示を最初のステップとして記録

## Below the steps: src/ui/stories/foot.rs

# A button, what a screen reader calls it, and what it says when the pointer rests on it.
stories-present = 授業で見せる
stories-present-it = 「{ $title }」を授業で見せる
stories-present-hover = 「{ $title }」を授業で見せる（F5）
stories-record = この表示を記録
stories-record-hover = いま表示しているところを見せるステップを追加（V）
stories-phone-notes = スマートフォン用のメモ…
stories-phone-notes-hover = 持ち歩ける1ページ
stories-present-events = 表示中の出来事を授業で見せる
stories-present-events-hover = 選択した出来事から時間順に見ていく（Shift+F5）
# Beside what was deleted.
stories-undo = 元に戻す
stories-undo-it = 元に戻す：{ $what }

## Menus of a story and of a step: src/ui/stories/foot.rs, step.rs

stories-more-for-story = 「{ $title }」のメニュー
stories-more-for-step = ステップ{ $number }のメニュー
stories-rename = 題名を変更
stories-duplicate = 複製
stories-edit-all = すべての項目を編集
stories-delete = 削除
stories-present-from-here = ここから授業で見せる
stories-edit-note = メモを編集
stories-move-up = 上へ移動
stories-move-down = 下へ移動

## A step: src/ui/stories/step.rs, sign.rs, words.rs

# What a screen reader calls a step, and its parts; says: its title, its date, what it shows.
stories-step = ステップ{ $number }：{ $says }
stories-step-title = ステップ{ $number }の題名
stories-step-note = ステップ{ $number }のメモ
stories-note-hint = 先生用のメモ。クラスには見えません
stories-drag-step = ステップ{ $number }をドラッグ
# What a step shows, among other things that are said of it.
stories-sign-window = 期間
stories-sign-links = つながりも
stories-sign-series = 統計
stories-sign-excerpt = 引用
# Short lengths of time.
stories-seconds = { $count }秒
stories-minutes = { $count }分
# Titles of steps that have none.
stories-look-around = 全体を見る
stories-missing-event = 見つからない出来事
stories-and-more = { $title }ほか{ $count }件
stories-not-in-file = ファイルにありません：{ $ids }

## What changes are called in “Undo: …”: src/ui/stories/changes.rs, field.rs

# The title of a story within a sentence, quoted where the language has it so.
stories-title = 「{ $title }」
stories-step-of = { $story }のステップ{ $number }
# What: a story, or a step as above.
stories-rename-it = { $what }の題名を変更
stories-move-it = { $what }を移動
stories-duplicate-it = { $what }を複製
stories-delete-it = { $what }を削除
stories-change-note = { $step }のメモを変更
# What was deleted, beside the way back.
stories-step-deleted = ステップ{ $number }を削除しました。
stories-story-deleted = { $story }を削除しました。
