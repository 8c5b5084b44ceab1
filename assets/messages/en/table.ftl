# The box that asks for the columns of a table.

# What a screen reader calls the box.
table-columns = Columns
table-heading = Which column is what?
table-unclear = { $file } has columns whose names do not say it.
# A column without a name.
table-column = Column { $number }
# What a screen reader calls a menu: the name of the column, and what is chosen.
table-column-is = { $column }: { $field }
# What a column may be.
table-left-out = Left out
table-when = Date
table-title = Title
table-summary = Summary
table-category = Category
table-actors = Actors
table-sources = Sources
table-url = Web address
table-significance = Significance
table-id = Id
table-title-ja = Title in Japanese
table-links = Links to other events
table-end = End
table-year = Year
table-month = Month
table-day = Day
table-end-year = Year of the end
table-end-month = Month of the end
table-end-day = Day of the end
# What is still missing.
table-lacks-date = Say which column is the date of an event
table-lacks-title = Say which column is the title of an event
# Buttons.
table-update = Bring up to date
table-import = Import
