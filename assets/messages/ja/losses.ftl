# What is lost between two file formats, in reports of import and export.

## losses.rs

# Heading of the list of all that follows.
losses-heading = 引き継がれなかったもの：
# A loss, and the names of those that lost it.
losses-named = { $what }：{ $names }
losses-named-and-more = { $what }：{ $names }、ほか{ $more }件
losses-names = { $names }、{ $name }
losses-listed = ・{ $line }
losses-times = { $what }（{ $count }件）
# The last line, where a file has too many kinds of losses to tell them all.
losses-beyond = このほか、別の種類のものが{ $count }件

## What lost something, where it has no name of its own

losses-line = { $number }行目
losses-item = { $number }番目のアイテム
losses-entry = { $number }行目のエントリー
losses-line-found = { $number }行目：{ $line }
losses-slide = 見出しのないスライド

## What lost something ($of), and what was found there

losses-of-found = { $of }（「{ $found }」とあります）
losses-of-text = { $of }（{ $found }）
losses-of-words = { $of }（「{ $words }」）
losses-of-read-as = { $of }（{ $found }を{ $meant }と解釈）
losses-of-guessed = { $of }（「{ $found }」を{ $meant }と解釈）
losses-of-span = { $of }（{ $begins }から{ $ends }まで）
losses-did-you-mean = { $of }（もしかして：{ $near }）
# A date of which only the end is there.
losses-until = { $end }まで

## json.rs
# What stands in a file where something else was expected.

## Of several formats
# "Here" is this program, into which a file is read; "there" is another, for which a file is written.

losses-field = 「{ $name }」は取り込めません
losses-column = 列「{ $name }」は取り込めません
losses-picture = 画像は取り込めません
losses-picture-in-text = 本文中の画像は取り込めません
losses-picture-in-a-text = 文章中の画像は取り込めません
losses-link-no-page = ウェブページ以外へのリンクを省きました
losses-colour = 色「{ $colour }」が分かりません
losses-zone = タイムゾーン「{ $zone }」が分かりません
losses-comes-back = 繰り返し（{ $field }）は最初の1回だけを取り込みました
losses-guess = 「{ $found }」を推測で{ $meant }と解釈しました
losses-guessed = 日付を推測しました
losses-date-in = 日付（{ $field }）を読み取れませんでした
losses-hour-of-end = 終わりの時刻は取り込めません
losses-clock-of-days = 何日かにわたる期間の時刻は取り込めません
losses-clock-unread = 読み取れない時刻を省きました
losses-end-before-start = 始まりより前にある終わりを省きました
losses-end-unread = 読み取れない終わりを省きました
losses-end-not-behind = 始まりより後にない終わりを省きました
losses-shape = 分類の形は書き出せません
losses-open-end = 期間の開いた端は1日として示し、「{ $field }」に残しました
losses-doubt = 日付の不確かさは示さず、「{ $field }」に残しました

## draft.rs

losses-event-undated = 読み取れる日付のない出来事を省きました
losses-era-undated = 読み取れる日付のない時代を省きました
losses-no-page = 「{ $url }」はウェブページのアドレスではありません
losses-link-astray = つながりの先の出来事がありません

## told.rs

losses-reading = 題名のよみがなは書き出せません
losses-second-name = 日本語の名称は書き出せません
losses-second-title = 年表のもう一つの題名は書き出せません
losses-quotation = 引用文は書き出せません
losses-sort-of-work = 出典の種別は書き出せません
losses-paragraphs = 出典の段落ごとの内容は書き出せません
losses-figures = 統計は書き出せません
losses-story = ストーリーは書き出せません

## rows.rs

losses-more-cells = 表の列数より多くのセルがある行で、余分なセルを省きました
losses-open-quote = 閉じられていない引用符のため、以降がすべて一つのセルになっています

## Tables

losses-row-undated = 日付のない行を省きました
losses-row-unread = 日付を読み取れないため、行を省きました
losses-significance = { $least }から{ $most }までの数でない重要度を省きました
losses-astronomers = 0より小さい年を、-43を紀元前44年とする天文学の数え方で解釈しました
losses-second-row = 同じ出来事の2つ目の行を省きました
losses-row-untitled = 同じIDの出来事がないため、題名のない行を省きました
losses-date-as-it-was = 日付を読み取れないため、出来事の日付は元のままです
losses-needed = 出来事の項目「{ $field }」は省けません
losses-unwritten = 項目を書き込めませんでした（{ $error }）
losses-column-excerpts = 引用には列がありません
losses-column-source = 出典はIDだけを書き出します
losses-column-category = 分類の色、形、もう一つの名称は書き出せません
losses-column-actor = 関係者のもう一つの名称は書き出せません
losses-row-eras = 時代には行がありません
losses-row-series = 統計には行がありません
losses-row-stories = ストーリーには行がありません
losses-row-title = 年表の題名には行がありません

## iCalendar

losses-no-property = カレンダーのプロパティでない行を読み飛ばしました
losses-of-calendar = カレンダーの「{ $name }」は取り込めません
losses-entry-cut = 終わりのないエントリーを省きました。ファイルがそこで切れているか、壊れています
losses-file-cut = 「{ $line }」の前でファイルが終わっています。その後にあったものが欠けています
losses-second-category-named = 2つ目の分類（{ $name }）は取り込めません
losses-source-unread = 読み取れない出典を省きました
losses-attached = 添付ファイルは取り込めません
losses-no-date-in = 日付（{ $field }）のないエントリーを省きました
losses-entry-no-date = 「{ $field }」が日付でないエントリーを省きました（{ $found }）
losses-end-found = 日付でない終わり（{ $found }）を省きました
losses-end-before-beginning = 始まりより前の終わりを省きました
losses-hours = 何時間続くかは取り込めません
losses-clock-of-lasting-days = 何日も続くものの時刻は取り込めません
losses-moved-in-calendar = カレンダーで動かされた日付は、カレンダーにあるとおりの精度になります
losses-without-zone = タイムゾーン「{ $zone }」が分からないため、時刻だけを取り込みました
losses-colour-and-shape = 分類の色と形は書き出せません
losses-years = カレンダーで表せるのは{ $first }年から{ $last }年までです。その外にあるものを省きました

## markwhen

losses-comment = コメントは取り込めません
losses-of-section = セクションの「{ $name }」は取り込めません
losses-of-header = ヘッダーの「{ $name }」は取り込めません
losses-stray-line = どの出来事のものでもない行を読み飛ばしました
losses-nested-sections = 入れ子のセクションは取り込めません。そのうちの一つを分類にしました
losses-done = 済んだかどうかは取り込めません
losses-date-changed = 変更された日付は、出来事の行にあるとおりの精度になります
# $why is one of the reasons that follow.
losses-event-unread = 日付「{ $found }」を読み取れない出来事を省きました（{ $why }）
losses-why-no-such-date = そのような日付はありません
losses-why-end-first = 終わりが始まりより前にあります
losses-why-now = 「{ $word }」は読む時によって変わります
losses-why-not-above = 基準にする出来事がそれより上にありません
losses-why-no-date = 日付ではありません
losses-why-no-day = 日のない時刻です
losses-second-tag = 2つ目のタグ（#{ $tag }）は取り込めません
losses-section-around = タグを分類とする出来事の、外側のセクションは取り込めません
losses-date-unwritten = { $format }で表せない日付を省きました
losses-doubt-in-property = 日付の不確かさは示さず、プロパティ「{ $field }」に残しました

## SIMILE Timeline

losses-event-of-sort = { $found }になっている出来事を省きました
losses-element = <{ $element }>でない要素を省きました
losses-wiki = 題名のリンク先のウィキは取り込めません
losses-is-moment = この形式の「{ $field }」は、期間の中の一時点を表します。期間のつもりなら、期間として書いてください
losses-colour-of-event = 出来事ごとの色は取り込めません
losses-picture-in = 画像（{ $field }）は取り込めません
losses-icon-in = アイコン（{ $field }）は取り込めません
losses-colour-of-title = 題名の色（{ $field }）は取り込めません
losses-picture-of-stretch = 期間の画像（{ $field }）は取り込めません
losses-track = 出来事のトラック（{ $field }）は取り込めません
losses-wiki-page = ウィキのページ名（{ $field }）は取り込めません
losses-second-text = 2つ目の文章（{ $field }）は取り込めません
losses-uncertain-ends = 期間の端がどこまで不確かかは取り込めません。不確かであることだけを残しました
losses-date-otherwise = 別の日付を指しているかもしれません。確かめてください

## The Timeline Project

losses-numbers = この年表の数（{ $kind }）を年とみなしました
losses-parent = 上位の分類は取り込めません
losses-colour-of-texts = 分類の文字の色は取り込めません
losses-colour-of-era = 時代の色は取り込めません
losses-view = 表示していた期間は残りません
losses-hidden = 分類を隠していたことは残りません
losses-container = コンテナの中の出来事を、その一部としてつながる出来事にしました
losses-clock-of-fuzzy = あいまいな日付の時刻は取り込めません
losses-second-category = 出来事の2つ目の分類は取り込めません
losses-progress = 出来事の進み具合（{ $field }）は取り込めません
losses-locked = 出来事のロックは取り込めません
losses-alert = アラートは取り込めません
losses-icon = アイコンは取り込めません
losses-labels = 出来事のラベルは取り込めません
losses-milestone = 出来事がマイルストーンであることは取り込めません
losses-colour-without-category = 分類のない出来事の色は取り込めません

## TimelineJS

losses-script = 年表を囲むスクリプトは残りません
losses-no-list = 「{ $field }」がリストではなく{ $found }です
losses-instead-of-slide = スライドの代わりにある{ $found }を省きました
losses-of-timeline = 年表の「{ $name }」は取り込めません
losses-of-slide = スライドの「{ $name }」は取り込めません
losses-of-field = 「{ $field }」の「{ $name }」は取り込めません
losses-of-date = 日付の「{ $name }」は取り込めません
losses-second-title-row = 2つ目の題名を出来事として取り込みました
losses-type-of-row = 種類が「{ $name }」の行を出来事として取り込みました
losses-text-below-title = 題名の下の文章は取り込めません
losses-picture-of-title = 題名の画像は取り込めません
losses-background-of-title = 題名の背景は取り込めません
losses-date-of-title = 題名の日付は取り込めません
losses-background = スライドの背景（{ $field }）は取り込めません
losses-text-of-era = 時代の文章は取り込めません
losses-small-picture = スライドの小さな画像（{ $field }）は取り込めません
losses-picture-in-words = 画像の代替テキスト（{ $field }）は取り込めません
losses-media = 本文の横の画像、動画、ページ（{ $field }）は取り込めないため、出典として残しました
losses-form-of-media = スライド内の引用文やページ（{ $field }）の体裁は取り込めません
losses-picture-beside = ファイルと同じ場所にある画像（{ $field }）は取り込めません
losses-day-without-month = 月のない日、または日のない時刻を省きました
losses-part-of-date = 日付のうち、ありえない部分を省きました
losses-thousandths = 1000分の1秒の単位は残りません
losses-slide-undated = 開始日のないスライドを省きました
losses-slide-unread = 年を読み取れないため、スライドを省きました
losses-clock-of-ends = 期間の両端の時刻は残りません
losses-words-for-date = 日付の代わりに示す言葉（{ $field }）は残りません
losses-ids = 出来事のIDには列がありません
losses-slide-era-title = 時代の題名は一つの言語だけを書き出します
losses-no-known-day = 日がまったく分からない日付を、出来事とともに省きました
losses-date-in-words = 年月日で正確に表せない日付を、言葉（{ $field }）で書き出しました
losses-date-not-read-back = 年月日で正確に表せない日付を、言葉で書き出しました。取り込み直しても日付としては読み取れません
losses-slide-excerpts = 引用はスライドに載せられません
losses-slide-links = 出来事のつながりはスライドに載せられません
losses-slide-actors = 関係者はスライドに載せられません
losses-slide-significance = 出来事の重要度はスライドに載せられません
losses-slide-title = スライドの題名は一つの言語だけを書き出します
losses-slide-source = 出典は著者、題名、日付、アドレスだけを書き出します
losses-slide-category = 分類の色と形は載せられません
losses-slide-series = 統計はスライドに載せられません
losses-slide-stories = ストーリーはスライドに載せられません

## vis-timeline

losses-group-without-id = IDのないグループを省きました
losses-of-group = グループの「{ $name }」は取り込めません
losses-no-object = オブジェクトでないアイテムを省きました
losses-date-moved = 動かされた日付は、「{ $start }」と「{ $end }」にあるとおりの精度になります
losses-no-start = 「{ $field }」のないアイテムを省きました
losses-item-no-date = 「{ $field }」が日付でないアイテムを省きました（{ $found }）
losses-clock-of-lasting = 続いたものの時刻は取り込めません
losses-end-no-date = 日付でない終わり、または始まりより前の終わりを省きました（{ $found }）
losses-style = アイテムのスタイルは取り込めません
losses-out-of-calendar = どの暦でも表せない日付を省きました

## Wikidata

losses-row-of-sort = { $found }になっている行を省きました
losses-second-kind = 出来事の2つ目の種類は取り込めません
losses-no-title = 結果に題名がありません
losses-point-beside = 始まりと終わりのほかにある時点は取り込めません
losses-only-end = 終わりしか分からないため、それを日付としました
losses-more-dates = 日付が複数あるため、最初のものを取り込みました
losses-date-unread = 日付を読み取れませんでした
losses-january = 結果に精度がないため、1月1日を年だけが分かる日付とみなしました（{ $ask }を問い合わせに加えてください）
losses-first-of-month = 結果に精度がないため、月の1日は月だけが分かる日付かもしれません（{ $ask }を問い合わせに加えてください）
losses-vague = 十年、世紀、またはそれより粗い日付を、おおよその年としました
