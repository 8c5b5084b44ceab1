# All commands and the headings of the list of keys.

