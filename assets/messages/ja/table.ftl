# The box that asks for the columns of a table.

