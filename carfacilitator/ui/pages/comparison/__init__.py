"""The page on which any two Word files are compared."""
