# What can go wrong between the program and the disk.

## error.rs

files-not-found = no such file: { $path }
files-not-found-near = no such file (did you mean { $near }?): { $path }
files-empty-folder = expected a file but found a folder with no timeline in it: { $path }
files-folder = expected a file but found a folder (it holds { $shown }): { $path }
files-folder-of-many = expected a file but found a folder (it holds { $shown } and { $more } more): { $path }
files-forbidden = no permission to read this file: { $path }
files-too-large = expected at most { $limit } but the file is larger: { $path }
files-unreadable = could not be read ({ $error }): { $path }
files-changed = the file was changed by another program since it was last read; nothing was written; take over its changes, or save under another name
files-not-compared = what is there now could not be compared, so nothing was written; { $why }
files-no-file-to-save-to = expected a file to save to but found something else; save under another name: { $path }
files-save-folder-gone = the folder to save in is not there (any more); bring it back, or save elsewhere: { $path }
files-read-only = this file is read-only; permit writing to it, or save under another name: { $path }
files-read-only-folder = the folder of this file is read-only; permit writing to it, or save elsewhere: { $path }
files-disk-full = the disk is full; nothing was changed; free some space and save again, or save elsewhere: { $path }
files-busy = another window is busy saving this file; nothing was written; save again in a moment: { $path }
files-not-saved = could not be saved ({ $error }); nothing was changed; try again, or save elsewhere: { $path }
files-write-to-folder = expected the name of a file but found a folder: { $path }
files-no-folder = no such folder to write into: { $path }
files-not-written = could not be written ({ $error }): { $path }

## mod.rs

files-no-timeline-folder = the folder cannot be found ({ $error })
files-elsewhere = expected a file in the timeline's folder, but this one is elsewhere: { $path }
files-no-text-file = expected a text file: { $path }
files-no-utf-8 = expected text in UTF-8: { $path }

## watch.rs

files-expected = expected a file: { $path }

## watch.rs

files-not-watched = changes of it cannot be watched ({ $error })
