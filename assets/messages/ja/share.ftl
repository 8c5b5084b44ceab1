# The box in which files are made of the timeline.

## src/ui/share/mod.rs

share-share = 共有
share-write = ファイルに書き出す…
share-about-file = ファイルについて
share-done = 閉じる
share-copy = コピー

## src/ui/share/choices.rs: what can be written, and what it is for

share-picture = 画像
share-picture-says = 文書やスライド用
share-poster = ポスター
share-poster-says = 壁に貼る（A4～A0）
share-handout = プリント
share-handout-says = 読む、または書き込む
share-page = ウェブページ
share-page-says = 拡大・検索できる（ネット接続不要）
share-other = ほかのソフト用
share-other-says = TimelineJS、表、カレンダー

## src/ui/share/extent.rs, job.rs: what it comes to

share-counting = ページ数を数えています…
share-only-matching = { $what } · 条件に合う{ $events }のみ
share-pixels = { $size } ピクセル
share-points = { $size } ポイント
share-one-sheet = { $paper } 1枚
share-sheets = { $paper } { $sheets }枚
share-poster-file = { $title }（{ $paper }）.pdf
share-handout-file = { $title }（プリント）.pdf
share-worksheet-file = { $title }（ワークシート）.pdf
share-answers-file = { $title }（解答）.pdf
share-untitled = 年表
share-only-read = { $format }は読み込み専用です

## src/ui/share/options.rs: an option and what may be chosen

share-option = { $name }：{ $says }
share-form = 形式
share-size = サイズ
share-wide = 横長
share-slide = スライド、16:9
share-upright-page = 縦長のページ
share-pixels-for-point = 解像度
share-ground = 地の色
share-ground-of-theme = 配色のまま
share-transparent = 透明
share-fonts = フォント
share-fonts-in-file = 埋め込む
share-fonts-named = 名前のみ
share-paper = 用紙
share-sides = 向き
share-lying = 横向き
share-upright = 縦向き
share-printed-on = 印刷用紙
share-on-one-sheet = 1枚の紙
share-on-a4 = A4に分割
share-on-a3 = A3に分割
share-on-letter = レターに分割
share-sheet = 種類
share-leaf-read = 読む用
share-leaf-dates = 日付を空欄に
share-leaf-names = 題名を空欄に
share-sources = 出典
share-for = 対象
share-for-class = クラス
share-for-teacher = 先生（解答つき）
share-events = 出来事
share-all-events = すべての出来事
share-all-matching = 条件に合うものすべて
share-format = 形式
share-about-page = どのブラウザーでも開ける一つのファイルです。年表を拡大・検索でき、すべての出来事が出典つきで入ります。明るい配色と暗い配色の両方があり、ネット接続は使いません。
share-about-other = 年表全体を書き出します。相手のソフトに入れる場所がないものは、書き出したあとに一覧で示します。
share-read-from = 読む距離
share-usual-distance = { $metres } m（標準）
share-distance = { $metres } m
share-time = 期間
share-whole = 年表全体
share-window = ウィンドウに表示中の期間
share-colours = 配色
share-light = 明るい
share-dark = 暗い
share-on-paper = 印刷用
share-language = 言語
share-english = English
share-japanese = 日本語

## src/export/mod.rs, picture.rs: why something cannot be written, and what is to be known of it; begin without a capital

share-too-large = 画像は2億ピクセルまでですが、{ $width } × { $height } はそれを超えます。倍率を小さくしてください
share-too-far = 用紙を大きくするか、読む距離を短くしてください。この用紙の文字が読めるのは { $metres } m までです
share-too-many-lanes = 用紙を大きくするか、読む距離を短くしてください。すべての段に1行ずつ置く場所がありません
share-too-many-sheets = 400枚までですが、このポスターは{ $sheets }枚になります。大きい用紙を選んでください
share-too-many-events = 出来事は{ $most }件までですが、{ $events }件あります。絞り込むか、期間を短くしてください
share-no-events = プリントに載せる出来事がありません。別の期間、絞り込み、またはストーリーを選んでください
share-cancelled = 中止しました
share-not-drawn = 画像を描けませんでした：{ $why }
share-letters-missing = 次の文字はどのフォントにもないため表示されません：{ $letters }

## src/export/poster.rs: at the foot of each sheet of a poster that is glued together

share-poster-sheet = { $rows }段中{ $row }段目・{ $columns }枚中{ $column }枚目
share-poster-sheet-glued = { $which } · 印で切り、前の紙に1cm重ねて貼る
