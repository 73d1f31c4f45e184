"""What can be searched for: for each noun its rows, and which of their words are open and which back stage, as SQL."""

from dataclasses import dataclass

from carfacilitator.model.terms import Audience

ROWS = 32  # a row of the index is known by key * ROWS + code of its source


@dataclass(frozen=True)
class Join:
    """A table whose row stands with the row that is searched: `alias.pk` is its `key`."""

    alias: str
    table: str
    key: str


@dataclass(frozen=True)
class Source:
    """Rows of one table (`it`) in the index. Every text is SQL over `it` and the `joins`; a `code` is never used again.

    `confidential` is a condition under which the whole row is back stage. `group`, `person` and `day` are what hits can
    be narrowed by: keys, and a date or an instant.
    """

    noun: str
    code: int
    table: str
    title: str
    front: str
    back: str = "''"
    confidential: str = "(0)"
    standing: str = "it.removed_at IS NULL"
    joins: tuple[Join, ...] = ()
    group: str = "NULL"
    person: str = "NULL"
    day: str = "NULL"

    @property
    def rows(self) -> str:
        """Return what stands behind FROM."""
        return " ".join([f"{self.table} it", *(f"JOIN {join.table} {join.alias} ON {join.key}" for join in self.joins)])


def _texts(*columns: str) -> str:
    return " || ' ' || ".join(columns)


_GROUP = Join("company", "groups", "company.pk = it.group_pk")
_MEETING = Join("meeting", "meetings", "meeting.pk = it.meeting_pk")
_PERSON = Join("person", "people", "person.pk = it.person_pk")
_AUTHOR = Join("author", "people", "author.pk = it.author_pk")
_STUDY = Join("study", "case_studies", "study.pk = it.case_study_pk")
_DRAFT = Join("draft", "drafts", "draft.pk = it.draft_pk")
_STUDY_OF_DRAFT = Join("study", "case_studies", "study.pk = draft.case_study_pk")
_FOR_NOBODY = f"= '{Audience.FACILITATOR.value}'"

SOURCES: tuple[Source, ...] = (
    Source("partnership", 1, "partnerships", "it.name", "it.place", "it.notes"),
    Source("group", 2, "groups", "it.name", "it.purpose", "it.notes", group="it.pk", day="it.began"),
    Source(
        "ground rule",
        3,
        "ground_rules",
        "company.name",
        "it.text",
        joins=(_GROUP,),
        group="company.pk",
        day="it.agreed_on",
    ),
    Source(
        "person",
        4,
        "people",
        "it.name",
        _texts("it.organisation", "it.job"),
        _texts("it.email", "it.needs", "it.notes"),
        person="it.pk",
    ),
    Source(
        "meeting",
        5,
        "meetings",
        _texts("it.title", "company.name"),
        _texts("it.place", "it.purpose", "it.notes"),
        "it.private_note",
        joins=(_GROUP,),
        group="company.pk",
        day="it.day",
    ),
    Source(
        "agenda item",
        6,
        "agenda_items",
        "it.title",
        _texts("it.leads", "it.materials"),
        "it.private_note",
        joins=(_MEETING,),
        group="meeting.group_pk",
        day="meeting.day",
    ),
    Source(
        "mentoring note",
        7,
        "mentoring_notes",
        "person.name",
        "it.kind",
        _texts("it.shared_part", "it.private_part"),
        confidential="(1)",
        joins=(_PERSON,),
        person="person.pk",
        day="it.day",
    ),
    Source(
        "gatekeeper",
        8,
        "gatekeepers",
        "it.name",
        _texts("it.role", "it.organisation"),
        _texts("it.email", "it.cares_about", "it.could_stop", "it.notes"),
    ),
    Source(
        "case study",
        9,
        "case_studies",
        "it.title",
        _texts("it.question", "author.name"),
        "it.notes",
        joins=(_AUTHOR,),
        group="it.group_pk",
        person="author.pk",
    ),
    Source(
        "justification",
        10,
        "justifications",
        "study.title",
        _texts("it.stage", "it.choice", "it.text"),
        joins=(_STUDY,),
        group="study.group_pk",
        person="study.author_pk",
    ),
    Source(
        "draft",
        11,
        "drafts",
        _texts("study.title", "'draft'", "it.number"),
        _texts("it.name", "it.file_name"),
        "it.note",
        joins=(_STUDY,),
        group="study.group_pk",
        person="study.author_pk",
        day="it.received_at",
    ),
    Source(
        "passage",
        12,
        "passages",
        "study.title",
        "passage_words(it.body)",
        standing="1",
        joins=(_STUDY,),
        group="study.group_pk",
        person="study.author_pk",
    ),
    Source(
        "comment",
        13,
        "comments",
        _texts("it.author_name", "kind.name"),
        "it.text",
        confidential=f"(it.audience {_FOR_NOBODY})",
        joins=(Join("kind", "comment_kinds", "kind.pk = it.kind_pk"), _DRAFT, _STUDY_OF_DRAFT),
        group="study.group_pk",
        person="study.author_pk",
        day="it.created_at",
    ),
    Source(
        "reply",
        14,
        "replies",
        "it.author_name",
        "it.text",
        confidential=f"(it.audience {_FOR_NOBODY} OR comment.audience {_FOR_NOBODY})",
        joins=(
            Join("comment", "comments", "comment.pk = it.comment_pk"),
            Join("draft", "drafts", "draft.pk = comment.draft_pk"),
            _STUDY_OF_DRAFT,
        ),
        group="study.group_pk",
        person="study.author_pk",
        day="it.created_at",
    ),
    Source(
        "pack",
        15,
        "packs",
        _texts("it.file_name", "gatekeeper.name"),
        _texts("it.code", "it.question"),
        joins=(
            Join("gatekeeper", "gatekeepers", "gatekeeper.pk = it.gatekeeper_pk"),
            _DRAFT,
            _STUDY_OF_DRAFT,
        ),
        group="study.group_pk",
        person="study.author_pk",
        day="it.made_at",
    ),
)
PASSAGE = next(source for source in SOURCES if source.noun == "passage")
BY_CODE = {source.code: source for source in SOURCES}
