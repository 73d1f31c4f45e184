"""Searching every noun of the workspace for words: simple matching, accents and case aside."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session, joinedload, undefer

from carfacilitator.document.records import from_record
from carfacilitator.model.base import Record
from carfacilitator.model.case_studies import CaseStudy, Draft, Justification
from carfacilitator.model.gatekeepers import Gatekeeper
from carfacilitator.model.groups import GroundRule, Group
from carfacilitator.model.meetings import AgendaItem, Meeting
from carfacilitator.model.mentoring import MentoringNote
from carfacilitator.model.packs import Pack
from carfacilitator.model.partnerships import Partnership
from carfacilitator.model.people import Person
from carfacilitator.model.reviews import Comment, Reply
from carfacilitator.model.sorting import fold
from carfacilitator.model.terms import Audience
from carfacilitator.store.database import Database

_AROUND = 60  # characters of a snippet on either side of the first word found


@dataclass(frozen=True, kw_only=True)
class Hit:
    """Something found, and the record in which it stands: a note stands with its person, a comment on its draft.

    `confidential` tells that it comes from the back stage: nobody else may see it.
    """

    noun: str
    id: UUID
    title: str
    snippet: str
    audience: Audience
    confidential: bool
    stands_in: UUID


@dataclass(frozen=True)
class Place:
    """Where words are looked for: rows of a noun, their title, what is open about them and what is back stage.

    `about` gives the record that a hit is told as, where that is not the row itself; `within` the one that it is seen
    in, where that is yet another.
    """

    noun: str
    rows: Select[Any]
    title: Callable[[Any], str]
    front: Callable[[Any], list[str]]
    back: Callable[[Any], list[str]] = lambda _row: []
    about: Callable[[Any], Record] = lambda row: row
    within: Callable[[Any], Record] | None = None


def _own(comment: Comment | Reply, *texts: str) -> tuple[list[str], list[str]]:
    """Return the texts of a remark as (front, back), as its audience says."""
    confidential = comment.audience is Audience.FACILITATOR
    return ([], list(texts)) if confidential else (list(texts), [])


PLACES: tuple[Place, ...] = (
    Place(
        "partnership", select(Partnership), lambda it: it.name, lambda it: [it.name, it.place], lambda it: [it.notes]
    ),
    Place(
        "group",
        select(Group).join(Group.partnership),
        lambda it: it.name,
        lambda it: [it.name, it.purpose],
        lambda it: [it.notes],
    ),
    Place(
        "ground rule",
        select(GroundRule).join(GroundRule.group).options(joinedload(GroundRule.group)),
        lambda it: it.group.name,
        lambda it: [it.text],
        about=lambda it: it.group,
    ),
    Place(
        "person",
        select(Person),
        lambda it: it.name,
        lambda it: [it.name, it.organisation, it.job, it.email],
        lambda it: [it.name, it.needs, it.notes],
    ),
    Place(
        "meeting",
        select(Meeting).join(Meeting.group).options(joinedload(Meeting.group)),
        lambda it: it.title or it.group.name,
        lambda it: [it.title, it.group.name, it.place, it.purpose, it.notes],
        lambda it: [it.private_note],
    ),
    Place(
        "agenda item",
        select(AgendaItem).join(AgendaItem.meeting).options(joinedload(AgendaItem.meeting)),
        lambda it: it.title,
        lambda it: [it.title, it.leads, it.materials],
        lambda it: [it.title, it.private_note],
        lambda it: it.meeting,
    ),
    Place(
        "mentoring note",
        select(MentoringNote).join(MentoringNote.person).options(joinedload(MentoringNote.person)),
        lambda it: it.person.name,
        lambda _it: [],
        lambda it: [it.person.name, it.kind, it.shared_part, it.private_part],
        within=lambda it: it.person,
    ),
    Place(
        "gatekeeper",
        select(Gatekeeper).join(Gatekeeper.partnership),
        lambda it: it.name,
        lambda it: [it.name, it.role, it.organisation, it.email],
        lambda it: [it.name, it.cares_about, it.could_stop, it.notes],
    ),
    Place(
        "case study",
        select(CaseStudy).join(CaseStudy.group).join(CaseStudy.author).options(joinedload(CaseStudy.author)),
        lambda it: it.title,
        lambda it: [it.title, it.question, it.author.name],
        lambda it: [it.notes],
    ),
    Place(
        "justification",
        select(Justification).join(Justification.case_study).options(joinedload(Justification.case_study)),
        lambda it: it.case_study.title,
        lambda it: [it.stage, it.choice, it.text],
        about=lambda it: it.case_study,
    ),
    Place(
        "draft",
        select(Draft)
        .join(Draft.case_study)
        .options(joinedload(Draft.case_study), undefer(Draft.frame), undefer(Draft.passages)),
        lambda it: f"{it.case_study.title}, draft {it.number}",
        lambda it: [it.name, it.file_name, *from_record(it.document).texts()],
        lambda it: [it.note],
    ),
    Place(
        "comment",
        select(Comment)
        .join(Comment.draft)
        .join(Draft.case_study)
        .options(joinedload(Comment.kind), joinedload(Comment.draft)),
        lambda it: f"{it.author_name}: {it.kind.name}",
        lambda it: _own(it, it.text)[0],
        lambda it: _own(it, it.text)[1],
        within=lambda it: it.draft,
    ),
    Place(
        "reply",
        select(Reply).join(Reply.comment).options(joinedload(Reply.comment).joinedload(Comment.draft)),
        lambda it: it.author_name,
        lambda it: _own(it.comment, it.text)[0],
        lambda it: _own(it.comment, it.text)[1],
        lambda it: it.comment,
        lambda it: it.comment.draft,
    ),
    Place(
        "pack",
        select(Pack).join(Pack.draft).join(Pack.gatekeeper).options(joinedload(Pack.gatekeeper)),
        lambda it: f"{it.file_name} for {it.gatekeeper.name}",
        lambda it: [it.file_name, it.code, it.question, it.gatekeeper.name],
    ),
)


class Search:
    """Finds what was written, wherever it stands."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def hits(self, words: str, *, confidential: bool = False) -> list[Hit]:
        """Return what holds every one of `words`, by noun; what is back stage only when that is asked for."""
        wanted = fold(words).split()
        if not wanted:
            return []
        with self._database.reading() as session:
            return [hit for place in PLACES for hit in _hits(session, place, wanted, confidential=confidential)]


def _hits(session: Session, place: Place, wanted: list[str], *, confidential: bool) -> Iterator[Hit]:
    for row in session.scalars(place.rows).unique():
        found = _snippet(place.front(row), wanted)
        from_back = found is None and confidential
        if from_back:
            found = _snippet([*place.front(row), *place.back(row)], wanted)
        if found is not None:
            about = place.about(row)
            yield Hit(
                noun=place.noun,
                id=about.id,
                title=place.title(row),
                snippet=found,
                audience=Audience.FACILITATOR if from_back else about.audience,
                confidential=from_back,
                stands_in=(place.within(row) if place.within else about).id,
            )


def _snippet(texts: list[str], wanted: list[str]) -> str | None:
    """Return the surroundings of the first of the words that are `wanted`, or None if any of them is missing."""
    folded = [fold(text) for text in texts]
    if not all(any(word in text for text in folded) for word in wanted):
        return None
    text, plain = next((text, plain) for text, plain in zip(texts, folded, strict=True) if wanted[0] in plain)
    middle = round(plain.index(wanted[0]) * len(text) / max(len(plain), 1))  # folding may have changed the length
    start, end = max(middle - _AROUND, 0), min(middle + len(wanted[0]) + _AROUND, len(text))
    cut = " ".join(text[start:end].split())
    return f"{'…' if start else ''}{cut}{'…' if end < len(text) else ''}"
