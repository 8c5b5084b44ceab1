# What the program does outside its window: files, dialogs, other programs.

app-not-written = Not written: { $why }
