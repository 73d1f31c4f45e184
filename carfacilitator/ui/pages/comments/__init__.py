"""All that was said about a case study, apart from its text."""
