"""The texts of drafts: what they share is kept once, compressed. Files may be erased; records have retention dates."""

import json
from typing import Any

import sqlalchemy as sa
from alembic import op

from carfacilitator.document.parting import leaves_in, part
from carfacilitator.model.texts import block_hash, packed

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
HEAVY = ("frame", "passages", "packed_lineage")


def upgrade() -> None:
    op.add_column("stored_files", sa.Column("erased_at", sa.DateTime(), nullable=True))
    _make_tables()
    with op.batch_alter_table("drafts") as drafts:
        for name in HEAVY:
            drafts.add_column(sa.Column(name, sa.LargeBinary(), nullable=True))
    connection = op.get_bind()
    for pk in connection.execute(sa.text("SELECT pk FROM drafts")).scalars().all():
        _pack(connection, pk)
    with op.batch_alter_table("drafts") as drafts:
        drafts.drop_column("document")
        drafts.drop_column("lineage")
        for name in HEAVY:
            drafts.alter_column(name, nullable=False)
    with op.batch_alter_table("drafts") as drafts:
        drafts.alter_column("packed_lineage", new_column_name="lineage", existing_type=sa.LargeBinary())


def _make_tables() -> None:
    op.create_table(
        "passages",
        sa.Column("pk", KEY, nullable=False),
        sa.Column("case_study_pk", KEY, nullable=False),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.Column("leaves", sa.Integer(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("pk", name="pk_passages"),
        sa.ForeignKeyConstraint(
            ["case_study_pk"], ["case_studies.pk"], name="fk_passages_case_study_pk_case_studies", ondelete="CASCADE"
        ),
    )
    op.create_index("uq_passages_case_study_pk_hash", "passages", ["case_study_pk", "hash"], unique=True)
    op.create_table(
        "retention_dates",
        sa.Column("pk", KEY, nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("noun", sa.String(), nullable=False),
        sa.Column("entity_id", sa.Uuid(), nullable=False),
        sa.Column("keep_until", sa.Date(), nullable=False),
        sa.Column("why", sa.String(), nullable=False),
        sa.Column("audience", sa.String(40), nullable=False),
        sa.Column("removed_at", sa.DateTime(), nullable=True),
        sa.PrimaryKeyConstraint("pk", name="pk_retention_dates"),
        sa.UniqueConstraint("id", name="uq_retention_dates_id"),
    )
    standing = sa.text("removed_at IS NULL")
    op.create_index("uq_retention_dates_entity", "retention_dates", ["entity_id"], unique=True, sqlite_where=standing)


def _pack(connection: sa.Connection, pk: int) -> None:
    study, document, lineage = connection.execute(
        sa.text("SELECT case_study_pk, document, lineage FROM drafts WHERE pk = :pk"), {"pk": pk}
    ).one()
    frame, blocks = part(json.loads(document))
    values = {
        "pk": pk,
        "frame": packed(frame),
        "passages": packed([_passage(connection, study, block) for block in blocks]),
        "lineage": packed(json.loads(lineage)),
    }
    update = "UPDATE drafts SET frame = :frame, passages = :passages, packed_lineage = :lineage WHERE pk = :pk"
    connection.execute(sa.text(update), values)


def _passage(connection: sa.Connection, study: int, block: dict[str, Any]) -> int:
    """Return the key of a block of a case study, kept now if it was not before."""
    values = {"study": study, "hash": block_hash(block), "leaves": leaves_in(block), "body": packed(block)}
    known = connection.execute(
        sa.text("SELECT pk FROM passages WHERE case_study_pk = :study AND hash = :hash"), values
    ).scalar()
    if known is None:
        insert = "INSERT INTO passages (case_study_pk, hash, leaves, body) VALUES (:study, :hash, :leaves, :body)"
        known = connection.execute(sa.text(f"{insert} RETURNING pk"), values).scalar_one()
    return int(known)
