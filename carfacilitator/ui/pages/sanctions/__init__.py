"""Who agrees to publication."""
