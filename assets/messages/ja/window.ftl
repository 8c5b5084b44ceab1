# Bars, menus and boxes of the window.

## top_bar.rs

window-untitled = 無題の年表
window-extent = { $years } · { $events }
window-extent-built-in = { $extent } · 内蔵
window-present = 授業
window-present-hint = 見せるものを選びます。F5ですぐに始まります
window-edit = 編集
window-explore = 閲覧
window-in-japanese = 日本語で表示
window-in-english = 英語で表示
window-to-light = 明るく
window-to-dark = 暗く
window-theme-hint = 明るい配色と暗い配色を切り替えます
window-theme-system = システムに合わせる
window-file-menu = ファイル ▾
window-share = 共有…
window-open-file = ファイルを開く…
window-open-path = パスで開く…
window-import = ほかのソフトから取り込む…
window-update = 表から更新…
window-built-in = 内蔵の年表
window-save-as = 別名で保存…
window-save-when-asked = 指示したときだけ保存
window-save-by-itself = 変更のたびに自動で保存
window-settings = 設定…
window-filter = 絞り込み
window-recent = 最近のファイル

## saving.rs

window-unsaved = 未保存の変更
window-save-first = 先に変更を保存しますか
window-not-on-disk = { $file }には、まだディスクに保存していない変更があります。
window-do-not-save = 保存しない
window-stay = ここにとどまる
window-save-path = 年表を保存
window-save-path-field = 保存先のパス
window-ended-unsaved = { $when }の変更が保存される前にプログラムが終了しました。
window-throw-away = 破棄する
window-take-up = 引き継ぐ
window-changed-on-both = ここでもディスク上でも変更されています
window-reading-written = · 書いた内容を読み込み中…
window-not-saved = · 未保存の変更あり
window-saved = · 保存済み · 変更を監視中

## open_path.rs

window-path-field = 年表ファイルのパス
window-open = 開く
window-drop-hint = ファイルをウィンドウにドロップしても開けます。
window-path-hint = .ronファイルのパス

## status_bar.rs

window-all-keys = ?：すべてのキー
window-hint-wheel = ホイール：拡大縮小
window-hint-drag = ドラッグ：移動
window-hint-arrows = ← →：次の出来事
window-hint-centre = F：中央に表示
window-hint-add = ダブルクリック：追加
window-hint-move = 出来事をドラッグ：移動
window-hint-several = Ctrl＋クリック：複数選択
window-hint-read = E：閲覧に戻る
window-standard-input = 標準入力
window-no-problems = · 問題なし
window-dismiss = 閉じる
window-remarks = 指摘{ $count }件
window-problems = 問題点{ $count }件

## loading.rs

window-reading = { $name }を読み込み中
window-busy = { $what }…
window-getting-ready = 準備中
window-reading-share = { $name }を読み込み中、{ $share }
window-stop = 中止

## conflict.rs

window-conflict = ここでもディスク上でも変更
window-conflict-said = 同じ箇所がほかでも変更されました。何も失われていません。今後どちらを残すか選んでください。
window-conflict-line = { $line }行目
window-conflict-here = こちらの内容
window-conflict-disk = ディスク上の内容
window-conflict-both = 両方（続けて残す）
window-conflict-nothing = （なし）
window-conflict-use = この内容にする
window-conflict-later = 後で決める
window-conflict-choose = 先にそれぞれの箇所で一つ選んでください。

## event_list.rs

window-close-together = 近接した出来事
window-events-of = { $date }、{ $events }
