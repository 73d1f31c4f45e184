"""The page of the workspace itself: its keys, its backups, what was thrown away and what happened."""
