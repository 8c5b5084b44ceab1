# Presenting in class: the class’s window, the teacher’s, displays.

## src/ui/present/choose.rs: the box in which a lesson is begun

lesson-present = 授業で見せる
lesson-where-class-looks = クラスが見る画面
lesson-events-one-by-one = 表示中の出来事を一つずつ
lesson-to-stories = ストーリーとステップ
lesson-ask-class = クラスに質問

## src/ui/present/boards.rs: what lies over the picture

lesson-all-steps = すべてのステップ
lesson-go-to = ステップへ移動
lesson-menu = この授業
lesson-no-step-yet = まだステップがありません。
lesson-step = ステップ{ $step }：{ $title }、{ $date }
lesson-step-number = ステップの番号
lesson-of-steps = / { $count }
lesson-go = 移動
lesson-this-screen = この画面
lesson-this-screen-notes = メモは必要なときに表示
lesson-one-display = ほかのディスプレイは、接続するとここに表示されます。
lesson-display-here = { $size } · このウィンドウがある画面
lesson-choice = { $name }、{ $says }
lesson-button-back = 戻る
lesson-button-next = 次へ
lesson-button-cover-names = 題名を隠す
lesson-button-pointer = ポインター
lesson-button-pen = ペン
lesson-button-wipe = 消す
lesson-button-black = 黒い画面
lesson-button-white = 白い画面
lesson-button-freeze = 静止
lesson-button-explore = 自由に見る
lesson-button-swap = 次のディスプレイ
lesson-button-displays = ディスプレイ
lesson-button-keys = すべてのキー
lesson-button-end = 終了

## src/ui/present/mod.rs

lesson-no-step = ステップなし
lesson-position = { $step } / { $count }
lesson-exploring-frozen = 自由に見ています。プロジェクターは静止しています。
lesson-exploring = 自由に見ています。クラスにもこの表示が見えています。
lesson-back-to-step = ステップ{ $step }に戻る (Z)

## src/ui/present/presenter.rs: the teacher’s screen

lesson-is-blank = 画面を隠しています
lesson-is-frozen = プロジェクターは静止しています
lesson-names-are-covered = 題名を隠しています
lesson-elapsed = 経過 · { $now }
lesson-elapsed-hint = 授業開始からの時間（Tで0に戻す）
lesson-step-time = このステップ：{ $target }のうち{ $spent }
lesson-the-end = 終わり
lesson-next-slide = 次
lesson-would-be-on-projector = プロジェクターに映るはずの画面
lesson-frozen-on-projector = プロジェクター（ステップ{ $step }で静止）
lesson-on-projector = プロジェクター
lesson-notes = メモ
lesson-smaller-notes = メモの文字を小さく
lesson-larger-notes = メモの文字を大きく
lesson-for-phone = 携帯電話用…
lesson-key = { $key } { $does }
lesson-key-step = ステップ
lesson-key-blank = 画面を隠す
lesson-key-freeze = 静止
lesson-key-explore = 自由に見る
lesson-key-pointer = ポインター
lesson-key-pen = ペン
lesson-key-overview = 一覧
lesson-key-cover-names = 題名を隠す
lesson-key-quiz = 設問
lesson-key-swap = 画面を切り替え
lesson-key-all = すべてのキー
lesson-key-end = 終了

## src/ui/present/notes.rs, strip.rs, touch.rs, windows.rs

lesson-no-notes = このステップにメモはありません。
lesson-notes-file = { $title }（メモ）.html
lesson-slide = スライド、次のステップへ
lesson-slide-of-class = クラスのスライド、次のステップへ
lesson-cover = 画面を隠しています、もう一度表示
lesson-window = { $title } – Transpacific

## src/state/presenting.rs, presenting/displays.rs: what the teacher is told

lesson-story-gone = このストーリーはファイルにもうありません。
lesson-told-story-gone = 授業で見せていたストーリーはファイルにもうありません。
lesson-last-step = 最後のステップです。
lesson-first-step = 最初のステップです。
lesson-nothing-to-show = 表示するステップがありません。Escで終了します。
lesson-event-missing = このステップの出来事がファイルにありません：{ $event }。
lesson-events-missing = このステップの次の出来事がファイルにありません：{ $events }。
lesson-display-gone = ディスプレイ「{ $display }」が外れました。授業はこの画面で続き、接続し直すと元のディスプレイに戻ります。別のディスプレイに映すにはSを押してください。
lesson-display-back = ディスプレイが戻りました。
lesson-display-more = ディスプレイが増えました。Sを押すと、そこに授業を表示します。

## src/state/recording.rs: a step is made from what is looked at

lesson-new-story = 新しい授業
lesson-record = この表示の記録
lesson-recorded = 「{ $title }」のステップ{ $step }として記録しました
lesson-recorded-here = { $recorded }。
