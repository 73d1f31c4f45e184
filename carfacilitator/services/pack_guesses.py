"""Which pack a file is that comes back: by what it says of itself, else by its text, else which it may be."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from carfacilitator.document.blocks import Document
from carfacilitator.model.case_studies import CaseStudy, Draft
from carfacilitator.model.gatekeepers import Gatekeeper
from carfacilitator.model.packs import Pack
from carfacilitator.model.people import Person
from carfacilitator.services.carrying import text_of
from carfacilitator.services.combining import LIKE_ENOUGH
from carfacilitator.services.identity import KnownBy, known_pack
from carfacilitator.services.recognition import phrases, text_likeness
from carfacilitator.services.senders import Whose, new_names, same_person, whose


@dataclass(frozen=True, kw_only=True)
class PackGuess:
    """A pack that a file may be; `likeness` of their texts in per cent."""

    pack_id: UUID
    code: str
    gatekeeper: str
    case_study: str
    draft_number: int
    likeness: int


@dataclass(frozen=True, kw_only=True)
class Recognition:
    """Which packs a file may be, the likeliest first; `by` is None while the facilitator must say which.

    `whose` tells who made it, as far as the names in it do; `strange` that it says it is a pack that is not here.
    """

    by: KnownBy | None
    guesses: tuple[PackGuess, ...] = ()
    whose: Whose = Whose.GATEKEEPER
    strange: bool = False


class _Sent(NamedTuple):
    pack: Pack
    draft: Draft
    study: CaseStudy
    gatekeeper: Gatekeeper
    author: Person


def recognise(session: Session, document: Document) -> Recognition:
    """Return which pack a file is, or may be."""
    found = [_Sent(*row) for row in session.execute(_packs())]
    known = known_pack(document, {sent.pack.id: sent.pack.code for sent in found})
    if known is not None:
        guesses = tuple(_guess(sent, 100) for sent in found if sent.pack.id == known[0])
        return Recognition(by=known[1], guesses=guesses)
    guesses, like = _by_text(document, found)
    by = KnownBy.TEXT if len(guesses) == 1 else None
    strange = bool(document.properties.get("code") or document.properties.get("identity"))
    return Recognition(by=by, guesses=guesses, whose=_whose(document, like), strange=strange)


def _packs() -> Select[Pack, Draft, CaseStudy, Gatekeeper, Person]:
    return (
        select(Pack, Draft, CaseStudy, Gatekeeper, Person)
        .join(Pack.draft)
        .join(Draft.case_study)
        .join(Pack.gatekeeper)
        .join(CaseStudy.author)
        .order_by(Pack.made_at.desc(), Pack.pk.desc())
    )


def _guess(sent: _Sent, likeness: int) -> PackGuess:
    return PackGuess(
        pack_id=sent.pack.id,
        code=sent.pack.code,
        gatekeeper=sent.gatekeeper.name,
        case_study=sent.study.title,
        draft_number=sent.draft.number,
        likeness=likeness,
    )


def _by_text(document: Document, packs: Sequence[_Sent]) -> tuple[tuple[PackGuess, ...], list[_Sent]]:
    """Return the packs whose text is like the file's, the likeliest first; of equals the one whose name is new in it.

    Besides, all that are like it.
    """
    said = phrases(document)
    likeness: dict[int, int] = {}
    for sent in packs:
        if sent.draft.pk not in likeness:
            likeness[sent.draft.pk] = text_likeness(said, phrases(text_of(sent.draft).document))
    like = [sent for sent in packs if likeness[sent.draft.pk] >= LIKE_ENOUGH]
    like.sort(key=lambda sent: -likeness[sent.draft.pk])
    guesses = [_guess(sent, likeness[sent.draft.pk]) for sent in like]
    nearest = [one for one in guesses if one.likeness == guesses[0].likeness]
    new = new_names(document, text_of(like[0].draft).document) if like else set()
    named = [one for one in nearest if any(same_person(name, one.gatekeeper) for name in new)]
    for certain in (named, nearest):
        if len(certain) == 1:
            return tuple(certain), like
    return tuple(guesses), like


def _whose(document: Document, like: Sequence[_Sent]) -> Whose:
    """Return who made a file that reads like the draft of these packs."""
    if not like:
        return Whose.AUTHOR
    nearest = like[0]
    gatekeepers = [sent.gatekeeper.name for sent in like]
    return whose(document, text_of(nearest.draft).document, gatekeepers, nearest.author.name)
