# The form in which entries are written.

