# What the program does outside its window: files, dialogs, other programs.

app-not-written = Not written: { $why }

## citing.rs

app-citing = Citing the sources

## dialogs.rs

app-making = Making { $name }
app-timelines = Timeline
app-foreign-timelines = Timelines of other programs
app-tables = Table
app-all-files = All files
app-no-dialog = This desktop has no dialog for choosing a file. Drop the file on the window, or use the command line: transpacific import

## disk.rs

app-unreadable = The file cannot be read any more: { $why }
app-no-journal = Changes cannot be kept safe from a crash until they are saved ({ $error }).
app-no-utf-8 = The file on the disk is no longer in UTF-8. Save it as UTF-8 in the editor, and it shows here again.
app-name-taken = There is a file of this name already; choose another name: { $path }
app-not-saved = Not saved: { $why }
app-is-timeline = Not written, since this is the timeline itself; choose another name: { $path }
app-nowhere = Not written: there is no folder to write into. Save the timeline first.
app-written = Written to { $path }

## slow.rs

app-working = Working

## imports.rs

app-reading = Reading { $name }
app-cannot-be-read = { $name } cannot be read: { $why }
app-read-as = Read as { $format } and written to { $path }
app-nothing-new = { $name } says what the timeline says already
app-brought-up-to-date = Brought up to date from { $name }
app-bring-up-to-date = bring up to date from { $name }

## editor.rs

app-no-editor = No text editor could be started. Name one in the environment variable VISUAL, such as VISUAL=code.

## app.rs

app-no-file-yet = This timeline is no file yet. Save it first, then it can be opened in an editor.
app-instead = { $why }. This is the built-in timeline.
app-only-web = Only web pages (http, https) are opened, and this is not one: { $url }

## loaded.rs

app-article-later = it is read when the timeline is opened again

## session.rs

app-stopped = Stopped. Nothing has been written

## mod.rs

app-writing-citations = Writing the citations …
app-nothing-lost = Everything has come along.
app-no-window = the window could not be opened; a display with OpenGL 2.1 or newer is needed
