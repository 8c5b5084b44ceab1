# Changes to the timeline, and what they are called.

editing-undone = Undone: { $what }
editing-done-again = Done again: { $what }

## editing.rs

editing-gone = The file is no longer on the disk. What shows here is all there is of it; save to write it anew.
editing-no-utf-8 = This file is not in UTF-8, so it cannot be edited here. Save it as UTF-8 in an editor first.
editing-merged = The file has changed on the disk; both changes are in here now
editing-bring-in = bring in the changes on the disk
editing-choose = choose between two changes
editing-take-up = take up unsaved changes

## editing.rs

editing-on-disk = changes on the disk
