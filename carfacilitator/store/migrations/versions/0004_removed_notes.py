"""Mentoring notes that were removed are found without reading all the others."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    gone = sa.text("removed_at IS NOT NULL")
    op.create_index("ix_mentoring_notes_removed_at", "mentoring_notes", ["removed_at"], sqlite_where=gone)
