"""Reusable widgets that know no noun of the practice."""
