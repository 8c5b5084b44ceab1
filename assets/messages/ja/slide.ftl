# Slides.

