"""The page of the people who take part."""
