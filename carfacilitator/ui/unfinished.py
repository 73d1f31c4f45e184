"""What was being written when the program stopped, or was set aside: said when a workspace is opened, with the way."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from carfacilitator.errors import KnownError, NotFoundError
from carfacilitator.ui.widgets.spoken import counted

if TYPE_CHECKING:  # loading it takes longer than the first paint may wait
    from carfacilitator.services.workspace import Services


@dataclass(frozen=True)
class Unfinished:
    """A text that stands typed and is not kept: what it is about, and the page and the record where it comes back."""

    about: str
    page: str
    entity: UUID | None  # None for something new that is not made yet


def unfinished(services: "Services") -> list[Unfinished]:
    """Return what was never finished, the latest first; what belongs to something that was removed is left out."""
    found = []
    for typed in services.unsaved.recovered():
        noun, entity = [*typed.field.split(":"), ""][:2]
        if noun == "new" and entity in _NEW:
            found.append(Unfinished(_NEW[entity], entity, None))
        elif noun in _PLACES:
            try:
                found.append(_PLACES[noun](services, UUID(entity)))
            except KnownError:
                continue
    return list(dict.fromkeys(found))  # a form has more fields than one


def said(texts: list[Unfinished]) -> str:
    """Return a sentence about them, or nothing."""
    if not texts:
        return ""
    others = len(texts) - 1
    more = f", and in {counted(others, 'other place')}" if others else ""
    return f"You were still writing {texts[0].about}{more}. Your words are kept there."


def _about_a_person(services: "Services", entity: UUID) -> Unfinished:
    return Unfinished(f"about {services.people.open(entity).name}", "people", entity)


def _a_note(services: "Services", entity: UUID) -> Unfinished:
    note = services.mentoring.open(entity)
    return Unfinished(f"a mentoring note about {note.person}", "people", note.person_id)


def _on_a_draft(services: "Services", entity: UUID) -> Unfinished:
    draft = services.drafts.open(entity)
    return Unfinished(f"on draft {draft.number} of ‘{draft.case_study}’", "review", entity)


def _on_a_pack(services: "Services", entity: UUID) -> Unfinished:
    draft = services.drafts.open(entity)
    return Unfinished(f"a pack of draft {draft.number} of ‘{draft.case_study}’", "packs", entity)


def _on_a_case_study(services: "Services", entity: UUID) -> Unfinished:
    return Unfinished(f"on ‘{services.case_studies.open(entity).title}’", "case-studies", entity)


def _about_a_gatekeeper(services: "Services", entity: UUID) -> Unfinished:
    return Unfinished(f"about {services.gatekeepers.open(entity).name}", "gatekeepers", entity)


def _on_a_group(services: "Services", entity: UUID) -> Unfinished:
    return Unfinished(f"on {services.groups.open(entity).name}", "groups", entity)


def _on_a_meeting(services: "Services", entity: UUID) -> Unfinished:
    return Unfinished(f"on a meeting of {services.meetings.open(entity).group}", "meetings", entity)


def _on_a_kind(services: "Services", entity: UUID) -> Unfinished:
    kind = next((one for one in services.codebook.rows(retired=True) if one.id == entity), None)
    if kind is None:
        raise NotFoundError("That kind of comment is not there any more.")
    return Unfinished(f"about the kind of comment ‘{kind.name}’", "codebook", entity)


def _an_email(services: "Services", entity: UUID) -> Unfinished:
    return Unfinished(f"down the email of {services.packs.open(entity).gatekeeper}", "emails", entity)


def _on_what_came_back(services: "Services", entity: UUID) -> Unfinished:
    draft = services.drafts.open(services.combined_reviews.draft_of(entity))
    return Unfinished(f"about what came back of draft {draft.number} of ‘{draft.case_study}’", "combined", entity)


_NEW: Mapping[str, str] = {  # by the page on which they are made
    "people": "about a new person",
    "groups": "about a new group",
    "meetings": "about a new meeting",
    "gatekeepers": "about a new gatekeeper",
    "case-studies": "about a new case study",
}
_PLACES: Mapping[str, Callable[["Services", UUID], Unfinished]] = {
    "person": _about_a_person,
    "note": _a_note,
    "draft": _on_a_draft,
    "pack-of": _on_a_pack,
    "case-study": _on_a_case_study,
    "gatekeeper": _about_a_gatekeeper,
    "group": _on_a_group,
    "meeting": _on_a_meeting,
    "kind": _on_a_kind,
    "pack": _an_email,
    "combined": _on_what_came_back,
    "remark": _on_what_came_back,
}
