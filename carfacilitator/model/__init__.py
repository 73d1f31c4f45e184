"""The nouns of the practice, as entities."""
