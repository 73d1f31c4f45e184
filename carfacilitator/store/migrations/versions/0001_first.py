"""The first schema: every noun of the practice, what happened, and what undoes it."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.schema import SchemaItem

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
STANDING = sa.text("removed_at IS NULL")


def upgrade() -> None:
    _the_practice()
    _the_texts()
    _what_left_and_what_happened()


def _the_practice() -> None:
    _entity(
        "facilitators",
        *_texts("name", "initials", "email"),
        sa.Column("stands_still_at", sa.DateTime(), nullable=True),
    )
    _record("partnerships", *_texts("name", "place", "notes"))
    _record("people", *_texts("name", "organisation", "job", "email", "telephone", "needs", "notes"))
    _record(
        "groups",
        _link("groups", "partnership_pk", "partnerships"),
        *_texts("name"),
        sa.Column("kind", sa.String(40), nullable=False),
        *_texts("purpose"),
        sa.Column("began", sa.Date(), nullable=True),
        sa.Column("ended", sa.Date(), nullable=True),
        sa.Column("stated_size", sa.Integer(), nullable=True),
        *_texts("notes"),
    )
    _index("groups", "partnership_pk")
    _record(
        "ground_rules",
        _link("ground_rules", "group_pk", "groups"),
        sa.Column("position", sa.Integer(), nullable=False),
        *_texts("text"),
        sa.Column("agreed_on", sa.Date(), nullable=True),
    )
    _index("ground_rules", "group_pk")
    _record(
        "memberships",
        _link("memberships", "person_pk", "people"),
        _link("memberships", "group_pk", "groups"),
        *_texts("role"),
        sa.Column("joined", sa.Date(), nullable=True),
        sa.Column("left", sa.Date(), nullable=True),
        *_texts("why_left"),
    )
    _index("memberships", "group_pk")
    _index("memberships", "person_pk")
    _record(
        "gatekeepers",
        _link("gatekeepers", "partnership_pk", "partnerships"),
        *_texts("name", "role", "organisation"),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("belongs_to", sa.String(40), nullable=False),
        *_texts("email", "telephone", "cares_about", "could_stop", "notes"),
    )
    _index("gatekeepers", "partnership_pk")
    _record(
        "meetings",
        _link("meetings", "group_pk", "groups"),
        *_texts("title"),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("starts", sa.Time(), nullable=False),
        *_texts("zone"),
        sa.Column("minutes", sa.Integer(), nullable=False),
        *_texts("place", "purpose", "notes", "private_note"),
    )
    _index("meetings", "day")
    _index("meetings", "group_pk")
    _record(
        "meeting_attendances",
        _link("meeting_attendances", "meeting_pk", "meetings"),
        _link("meeting_attendances", "person_pk", "people"),
        sa.Column("attendance", sa.String(40), nullable=False),
    )
    _index("meeting_attendances", "meeting_pk")
    _index("meeting_attendances", "person_pk")
    _one_standing("uq_meeting_attendances_person", "meeting_attendances", "meeting_pk", "person_pk")
    _record(
        "agenda_items",
        _link("agenda_items", "meeting_pk", "meetings"),
        sa.Column("position", sa.Integer(), nullable=False),
        *_texts("title"),
        sa.Column("minutes", sa.Integer(), nullable=False),
        *_texts("leads", "materials", "private_note"),
    )
    _index("agenda_items", "meeting_pk")
    _record(
        "mentoring_notes",
        _link("mentoring_notes", "person_pk", "people"),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        *_texts("shared_part", "private_part"),
    )
    _index("mentoring_notes", "person_pk")


def _the_texts() -> None:
    _entity(
        "stored_files",
        *_texts("sha256"),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.UniqueConstraint("sha256", name="uq_stored_files_sha256"),
    )
    _record(
        "case_studies",
        _link("case_studies", "group_pk", "groups"),
        _link("case_studies", "author_pk", "people"),
        *_texts("title", "question"),
        sa.Column("stage", sa.String(40), nullable=False),
        *_texts("notes"),
    )
    _index("case_studies", "author_pk")
    _index("case_studies", "group_pk")
    _record(
        "justifications",
        _link("justifications", "case_study_pk", "case_studies"),
        sa.Column("stage", sa.String(40), nullable=False),
        *_texts("choice", "text"),
    )
    _one_standing("uq_justifications_stage", "justifications", "case_study_pk", "stage")
    _record(
        "drafts",
        _link("drafts", "case_study_pk", "case_studies"),
        _link("drafts", "file_pk", "stored_files", "RESTRICT"),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("received_at", sa.DateTime(), nullable=False),
        *_texts("arrived_by", "received_from", "file_name"),
        sa.Column("words", sa.Integer(), nullable=False),
        *_texts("name", "note"),
        sa.Column("document", sa.JSON(), nullable=False),
        sa.Column("lineage", sa.JSON(), nullable=False),
    )
    _index("drafts", "file_pk")
    _one_standing("uq_drafts_number", "drafts", "case_study_pk", "number")
    _record(
        "comment_kinds",
        *_texts("name", "letter", "colour", "question"),
        sa.Column("position", sa.Integer(), nullable=False),
    )
    _record(
        "comments",
        _link("comments", "draft_pk", "drafts"),
        _link("comments", "kind_pk", "comment_kinds", "RESTRICT"),
        *_texts("author_name", "initials", "text"),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("resolved_at", sa.DateTime(), nullable=True),
    )
    _index("comments", "draft_pk")
    _index("comments", "kind_pk")
    _record(
        "replies",
        _link("replies", "comment_pk", "comments"),
        *_texts("author_name", "initials", "text"),
        sa.Column("created_at", sa.DateTime(), nullable=False),
    )
    _index("replies", "comment_pk")
    _record(
        "comment_anchors",
        _link("comment_anchors", "comment_pk", "comments"),
        _link("comment_anchors", "draft_pk", "drafts"),
        sa.Column("first", sa.Integer(), nullable=True),
        sa.Column("start", sa.Integer(), nullable=True),
        sa.Column("last", sa.Integer(), nullable=True),
        sa.Column("end", sa.Integer(), nullable=True),
        sa.Column("state", sa.String(40), nullable=False),
        *_texts("quote", "prefix", "suffix", "old_quote"),
        sa.Column("survival", sa.Double(), nullable=False),
        sa.Column("near", sa.Integer(), nullable=True),
    )
    _index("comment_anchors", "draft_pk")
    _one_standing("uq_comment_anchors_place", "comment_anchors", "comment_pk", "draft_pk")
    _record(
        "packs",
        _link("packs", "draft_pk", "drafts"),
        _link("packs", "gatekeeper_pk", "gatekeepers"),
        _link("packs", "file_pk", "stored_files", "RESTRICT"),
        *_texts("code"),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        *_texts("file_name", "question"),
        sa.Column("reply_by", sa.Date(), nullable=True),
        sa.Column("handed_over_at", sa.DateTime(), nullable=True),
        *_texts("handed_over_how"),
        sa.UniqueConstraint("code", name="uq_packs_code"),
    )
    _index("packs", "draft_pk")
    _index("packs", "file_pk")
    _index("packs", "gatekeeper_pk")
    _record(
        "pack_comments", _link("pack_comments", "pack_pk", "packs"), _link("pack_comments", "comment_pk", "comments")
    )
    _index("pack_comments", "comment_pk")
    _index("pack_comments", "pack_pk")


def _what_left_and_what_happened() -> None:
    _entity(
        "departures",
        sa.Column("left_at", sa.DateTime(), nullable=False),
        *_texts("name", "media_type", "how", "sha256"),
        sa.Column("audience", sa.String(40), nullable=False),
        *_texts("recipient", "made_from"),
    )
    _entity(
        "events",
        sa.Column("at", sa.DateTime(), nullable=False),
        *_texts("who", "verb", "noun"),
        sa.Column("entity_id", sa.Uuid(), nullable=True),
        *_texts("summary"),
    )
    _index("events", "at")
    _index("events", "entity_id")
    _entity(
        "unsaved",
        *_texts("field", "text"),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.UniqueConstraint("field", name="uq_unsaved_field"),
    )
    _entity(
        "undos",
        _link("undos", "event_pk", "events"),
        sa.Column("changes", sa.JSON(), nullable=False),
        sa.Column("undone", sa.Boolean(), nullable=False),
        sa.UniqueConstraint("event_pk", name="uq_undos_event_pk"),
    )


def _record(table: str, *columns: SchemaItem) -> None:
    audience = sa.Column("audience", sa.String(40), nullable=False)
    _entity(table, *columns, audience, sa.Column("removed_at", sa.DateTime(), nullable=True))


def _entity(table: str, *columns: SchemaItem) -> None:
    op.create_table(
        table,
        sa.Column("pk", KEY, nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        *columns,
        sa.PrimaryKeyConstraint("pk", name=f"pk_{table}"),
        sa.UniqueConstraint("id", name=f"uq_{table}_id"),
    )


def _texts(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.String(), nullable=False) for name in names]


def _link(table: str, column: str, to: str, ondelete: str = "CASCADE") -> sa.Column[int]:
    key = sa.ForeignKey(f"{to}.pk", name=f"fk_{table}_{column}_{to}", ondelete=ondelete)
    return sa.Column(column, KEY, key, nullable=False)


def _index(table: str, column: str) -> None:
    op.create_index(f"ix_{table}_{column}", table, [column])


def _one_standing(name: str, table: str, *columns: str) -> None:
    op.create_index(name, table, list(columns), unique=True, sqlite_where=STANDING, postgresql_where=STANDING)
