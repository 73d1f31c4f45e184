"""Word documents: read safely, patched in place, written so that Word understands them."""
