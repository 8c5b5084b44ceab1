# Files of other programs in and out, and what is lost on the way.

## Why a file of another program cannot be read

formats-at = { $line }行{ $column }列：{ $what }
formats-nothing = 空のファイルです。年表をもう一度書き出してください
formats-ours = Transpacificの年表なので取り込みは要りません。ファイルをそのまま開いてください
formats-unknown-json = 知られていない種類のJSONです。読めるもの：{ $names }
formats-unknown-xml = 知られていない種類のXMLかHTMLです。読めるもの：{ $names }
formats-unknown-text = 知られていない種類のテキストです。読めるもの：{ $names }
formats-empty = { $what }が必要ですが、空のファイルです。年表をもう一度書き出してください
formats-script = { $what }が必要ですが、JavaScriptです（{ $why }）。読めるのはブラウザーだけです。年表を表示するページを開き、ブラウザーのコンソールで変数の名前を入れてcopy(JSON.stringify(NAME))と打ち、コピーされたものを新しいファイルに貼り付けてください
formats-json-cut = { $what }が必要ですが、テキストが途中で終わっています（{ $why }）。もう一度ダウンロードするか書き出してください
formats-no-json = { $what }が必要ですが、JSONではありません（{ $why }）。その場所を直すか、もう一度書き出してください
formats-xml-overloaded = 年表にはありえない数の属性か名前空間があります。取り除いてください
formats-xml-document-type = { $what }が必要ですが、読み込めない文書型宣言（`<!DOCTYPE …>`）があります。削除してください
formats-xml-unknown-entity = { $what }が必要ですが、XMLにない`&{ $name };`があります。文字そのものを書いてください
formats-xml-bare-sign = { $what }が必要ですが、`&`がそのまま書かれています。`&amp;`と書いてください
formats-xml-cut = { $what }が必要ですが、テキストが途中で終わっています。もう一度保存するか書き出してください
formats-xml-too-large = { $what }が必要ですが、要素とテキストが{ $most }個を超えています。年表を分けてください
formats-xml-torn = { $what }が必要ですが、読めません（{ $why }）。その場所を直すか、もう一度書き出してください
formats-found-nothing = 何もない値
formats-found-none = 何もない値
formats-found-null = 何もない値（null）
formats-found-bare-null = null
formats-found-yes-or-no = 真偽値
formats-found-true-or-false = 真偽値
formats-found-truth = 真偽値
formats-found-number = 数
formats-found-text = 文字列
formats-found-list = リスト
formats-found-object = オブジェクト
formats-found-no-items = `items`のないオブジェクト
formats-found-answer = はい・いいえの答え
formats-csv-row = CSVの表の行が必要です（{ $why }）
formats-csv-empty = 1行目に列の名前があるCSVの表が必要ですが、何もありません
formats-no-date-column = 出来事の日付の列が必要ですが、1行目にあるのは{ $found }です。どの列かを--map when=COLUMNで指定してください
formats-no-title-column = 出来事の題名の列が必要ですが、1行目にあるのは{ $found }です。どの列かを--map title=COLUMNで指定してください
formats-no-such-field = 列にできる項目`{ $name }`は出来事にありません。{ $hint }
formats-no-such-column = 列`{ $name }`が必要ですが、ありません。{ $hint }
formats-first-line = 1行目にあるのは{ $names }です
formats-ical-empty = カレンダー（`BEGIN:VCALENDAR`）が必要ですが、空のファイルです
formats-no-calendar = カレンダーの1行目`BEGIN:VCALENDAR`が必要ですが、`{ $found }`があります。カレンダーを.icsファイルとして書き出してください
formats-no-lines = `1971-08-15: The dollar leaves gold`のような行が必要ですが、ありません。1行にひとつずつ、日付から始めて出来事を書いてください
formats-timelinejs-columns = `Year`と`Headline`を含むTimelineJSの列が必要ですが、{ $found }があります。ほかの表なら--format csvと指定してください
formats-timelinejs-object = TimelineJSのように`events`を持つオブジェクトが必要ですが、{ $found }があります
formats-timelinejs-cut = TimelineJSの年表のJSONが必要ですが、別のものがあります：{ $why }。ファイルが途中で切れているようです。もう一度取り寄せてください
formats-timelinejs-torn = TimelineJSの年表のJSONが必要ですが、別のものがあります：{ $why }。その近くでコンマか引用符が足りないか、多すぎるようです
formats-timelinejs-events = TimelineJSの年表のスライドのリスト`events`が必要ですが、{ $found }があります。ほかの形式なら--formatで指定してください
formats-timelinejs-list = `events`にはリストが必要ですが、{ $found }があります
formats-timelinejs-older = 古いTimelineJSの年表のスライドのリスト`timeline.date`が必要ですが、ありません
formats-vis-items = 年表の項目`[…]`または`{"{"}"items": […], "groups": […]{"}"}`が必要ですが、{ $found }があります。年表を表示するページのデータは、ブラウザーのコンソールで`copy(JSON.stringify({"{"}items: items.get(), groups: groups.get(){"}"}))`と打つとコピーできます
formats-vis-cut = JSONが必要ですが、途中で終わっています（{ $why }）
formats-vis-no-json = JSONが必要ですが、`{ $first }…`があります（{ $why }）。スクリプトはここでは実行されません。年表を表示するページのデータは、ブラウザーのコンソールで`copy(JSON.stringify({"{"}items: items.get(), groups: groups.get(){"}"}))`と打つとコピーできます
formats-simile = { $what }（リスト`events`を持つオブジェクト）が必要ですが、{ $found }があります。ほかのプログラムのものなら--formatで指定してください
formats-simile-xml = { $what }（出来事ごとに<event>を持つ<data>）が必要ですが、<{ $found }>があります。ほかのプログラムのものなら--formatで指定してください
formats-timeline-project = { $what }（<timeline>）が必要ですが、<{ $found }>があります。ほかのプログラムのものなら--formatで指定してください
formats-first-versions = Timelineの最初の頃の版の、行に分かれたテキストのファイルです。版0.10から1で開いて保存し、保存したものを取り込んでください
formats-plain-numbers = 日付が必要ですが、-9999から9999までの年ではない数の年表（`numtime`）です。読めるのは日付の年表だけです
formats-other-calendar = グレゴリオ暦の日付が必要ですが、別の暦（`{ $calendar }`）です。読めるのはグレゴリオ暦の年表だけです
formats-wikidata = { $what }（行のリスト、または`bindings`を持つ`results`）が必要ですが、{ $found }があります。SELECTの結果をJSONとしてダウンロードするか、ほかのプログラムのものなら--formatで指定してください
