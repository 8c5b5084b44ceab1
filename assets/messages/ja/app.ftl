# What the program does outside its window: files, dialogs, other programs.

app-not-written = 書き出せませんでした：{ $why }
