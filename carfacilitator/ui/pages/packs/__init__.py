"""Review packs: making one for a gatekeeper, and handing it over."""
