"""Today: what is next and whether it is ready, what waits for the facilitator, what waits for others, what comes."""
