# The panel of stories and their steps.

