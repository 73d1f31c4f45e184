"""Letting things out: the one door, what is checked before it, and what it records."""
