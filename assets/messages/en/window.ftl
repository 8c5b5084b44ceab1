# Bars, menus and boxes of the window.

## top_bar.rs

window-untitled = Untitled timeline
window-extent = { $years } · { $events }
window-extent-built-in = { $extent } · built in
window-present = Present
window-present-hint = Choose what to present; F5 begins at once
window-edit = Edit
window-explore = Explore
window-in-japanese = Everything in Japanese
window-in-english = Everything in English
window-to-light = Light
window-to-dark = Dark
window-theme-hint = Switch between the light and the dark theme
window-theme-system = Follow the system
window-file-menu = File ▾
window-share = Share…
window-open-file = Open a file…
window-open-path = Open by its path…
window-import = Import from another program…
window-update = Bring up to date from a table…
window-built-in = The built-in timeline
window-save-as = Save as…
window-save-when-asked = Save only when asked
window-save-by-itself = Save by itself after each change
window-settings = Settings…
window-filter = Filter
window-recent = Recent

## saving.rs

window-unsaved = Unsaved changes
window-save-first = Save the changes first?
window-not-on-disk = { $file } has changes that are not on the disk yet.
window-do-not-save = Do not save
window-stay = Stay here
window-save-path = Save the timeline
window-save-path-field = Path to save to
window-ended-unsaved = The program ended before the changes of { $when } were saved.
window-throw-away = Throw them away
window-take-up = Take them up
window-changed-on-both = changed here and on the disk
window-reading-written = · reading what was written …
window-not-saved = · changes not saved
window-saved = · saved · watching for changes

## open_path.rs

window-path-field = Path of a timeline file
window-open = Open
window-drop-hint = A file can also be dropped on the window.
window-path-hint = Path of a .ron file

## status_bar.rs

window-all-keys = ?: all keys
window-hint-wheel = wheel: zoom
window-hint-drag = drag: move
window-hint-arrows = ← →: next event
window-hint-centre = F: centre
window-hint-add = double-click: add
window-hint-move = drag an event: move it
window-hint-several = Ctrl+click: several
window-hint-read = E: read
window-standard-input = Standard input
window-no-problems = · no problems
window-dismiss = Dismiss
window-remarks = { $count ->
    [one] { $count } remark
   *[other] { $count } remarks
}
window-problems = { $count ->
    [one] { $count } problem
   *[other] { $count } problems
}

## loading.rs

window-reading = Reading { $name }
window-busy = { $what } …
window-getting-ready = getting ready
window-reading-share = Reading { $name }, { $share }
window-stop = Stop

## conflict.rs

window-conflict = Changed here and on the disk
window-conflict-said = The file has been changed in the same place by somebody else. Nothing is lost: choose what stands from now on.
window-conflict-line = Line { $line }
window-conflict-here = Here
window-conflict-disk = On the disk
window-conflict-both = Both, one after the other
window-conflict-nothing = (nothing)
window-conflict-use = Use these
window-conflict-later = Decide later
window-conflict-choose = Choose one for each place first.

## event_list.rs

window-close-together = Events close together
window-events-of = { $events }, { $date }
