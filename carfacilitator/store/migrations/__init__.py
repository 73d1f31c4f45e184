"""How the schema grew: one file per change, run by alembic, shipped as files."""
