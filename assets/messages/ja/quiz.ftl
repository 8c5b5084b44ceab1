# Questions to a class.

