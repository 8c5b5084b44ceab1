# All commands and the headings of the list of keys.

## Look

commands-zoom-in = 拡大
commands-zoom-out = 縮小
commands-pan-earlier = 前の時代へ移動
commands-pan-later = 後の時代へ移動
commands-centre = 選択した出来事を中央に表示し、次に全体を収める
commands-fit-all = 年表全体を表示
commands-back = 前の表示に戻る
commands-forward = 次の表示に進む

## Events

commands-next-event = 次の出来事
commands-previous-event = 前の出来事
commands-lane-above = 上の段の最も近い出来事
commands-lane-below = 下の段の最も近い出来事
commands-first-event = 最初の出来事
commands-last-event = 最後の出来事
commands-link-forward = つながりをたどって後の出来事へ
commands-link-back = つながりをたどって前の出来事へ
commands-read = 選択した出来事を読む
commands-step-back = 一つ戻る：最後に開いたものを閉じる

## Find

commands-search = 検索
commands-clear-filter = 検索と絞り込みを解除
commands-toggle-others = ほかの出来事を隠す・薄くする
commands-category-1 = 分類1を表示・隠す
commands-category-2 = 分類2を表示・隠す
commands-category-3 = 分類3を表示・隠す
commands-category-4 = 分類4を表示・隠す
commands-category-5 = 分類5を表示・隠す
commands-category-6 = 分類6を表示・隠す
commands-category-7 = 分類7を表示・隠す
commands-category-8 = 分類8を表示・隠す
commands-category-9 = 分類9を表示・隠す

## Cite

commands-copy-citation = 選択した出来事の出典表記をコピー
commands-bibliography-chicago = 文献一覧をコピー：Chicago
commands-bibliography-mla = 文献一覧をコピー：MLA
commands-bibliography-apa = 文献一覧をコピー：APA
commands-bibliography-bibtex = 文献一覧をコピー：BibTeX

## Write

commands-edit-mode = 編集と閲覧を切り替え
commands-add-event = 出来事を追加
commands-undo = 元に戻す
commands-redo = やり直す
commands-save = 保存
commands-save-as = 別名で保存
commands-toggle-autosave = 変更のたびに自動で保存・指示したときだけ保存
commands-open-editor = ファイルをテキストエディターで開く

## Teach

commands-present = 選んでいるストーリーを授業で見せる
commands-present-here = 表示中の出来事をここから授業で見せる
commands-choose-lesson = 見せるものとディスプレイを選ぶ
commands-quiz = クラスに問う
commands-stories = ストーリー
commands-outline = 目次
commands-record-view = この表示をステップとして記録

## Window

commands-palette = すべてのコマンド
commands-keys = すべてのキー
commands-open-file = 年表を開く
commands-open-path = パスを入力して年表を開く
commands-share = 共有：図、ポスター、ほかのソフト
commands-import = ほかのソフトから取り込む
commands-update-from-table = 表から年表を更新
commands-open-built-in = 内蔵の年表を開く
commands-article = 記事を表示・隠す
commands-problems = ファイルの問題点を表示・隠す
commands-text = ファイルの本文を表示・隠す
commands-toggle-theme = 明るい配色・暗い配色
commands-toggle-contrast = 高コントラストの切り替え
commands-settings = 設定
commands-larger-text = 文字を大きく
commands-smaller-text = 文字を小さく
commands-usual-text = 文字を標準の大きさに
commands-toggle-motion = 動きを減らす設定の切り替え
commands-toggle-language = 英語・日本語
commands-toggle-wheel = ホイールの働き：拡大縮小・移動
commands-toggle-era-ruler = 元号の目盛り

## In questions

commands-questions-next-step = 答えを表示し、次の設問へ
commands-questions-previous-step = 答えを隠す、または前の設問へ
commands-questions-close-step = 設問を閉じる

## In class

commands-next-step = 次のステップ
commands-previous-step = 前のステップ
commands-first-step = 最初のステップ
commands-last-step = 最後のステップ
commands-go-to-step = 番号でステップへ移動
commands-step-overview = すべてのステップを一覧
commands-blank = 画面を黒くする・戻す
commands-white = 画面を白くする・戻す
commands-freeze = プロジェクターを止める・再開する
commands-roam = 自由に見て回る・ステップに戻る
commands-pointer = ポインター
commands-pen = ペン
commands-wipe = 書き込みを消す
commands-notes = この画面のメモ
commands-larger-notes = メモの文字を大きく
commands-smaller-notes = メモの文字を小さく
commands-cover-names = 名前を隠す・見せる
commands-swap-display = 次のディスプレイで授業を表示
commands-displays = ディスプレイを選ぶ
commands-lesson-menu = 操作用の大きなボタン
commands-reset-clock = 時計を0に戻す
commands-end-lesson = 終了
commands-close-step = ステップの上に開いたものを閉じる、なければ終了

## Headings of the list of keys

commands-group-look = 表示
commands-group-events = 出来事
commands-group-find = 検索
commands-group-cite = 引用
commands-group-write = 編集
commands-group-teach = 授業
commands-group-window = ウィンドウ
commands-group-class = 授業中
commands-group-questions = 設問中
commands-group-mouse = マウスとタッチ

## Lines of the list of keys that are no commands

commands-any-category = 分類を表示・隠す
commands-take-up-card = カードを取り、動かす
commands-move-year = 時間軸で：1年、Shiftで10年
commands-first-or-last-place = 最初の位置へ、最後の位置へ
commands-wheel = ホイール、ピンチ
commands-wheel-does = 指した位置で拡大縮小
commands-shift-wheel = Shift＋ホイール
commands-shift-wheel-does = 時間を移動
commands-drag = ドラッグ
commands-drag-does = 時間を移動
commands-double-click = ダブルクリック
commands-double-click-does = 拡大
commands-click-strip = 帯をクリック
commands-click-strip-does = 含まれる出来事を見分ける

## The palette

commands-palette-hint = コマンドまたは出来事
commands-palette-nothing = その名前のものはありません
