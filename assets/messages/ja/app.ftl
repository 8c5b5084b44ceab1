# What the program does outside its window: files, dialogs, other programs.

app-not-written = 書き出せませんでした：{ $why }

## citing.rs

app-citing = 出典表記を作成中

## dialogs.rs

app-making = { $name }を作成中
app-timelines = 年表
app-foreign-timelines = ほかのソフトの年表
app-tables = 表
app-all-files = すべてのファイル
app-no-dialog = このデスクトップにはファイルを選ぶダイアログがありません。ファイルをウィンドウにドロップするか、コマンドライン（transpacific import）を使ってください

## disk.rs

app-unreadable = ファイルを読み込めなくなりました：{ $why }
app-no-journal = 保存するまで、変更を異常終了から守れません（{ $error }）。
app-no-utf-8 = ディスク上のファイルがUTF-8ではなくなりました。エディターでUTF-8として保存すると、再び表示されます。
app-name-taken = 同じ名前のファイルがすでにあります。別の名前を選んでください：{ $path }
app-not-saved = 保存できませんでした：{ $why }
app-is-timeline = この年表そのもののファイルなので書き出しませんでした。別の名前を選んでください：{ $path }
app-nowhere = 書き出し先のフォルダーがないため、書き出せませんでした。先に年表を保存してください。
app-written = { $path }に書き出しました

## slow.rs

app-working = 作業中

## imports.rs

app-reading = { $name }を読み込み中
app-cannot-be-read = { $name }を読み込めません：{ $why }
app-read-as = { $format }として読み込み、{ $path }に書き出しました
app-nothing-new = { $name }の内容は、すでに年表にあるものと同じです
app-brought-up-to-date = { $name }から更新しました
app-bring-up-to-date = { $name }からの更新

## editor.rs

app-no-editor = テキストエディターを起動できませんでした。環境変数VISUALに指定してください（例：VISUAL=code）。

## app.rs

app-no-file-yet = この年表はまだファイルになっていません。先に保存すると、エディターで開けます。
app-instead = { $why }。代わりに内蔵の年表を表示しています。
app-only-web = 開けるのはウェブページ（http、https）だけで、これは違います：{ $url }

## loaded.rs

app-article-later = 年表を開き直すと読み込まれます

## session.rs

app-stopped = 中止しました。何も書き込んでいません

## mod.rs

app-writing-citations = 出典表記を作成中…
app-nothing-lost = すべて取り込みました。
app-no-window = ウィンドウを開けませんでした。OpenGL 2.1以降に対応したディスプレイが必要です
