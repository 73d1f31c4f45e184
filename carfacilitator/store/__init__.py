"""How the workspace is kept: encrypted, whole, and by one writer at a time."""
