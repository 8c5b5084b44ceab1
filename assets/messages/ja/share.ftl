# The box in which files are made of the timeline.

