"""The page of the groups, by partnership."""
