"""Receiving a draft: a panel that says which draft a file looks like, and keeps it once that is confirmed."""
