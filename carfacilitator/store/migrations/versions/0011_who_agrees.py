"""Who agrees: the author too; how and on which day they answered, what happened, and what was made for publication."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
STANDING = sa.text("removed_at IS NULL")


def upgrade() -> None:
    _sanctions()
    _conditions()
    _entries()
    _publications()


def _sanctions() -> None:
    with op.batch_alter_table("sanctions") as sanctions:
        sanctions.alter_column("gatekeeper_pk", existing_type=KEY, nullable=True)
        sanctions.add_column(sa.Column("author_pk", KEY, nullable=True))
        sanctions.add_column(sa.Column("stands_draft_pk", KEY, nullable=True))
        sanctions.add_column(sa.Column("stands_reason", sa.String(), nullable=False, server_default=""))
        sanctions.add_column(sa.Column("answered_on", sa.Date(), nullable=True))
        sanctions.add_column(sa.Column("how", sa.String(), nullable=False, server_default=""))
        for column, other, ondelete in (("author_pk", "people", "CASCADE"), ("stands_draft_pk", "drafts", "SET NULL")):
            sanctions.create_foreign_key(f"fk_sanctions_{column}_{other}", other, [column], ["pk"], ondelete=ondelete)
            sanctions.create_index(f"ix_sanctions_{column}", [column], unique=False)
        sanctions.create_index(
            "uq_sanctions_author", ["case_study_pk", "author_pk", "output"], unique=True, sqlite_where=STANDING
        )
    op.execute("UPDATE sanctions SET answered_on = date(answered_at) WHERE answered_at IS NOT NULL")


def _conditions() -> None:
    with op.batch_alter_table("sanction_conditions") as conditions:
        conditions.add_column(sa.Column("draft_pk", KEY, nullable=True))
        conditions.add_column(sa.Column("met_on", sa.Date(), nullable=True))
        conditions.create_foreign_key(
            "fk_sanction_conditions_draft_pk_drafts", "drafts", ["draft_pk"], ["pk"], ondelete="SET NULL"
        )
        conditions.create_index("ix_sanction_conditions_draft_pk", ["draft_pk"], unique=False)


def _entries() -> None:
    op.create_table(
        "sanction_entries",
        *_own(),
        sa.Column("sanction_pk", KEY, nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        *_everybodys(),
        _key("sanction_entries", "sanction_pk", "sanctions"),
        sa.PrimaryKeyConstraint("pk", name="pk_sanction_entries"),
        sa.UniqueConstraint("id", name="uq_sanction_entries_id"),
    )
    op.create_index("ix_sanction_entries_sanction_pk", "sanction_entries", ["sanction_pk"], unique=False)


def _publications() -> None:
    op.create_table(
        "publications",
        *_own(),
        sa.Column("case_study_pk", KEY, nullable=False),
        sa.Column("draft_pk", KEY, nullable=False),
        sa.Column("output", sa.String(), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("agreed", sa.Integer(), nullable=False),
        sa.Column("asked", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        *_everybodys(),
        _key("publications", "case_study_pk", "case_studies"),
        _key("publications", "draft_pk", "drafts"),
        sa.PrimaryKeyConstraint("pk", name="pk_publications"),
        sa.UniqueConstraint("id", name="uq_publications_id"),
    )
    op.create_index("ix_publications_case_study_pk", "publications", ["case_study_pk"], unique=False)
    op.create_index("ix_publications_draft_pk", "publications", ["draft_pk"], unique=False)


def _own() -> tuple[sa.Column[object], ...]:
    return sa.Column("pk", KEY, nullable=False), sa.Column("id", sa.Uuid(), nullable=False)


def _everybodys() -> tuple[sa.Column[object], ...]:
    return (
        sa.Column("audience", sa.String(40), nullable=False),
        sa.Column("removed_at", sa.DateTime(), nullable=True),
    )


def _key(table: str, column: str, other: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{other}.pk"], name=f"fk_{table}_{column}_{other}", ondelete="CASCADE")
