# Bars, menus and boxes of the window.

