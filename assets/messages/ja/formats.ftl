# Files of other programs in and out, and what is lost on the way.

