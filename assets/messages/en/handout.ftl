# Handouts and worksheets.

