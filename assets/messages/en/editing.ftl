# Changes to the timeline, and what they are called.

editing-undone = Undone: { $what }
editing-done-again = Done again: { $what }
