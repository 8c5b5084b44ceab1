# The canvas: lanes, marks, what is said of them.

