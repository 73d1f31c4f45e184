"""How the drafts of each case study were looked at last."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "looks",
        sa.Column("case_study_pk", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("choices", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["case_study_pk"], ["case_studies.pk"], name="fk_looks_case_study_pk_case_studies", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("case_study_pk", name="pk_looks"),
    )
