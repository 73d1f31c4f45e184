"""Case studies: where each stands on its cycle, its drafts as they came, what is open about it, and who has it."""
