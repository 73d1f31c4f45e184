"""The page of the gatekeepers, by where they stand."""
