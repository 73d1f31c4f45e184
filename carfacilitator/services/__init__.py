"""The verbs of the practice: what can be done, one module per noun."""
