"""The page of the reports: what changed, and what was said, as files to hand on."""
