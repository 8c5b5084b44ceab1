# Dates: what is wrong with one, and lengths of time.

