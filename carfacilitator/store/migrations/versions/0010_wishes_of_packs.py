"""What was wished for a pack, and by whose name our own tracked changes stand in it."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("packs", sa.Column("wishes", sa.JSON(), nullable=False, server_default="{}"))
    op.add_column("packs", sa.Column("marked_by", sa.String(), nullable=False, server_default=""))
