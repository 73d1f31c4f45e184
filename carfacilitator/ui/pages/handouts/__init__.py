"""The page of the handouts: the sheet of a meeting as it will be on paper."""
