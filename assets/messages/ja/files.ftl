# What can go wrong between the program and the disk.

## error.rs

files-not-found = そのファイルはありません：{ $path }
files-not-found-near = そのファイルはありません（もしかして：{ $near }）：{ $path }
files-empty-folder = ファイルが必要ですが、年表のないフォルダーです：{ $path }
files-folder = ファイルが必要ですが、フォルダーです（中にあるもの：{ $shown }）：{ $path }
files-folder-of-many = ファイルが必要ですが、フォルダーです（中にあるもの：{ $shown }、ほか{ $more }件）：{ $path }
files-forbidden = このファイルを読む権限がありません：{ $path }
files-too-large = ファイルが上限の{ $limit }を超えています：{ $path }
files-unreadable = 読み込めませんでした（{ $error }）：{ $path }
files-changed = 最後に読み込んだ後に、ほかのプログラムがファイルを変更しました。何も書き込んでいません。その変更を取り込むか、別名で保存してください
files-not-compared = 今ある内容と比べられないため、何も書き込んでいません。{ $why }
files-no-file-to-save-to = 保存先がファイルではありません。別名で保存してください：{ $path }
files-save-folder-gone = 保存先のフォルダーがありません。フォルダーを元に戻すか、別の場所に保存してください：{ $path }
files-read-only = このファイルは読み取り専用です。書き込みを許可するか、別名で保存してください：{ $path }
files-read-only-folder = このファイルのフォルダーは読み取り専用です。書き込みを許可するか、別の場所に保存してください：{ $path }
files-disk-full = ディスクがいっぱいです。何も変更していません。空きを作って保存し直すか、別の場所に保存してください：{ $path }
files-busy = 別のウィンドウがこのファイルを保存中です。何も書き込んでいません。少し待って保存し直してください：{ $path }
files-not-saved = 保存できませんでした（{ $error }）。何も変更していません。もう一度試すか、別の場所に保存してください：{ $path }
files-write-to-folder = ファイル名が必要ですが、フォルダーです：{ $path }
files-no-folder = 書き出し先のフォルダーがありません：{ $path }
files-not-written = 書き込めませんでした（{ $error }）：{ $path }

## mod.rs

files-no-timeline-folder = フォルダーが見つかりません（{ $error }）
files-elsewhere = 年表と同じフォルダーの中のファイルが必要ですが、別の場所にあります：{ $path }
files-no-text-file = テキストファイルが必要です：{ $path }
files-no-utf-8 = UTF-8のテキストが必要です：{ $path }

## watch.rs

files-expected = ファイルが必要です：{ $path }

## watch.rs

files-not-watched = 変更を監視できません（{ $error }）
