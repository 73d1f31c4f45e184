"""The review of a case study: two of its drafts side by side, and what is said of them."""
