"""When a gatekeeper was told what was done, and when the author got a copy with the comments."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for table in ("packs", "drafts"):
        op.add_column(table, sa.Column("answered_at", sa.DateTime(), nullable=True))
        op.add_column(table, sa.Column("answered_how", sa.String(), nullable=False, server_default=""))
