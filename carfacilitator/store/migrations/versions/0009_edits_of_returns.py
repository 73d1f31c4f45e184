"""How many edits a return proposed."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("returns", sa.Column("edits", sa.Integer(), nullable=False, server_default="0"))
