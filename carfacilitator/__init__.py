"""CAR Facilitator: the workspace of a person who facilitates collaborative action research."""

__version__ = "0.1.0"
