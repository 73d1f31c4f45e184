"""What came back of packs, what was decided, who agreed, and the clauses that hold."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
STANDING = sa.text("removed_at IS NULL")


def upgrade() -> None:
    _clauses()
    _clearances()
    _sanctions()
    _edit_decisions()
    _returns()
    _sanction_conditions()
    _returned_remarks()


def _clauses() -> None:
    op.create_table(
        "clauses",
        *_own(),
        sa.Column("group_pk", KEY, nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        *_everybodys(),
        _key("clauses", "group_pk", "groups", "CASCADE"),
        sa.PrimaryKeyConstraint("pk", name="pk_clauses"),
        sa.UniqueConstraint("id", name="uq_clauses_id"),
    )
    op.create_index("uq_clauses_kind", "clauses", ["group_pk", "kind"], unique=True, sqlite_where=STANDING)


def _clearances() -> None:
    op.create_table(
        "clearances",
        *_own(),
        sa.Column("clause_pk", KEY, nullable=False),
        sa.Column("case_study_pk", KEY, nullable=False),
        sa.Column("gatekeeper_pk", KEY, nullable=True),
        sa.Column("overruled", sa.Boolean(), nullable=False),
        sa.Column("given_by", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("given_on", sa.Date(), nullable=False),
        *_everybodys(),
        _key("clearances", "case_study_pk", "case_studies", "CASCADE"),
        _key("clearances", "clause_pk", "clauses", "CASCADE"),
        _key("clearances", "gatekeeper_pk", "gatekeepers", "CASCADE"),
        sa.PrimaryKeyConstraint("pk", name="pk_clearances"),
        sa.UniqueConstraint("id", name="uq_clearances_id"),
    )
    op.create_index("ix_clearances_case_study_pk", "clearances", ["case_study_pk"], unique=False)
    op.create_index("ix_clearances_clause_pk", "clearances", ["clause_pk"], unique=False)


def _sanctions() -> None:
    op.create_table(
        "sanctions",
        *_own(),
        sa.Column("case_study_pk", KEY, nullable=False),
        sa.Column("gatekeeper_pk", KEY, nullable=False),
        sa.Column("draft_pk", KEY, nullable=True),
        sa.Column("output", sa.String(), nullable=False),
        sa.Column("asked_on", sa.Date(), nullable=False),
        sa.Column("reply_by", sa.Date(), nullable=True),
        sa.Column("answer", sa.String(40), nullable=False),
        sa.Column("answered_at", sa.DateTime(), nullable=True),
        sa.Column("reasons", sa.String(), nullable=False),
        sa.Column("local_use", sa.Boolean(), nullable=False),
        *_everybodys(),
        _key("sanctions", "case_study_pk", "case_studies", "CASCADE"),
        _key("sanctions", "draft_pk", "drafts", "SET NULL"),
        _key("sanctions", "gatekeeper_pk", "gatekeepers", "CASCADE"),
        sa.PrimaryKeyConstraint("pk", name="pk_sanctions"),
        sa.UniqueConstraint("id", name="uq_sanctions_id"),
    )
    op.create_index("ix_sanctions_draft_pk", "sanctions", ["draft_pk"], unique=False)
    op.create_index("ix_sanctions_gatekeeper_pk", "sanctions", ["gatekeeper_pk"], unique=False)
    op.create_index(
        "uq_sanctions_asked",
        "sanctions",
        ["case_study_pk", "gatekeeper_pk", "output"],
        unique=True,
        sqlite_where=STANDING,
    )


def _edit_decisions() -> None:
    op.create_table(
        "edit_decisions",
        *_own(),
        sa.Column("draft_pk", KEY, nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("verdict", sa.String(40), nullable=False),
        sa.Column("choice", sa.Integer(), nullable=True),
        sa.Column("wording", sa.String(), nullable=True),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("comment_pk", KEY, nullable=True),
        sa.Column("decided_at", sa.DateTime(), nullable=False),
        sa.Column("decided_by", sa.String(), nullable=False),
        *_everybodys(),
        _key("edit_decisions", "comment_pk", "comments", "SET NULL"),
        _key("edit_decisions", "draft_pk", "drafts", "CASCADE"),
        sa.PrimaryKeyConstraint("pk", name="pk_edit_decisions"),
        sa.UniqueConstraint("id", name="uq_edit_decisions_id"),
    )
    op.create_index("uq_edit_decisions_key", "edit_decisions", ["draft_pk", "key"], unique=True, sqlite_where=STANDING)


def _returns() -> None:
    op.create_table(
        "returns",
        *_own(),
        sa.Column("pack_pk", KEY, nullable=False),
        sa.Column("draft_pk", KEY, nullable=False),
        sa.Column("file_pk", KEY, nullable=True),
        sa.Column("came_at", sa.DateTime(), nullable=False),
        sa.Column("how", sa.String(), nullable=False),
        sa.Column("file_name", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("known_by", sa.String(), nullable=False),
        sa.Column("from_whom", sa.String(), nullable=False),
        sa.Column("sender_asked", sa.Boolean(), nullable=False),
        sa.Column("record", sa.LargeBinary(), nullable=False),
        *_everybodys(),
        _key("returns", "draft_pk", "drafts", "CASCADE"),
        _key("returns", "file_pk", "stored_files", "RESTRICT"),
        _key("returns", "pack_pk", "packs", "CASCADE"),
        sa.PrimaryKeyConstraint("pk", name="pk_returns"),
        sa.UniqueConstraint("id", name="uq_returns_id"),
    )
    op.create_index("ix_returns_draft_pk", "returns", ["draft_pk"], unique=False)
    op.create_index("ix_returns_file_pk", "returns", ["file_pk"], unique=False)
    op.create_index("ix_returns_pack_pk", "returns", ["pack_pk"], unique=False)


def _sanction_conditions() -> None:
    op.create_table(
        "sanction_conditions",
        *_own(),
        sa.Column("sanction_pk", KEY, nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("instead", sa.String(), nullable=False),
        *_everybodys(),
        _key("sanction_conditions", "sanction_pk", "sanctions", "CASCADE"),
        sa.PrimaryKeyConstraint("pk", name="pk_sanction_conditions"),
        sa.UniqueConstraint("id", name="uq_sanction_conditions_id"),
    )
    op.create_index("ix_sanction_conditions_sanction_pk", "sanction_conditions", ["sanction_pk"], unique=False)


def _returned_remarks() -> None:
    op.create_table(
        "returned_remarks",
        *_own(),
        sa.Column("came_with_pk", KEY, nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("author_name", sa.String(), nullable=False),
        sa.Column("written", sa.String(), nullable=False),
        sa.Column("first", sa.Integer(), nullable=True),
        sa.Column("start", sa.Integer(), nullable=True),
        sa.Column("last", sa.Integer(), nullable=True),
        sa.Column("end", sa.Integer(), nullable=True),
        sa.Column("quote", sa.String(), nullable=False),
        sa.Column("about", sa.String(), nullable=False),
        sa.Column("inferred", sa.Boolean(), nullable=False),
        sa.Column("proposed", sa.Boolean(), nullable=False),
        sa.Column("kind_pk", KEY, nullable=True),
        sa.Column("comment_pk", KEY, nullable=True),
        sa.Column("verdict", sa.String(40), nullable=True),
        sa.Column("answer", sa.String(), nullable=False),
        sa.Column("decided_at", sa.DateTime(), nullable=True),
        sa.Column("decided_by", sa.String(), nullable=False),
        *_everybodys(),
        _key("returned_remarks", "comment_pk", "comments", "SET NULL"),
        _key("returned_remarks", "kind_pk", "comment_kinds", "RESTRICT"),
        _key("returned_remarks", "came_with_pk", "returns", "CASCADE"),
        sa.PrimaryKeyConstraint("pk", name="pk_returned_remarks"),
        sa.UniqueConstraint("id", name="uq_returned_remarks_id"),
    )
    op.create_index("ix_returned_remarks_came_with_pk", "returned_remarks", ["came_with_pk"], unique=False)


def _own() -> tuple[sa.Column[object], ...]:
    return sa.Column("pk", KEY, nullable=False), sa.Column("id", sa.Uuid(), nullable=False)


def _everybodys() -> tuple[sa.Column[object], ...]:
    return (
        sa.Column("audience", sa.String(40), nullable=False),
        sa.Column("removed_at", sa.DateTime(), nullable=True),
    )


def _key(table: str, column: str, other: str, ondelete: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{other}.pk"], name=f"fk_{table}_{column}_{other}", ondelete=ondelete)
