"""Where packs lie and when they are asked about again; how an author agreed."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "pack_places",
        sa.Column("pack_pk", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("folder", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["pack_pk"], ["packs.pk"], name="fk_pack_places_pack_pk_packs", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("pack_pk", name="pk_pack_places"),
    )
    op.add_column("packs", sa.Column("remind_on", sa.Date(), nullable=True))
    op.add_column("clearances", sa.Column("how", sa.String(), nullable=False, server_default=""))
