"""What was handed over or taken in is remembered, in hashes."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "shared_states",
        sa.Column("pk", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("audience", sa.String(40), nullable=False),
        sa.Column("removed_at", sa.DateTime(), nullable=True),
        sa.Column("entity_id", sa.Uuid(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("pk", name="pk_shared_states"),
        sa.UniqueConstraint("id", name="uq_shared_states_id"),
    )
    standing = sa.text("removed_at IS NULL")
    op.create_index(
        "uq_shared_states_state", "shared_states", ["entity_id", "state"], unique=True, sqlite_where=standing
    )
