# Presenting in class: the class’s window, the teacher’s, displays.

