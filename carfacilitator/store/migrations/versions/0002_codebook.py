"""The codebook: kinds of comment retire, remarks often said are kept, and ways of comparing have names."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.schema import SchemaItem

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.add_column("comment_kinds", sa.Column("retired_at", sa.DateTime(), nullable=True))
    kind = sa.ForeignKey("comment_kinds.pk", name="fk_kept_remarks_kind_pk_comment_kinds", ondelete="CASCADE")
    _record(
        "kept_remarks",
        sa.Column("kind_pk", KEY, kind, nullable=False),
        sa.Column("text", sa.String(), nullable=False),
    )
    op.create_index("ix_kept_remarks_kind_pk", "kept_remarks", ["kind_pk"])
    _record(
        "comparison_profiles",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("choices", sa.JSON(), nullable=False),
    )


def _record(table: str, *columns: SchemaItem) -> None:
    op.create_table(
        table,
        sa.Column("pk", KEY, nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        *columns,
        sa.Column("audience", sa.String(40), nullable=False),
        sa.Column("removed_at", sa.DateTime(), nullable=True),
        sa.PrimaryKeyConstraint("pk", name=f"pk_{table}"),
        sa.UniqueConstraint("id", name=f"uq_{table}_id"),
    )
