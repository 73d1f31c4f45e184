"""An email from a gatekeeper: pasted, taken apart into remarks, and kept as an answer to a pack."""
