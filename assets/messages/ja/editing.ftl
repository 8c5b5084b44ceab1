# Changes to the timeline, and what they are called.

editing-undone = 元に戻しました：{ $what }
editing-done-again = やり直しました：{ $what }
