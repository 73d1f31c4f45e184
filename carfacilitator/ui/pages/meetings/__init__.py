"""The page of the meetings, by date."""
