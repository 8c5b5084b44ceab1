# What is wrong with a file, where, and what to do.

## How one is shown: the words before it

checks-error = エラー
checks-warning = 警告
checks-note = 注
checks-hint = ヒント
checks-one-more-error = …ほかにエラーが1件、ここから始まります
checks-more-errors = …ほかにエラーが{ $count }件、ここから始まります
checks-one-more-warning = …ほかに警告が1件、ここから始まります
checks-more-warnings = …ほかに警告が{ $count }件、ここから始まります

## The panel of problems

checks-summary = { $name }：{ $problems }。出来事{ $events }を読み込めました。
checks-summary-kept = { $said }読めない{ $count }件は、赤い輪を付けて前のまま表示しています。
checks-summary-remarks = { $said }{ $remarks }。
checks-problems = { $count ->
    [0] 問題点なし
   *[other] 問題点{ $count }件
}
checks-remarks = 指摘{ $count }件
checks-close = 閉じる
checks-close-name = 問題点を閉じる
checks-copy-all = すべてコピー
checks-show = テキストで表示
checks-show-line = テキストの{ $line }行目を表示
checks-open = エディターで開く
checks-open-line = エディターで{ $line }行目を開く

## The file as a whole

checks-too-large = 4 GiBまでのファイルが必要ですが、{ $bytes }バイトあります
checks-too-large-hint = 出来事をいくつかのファイルに分けてください
checks-utf16 = UTF-8のファイルが必要ですが、UTF-16です
checks-not-utf8 = UTF-8のテキストが必要ですが、{ $offset }バイト目に{ $byte }があります
checks-not-utf8-hint = エディターの「名前を付けて保存」で文字コードUTF-8を選んでください

## Brackets, commas, quotation marks

checks-expected = { $expected }が必要ですが、{ $found }があります
checks-found-end = ファイルの終わり
checks-found-text = 文字列
checks-a-value = 値
checks-field-name = `title:`のような項目名
checks-top-field-name = `events:`のような項目名
checks-comma-or-round = `,`または`)`
checks-comma-or-square = `,`または`]`
checks-an-entry = `(`で始まるエントリー
checks-one-bracket = `(`ひとつで始まるエントリー
checks-missing-comma-hint = ここにコンマを入れてください
checks-unclosed-comment = ここから始まるコメントを閉じる`*/`が必要です
checks-unopened-text = この文字列の前に引用符が必要です
checks-unopened-text-hint = 文字列を`"`で囲んでください
checks-unclosed-text = ここから始まる文字列の終わりに引用符が必要です
checks-unclosed-text-hint = 文字列の終わりに`"`を入れてください
checks-quotation-mark = この引用符の後には`,`かエントリーの終わりが必要ですが、文字列が続いています
checks-quotation-mark-hint = 文字列の中の引用符は`\"`と書くか、“ と ”を使ってください
checks-too-deep = 括弧の入れ子は{ $depth }段までですが、さらに深くなっています
checks-bracket-unclosed = この括弧を閉じる括弧が必要です
checks-quoted-name = 引用符のない項目名が必要です
checks-missing-colon = { $name }の後に`:`が必要ですが、{ $found }があります
checks-unclosed-bracket = { $found }の前に、この括弧を閉じる`{ $close }`が必要です
checks-unclosed-bracket-note = この前に`{ $close }`が必要です
checks-ends-early = この括弧を閉じる`{ $close }`が必要ですが、ファイルが終わっています
checks-ends-early-hint = まわりに閉じていない括弧が{ $more }個あります。ファイルの終わりが欠けていませんか
checks-wrapper = `{ $wrapper }`が必要ですが、{ $found }があります
checks-empty = 年表が必要ですが、何もありません
checks-empty-hint = `{ $example }`と書き始めてください
checks-no-opening = `{ $wrapper }(`が必要ですが、{ $found }があります
checks-no-opening-hint = 年表は`{ $wrapper }(`で始まり`)`で終わります
checks-list-goes-on = `{ $list }`はここで終わるはずですが、エントリーが続いています
checks-list-goes-on-hint = この括弧を取り除いてください
checks-list-goes-on-note = 次のエントリーはここです
checks-stray-bracket = ここで閉じるものはないはずですが、{ $found }があります
checks-stray-bracket-hint = この括弧を取り除くか、欠けている開き括弧を前に入れてください
checks-stray-field = `(`で始まるエントリーが必要ですが、項目{ $found }があります
checks-stray-field-hint = 前のエントリーを閉じるのが早すぎませんか

## Entries and their fields

checks-a-timeline = 年表
checks-a-category = 分類
checks-an-actor = 関係者
checks-an-era = 時代
checks-a-source = 出典
checks-an-event = 出来事
checks-an-excerpt = 引用
checks-a-link = つながり
checks-a-series = 統計
checks-a-story = ストーリー
checks-a-step = ステップ
checks-timeline = 年表
checks-category = 分類
checks-actor = 関係者
checks-era = 時代
checks-source = 出典
checks-event = 出来事
checks-excerpt = 引用
checks-link = つながり
checks-series = 統計
checks-story = ストーリー
checks-step = ステップ
checks-not-an-entry = `({ $first }: …)`のような{ $what }が必要ですが、{ $found }があります
checks-field-again = { $what }の`{ $name }`は1回だけのはずですが、もう一度あります
checks-again = `{ $name }`は1回だけのはずですが、もう一度あります
checks-first-counts = 最初のものはここにあり、こちらが有効です
checks-both-are-read = 最初のものはここにあります。両方とも読み込まれます
checks-missing-field = 項目`{ $name }`が必要ですが、このエントリーにはありません
checks-missing-field-hint = `{ $name }: { $example }`を加えてください
checks-source-id = "出典のID"
checks-event-id = "出来事のID"
checks-unknown-field = { $what }の項目が必要ですが、{ $found }があります
checks-unknown-variant = { $known }のどれかが必要ですが、{ $found }があります
checks-without-quotation-marks = 引用符なしで書いてください
checks-write = { $words }と書いてください
checks-did-you-mean = もしかして：`{ $near }`
checks-known = 使えるもの：{ $names }
checks-out-of-range = 1から{ $most }までの数が必要ですが、{ $found }があります。{ $used }を使います
checks-bad-escape = `\"`、`\\`、`\n`など、決まったエスケープが必要です：{ $why }
checks-bad-escape-hint = バックスラッシュは`\\`と書いてください
checks-bad-color = "#RRGGBB"の形の色（#と16進数6桁）が必要です
checks-empty-id = ほかのエントリーにない短い名前が必要ですが、空の文字列があります
checks-no-events = リスト`events: [ … ]`が必要ですが、この年表にはありません
checks-a-list = `[ ]`のリスト
checks-a-quoted-text = 引用符で囲んだ文字列
checks-a-point = `("1971", 349.3)`のような値
checks-a-date-and-number = `("1971", 349.3)`のような日付と数
checks-a-number = 数
checks-a-number-from-one = 1以上の整数
checks-a-significance = 1から5までの整数
checks-a-paragraph = 段落の番号
checks-a-stance = `Supports`、`Disputes`、`Context`のどれか
checks-a-link-kind = `LedTo`のような種類
checks-a-source-kind = `Article`のような種類
checks-a-shape = `Diamond`のような形
checks-true-or-false = `true`か`false`
checks-a-show = `Event`、`Window`、`Links`、`Series`、`Excerpt`のどれか
checks-found-fields = `( )`に入った項目
checks-found-values = `( )`に入った値
checks-found-list = リスト
checks-found-map = `{"{"} {"}"}`の対応表
checks-found-broken = 読めないもの

## What does not fit together

checks-duplicate-id = ほかの{ $what }にないIDが必要ですが、{ $again }がもう一度あります
checks-duplicate-id-hint = 変更されるまで、こちらは{ $free }と呼ばれます
checks-first-is-here = 最初のものはここです
checks-bad-url = http://かhttps://で始まるアドレスが必要です
checks-outside-path = 年表と同じフォルダーかその中のファイルが必要ですが、このパスはフォルダーの外に出ます
checks-outside-path-hint = テキストを年表のファイルの隣に置き、名前だけを書いてください
checks-unread-event = { $event }を読み込めなかったため、そこへのつながりはありません
checks-unread-event-note = それはここにあります
checks-unknown-id = 既知の{ $what }のIDが必要ですが、{ $found }があります
checks-empty-title = 題名が必要ですが、空の文字列があります。IDを表示します
checks-not-kana = よみがなはかなで書きますが、`{ $letter }`があります
checks-long-quote = { $most }語までの引用文が必要ですが、{ $count }語あります
checks-paragraph = 1から{ $count }までの段落が必要ですが、{ $found }があります
checks-paragraph-hint = `{ $source }`には要旨が{ $count }個、段落ごとにひとつあります
checks-self-link = ほかの出来事へのつながりが必要ですが、自分自身につながっています
checks-dead-link = `{ $source }`のアドレスの先には何もありません：{ $why }
checks-dead-link-gone = サーバーの答えは{ $status }です
checks-dead-link-hint = 資料を探し直すか、保存された写しのアドレスを書いてください

## What a careful editor asks: an entry and the rest of its file

checks-no-japanese-title = `{ $event }`には日本語の題名がありませんが、ほかにはあります
checks-no-japanese-title-hint = `title_ja: "…"`を加えてください
checks-untranslated = { $kind }`{ $entry }`には日本語の名前がありませんが、ほかにはあります
checks-many-untranslated = { $kind }{ $all }件のうち{ $count }件に日本語の名前がありません。最初は`{ $entry }`です
checks-untranslated-title = 年表には日本語の題名がありませんが、その中にはあります
checks-untranslated-step = { $step }には日本語の題名がありませんが、ほかにはあります
checks-untranslated-unit = 単位`{ $unit }`には日本語がありませんが、ファイルのほかの語にはあります
checks-untranslated-hint = `{ $field }: "…"`を加えてください
checks-no-source = `{ $event }`には出典がありません
checks-no-source-hint = 出典のIDを`sources: ["…"]`に加えてください
checks-summary-length = { $least }語から{ $most }語の概要が必要ですが、{ $count }語あります
checks-outside-eras = { $date }はどの時代にも入りませんが、ほかの出来事はほとんど入っています
checks-outside-eras-hint = 日付を直すか、時代をそこまで広げてください
checks-many-turning-points = { $all }件のうち{ $count }件の出来事が重要度5です。これほど多くては、どれが転換点なのでしょうか
checks-many-turning-points-hint = 5はクラスが覚えるべき少数のために取っておいてください
checks-unused-source = 出典`{ $source }`はどこにも引かれていません
checks-unused-source-hint = 出来事の出典にするか、取り除いてください

## What a careful editor asks: steps of stories

checks-step-of = ストーリー`{ $story }`のステップ{ $number }
checks-step-out-of-view = { $step }は{ $date }の`{ $event }`を見せるはずですが、期間は{ $window }です
checks-step-out-of-view-hint = ステップの期間を広げてください
checks-step-without-links = { $step }は`{ $event }`のつながりを見せるはずですが、つながりがありません
checks-step-without-links-hint = つながる先を`events: ["…"]`に書くか、出来事につながりを加えてください
checks-step-without-event = { $step }は{ $shows }を見せるので出来事の指定が必要ですが、ありません
checks-step-without-series = { $step }は{ $shows }を見せるので統計の指定が必要ですが、ありません
checks-step-without-hint = `{ $field }: "…"`を加えるか、`show`を取り除いてください
checks-step-without-excerpt = { $step }は`{ $event }`の引用文を見せるはずですが、引用文がありません
checks-step-without-excerpt-hint = 出来事の`excerpts`に加えるか、ステップの表示をEventにしてください
checks-step-excerpt = { $step }は`{ $event }`の引用文1から{ $count }のどれかを見せるはずですが、{ $found }があります
checks-step-excerpt-hint = 最後のものなら`excerpt: { $count }`と書いてください

## What a careful editor asks: links and dates

checks-link-to-later = { $kind }は後の出来事を指すはずですが、`{ $from }`は{ $from_date }、`{ $to }`は{ $to_date }です
checks-link-to-earlier = { $kind }は前の出来事を指すはずですが、`{ $from }`は{ $from_date }、`{ $to }`は{ $to_date }です
checks-link-apart = { $kind }は同じ時期の出来事を指すはずですが、`{ $from }`は{ $from_date }、`{ $to }`は{ $to_date }です
checks-link-order-hint = つながりを逆にするか、種類を変えるか、日付を直してください
checks-more-like-this = 同じようなものがほかに{ $count }件あります

## What a careful editor asks: quotations and their texts

checks-not-verbatim = `{ $source }`の言葉が必要ですが、{ $quote }はその本文にありません
checks-not-verbatim-hint = 本文から一字一句そのまま写してください
checks-other-paragraph = `{ $source }`の言葉が必要ですが、{ $quote }があるのは第{ $said }段落ではなく第{ $found }段落です
checks-other-paragraph-hint = paragraph: { $found }と書いてください
checks-unread-text = `{ $source }`の本文を読めません：{ $why }

## What a careful editor asks: days of the week

checks-weekday = { $date }は{ $was }でしたが、本文には{ $named }とあります
checks-weekday-hint = どちらかが間違っています
checks-monday = 月曜日
checks-tuesday = 火曜日
checks-wednesday = 水曜日
checks-thursday = 木曜日
checks-friday = 金曜日
checks-saturday = 土曜日
checks-sunday = 日曜日
