"""Answers to those who answered: what was done about what each of them said, and the author's copy."""
