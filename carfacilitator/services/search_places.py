"""What a hit of the search shows for each noun: its title, its texts, and the record in which it is seen."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import joinedload

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
from carfacilitator.model.terms import Audience


@dataclass(frozen=True)
class Place:
    """A noun that can be found: its rows, their title, what is open about them and what is back stage.

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
        lambda it: [it.name, it.organisation, it.job],
        lambda it: [it.email, it.needs, it.notes],
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
        lambda it: [it.name, it.role, it.organisation],
        lambda it: [it.email, it.cares_about, it.could_stop, it.notes],
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
        select(Draft).join(Draft.case_study).options(joinedload(Draft.case_study)),
        lambda it: f"{it.case_study.title}, draft {it.number}",
        lambda it: [it.name, it.file_name],
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
BY_NOUN = {place.noun: place for place in PLACES}
