"""Searching every noun of the workspace: words, phrases and beginnings of words, the best first, with their place."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from carfacilitator.document.parting import words_of
from carfacilitator.model import texts, veils
from carfacilitator.model.base import Entity, Record
from carfacilitator.model.case_studies import Draft
from carfacilitator.model.groups import Group
from carfacilitator.model.people import Person
from carfacilitator.model.terms import Audience
from carfacilitator.services.search_drafts import Held, StandingPassage, chosen, standing
from carfacilitator.services.search_places import BY_NOUN, PLACES, Place
from carfacilitator.services.snippets import Span, snippets
from carfacilitator.store import search
from carfacilitator.store.database import Database
from carfacilitator.store.search import Match, Scope
from carfacilitator.store.search_sources import PASSAGE

__all__ = ["PLACES", "Hit", "Search", "SearchFilter"]

MOST = 20  # hits, unless more are asked for: as many as one looks through while typing


@dataclass(frozen=True, kw_only=True)
class SearchFilter:
    """What a search is narrowed to. Days are inclusive; what has no date is left out by them.

    The best `most` hits are returned.
    """

    nouns: frozenset[str] = frozenset()
    group_id: UUID | None = None
    person_id: UUID | None = None
    since: date | None = None
    until: date | None = None
    most: int = MOST


@dataclass(frozen=True, kw_only=True)
class Hit:
    """Something found, and the record in which it stands: a note stands with its person, a comment on its draft.

    `marks` are where the words stand in the `snippet`. `passage` is what was found of a draft's text: see `leaf`.
    `confidential` tells that it comes from the back stage: nobody else may see it.
    """

    noun: str
    id: UUID
    title: str
    snippet: str
    audience: Audience
    confidential: bool
    stands_in: UUID
    marks: tuple[Span, ...] = ()
    passage: int | None = None


@dataclass(frozen=True)
class _Found:
    """A hit that has no snippet yet, and the texts that one can be cut from."""

    hit: Hit
    front: tuple[str, ...]
    back: tuple[str, ...] = ()


class Search:
    """Finds what was written, wherever it stands."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._held: Held = {}

    def hits(
        self, words: str, where: SearchFilter | None = None, *, confidential: bool = False, typing: bool = True
    ) -> list[Hit]:
        """Return what holds every one of `words`, the best first; what is back stage only when that is asked for.

        Words between double quotes are found as they stand. While `typing`, the last word may be a beginning.
        """
        asked = search.taken_apart(words, typing=typing)
        if asked is None:
            return []
        where = where or SearchFilter()
        with self._database.reading() as session:
            scope = _scope(session, where)
            if scope is None:
                return []
            back = confidential and not self._database.is_veiled
            matches = search.find(session.connection(), asked, scope, back=back, most=where.most)
            places = chosen(session, [match.pk for match in matches if match.source is PASSAGE], self._held)
            shown = [match for match in matches if match.source is not PASSAGE or match.pk in places]
            found = list(_found(session, shown[: where.most], places))
            cut = snippets(session.connection(), [one.front for one in found], asked)
        return [replace(one.hit, snippet=each.words, marks=each.marks) for one, each in zip(found, cut, strict=True)]

    def leaf(self, hit: Hit) -> int | None:
        """Return the index of the leaf of a draft's text where a hit stands, or None for what is no draft's text."""
        if hit.passage is None:
            return None
        with self._database.reading() as session:
            passages = session.scalar(select(Draft.passages).where(Draft.id == hit.id)) or []
            return texts.first_leaf(session, passages, hit.passage) if hit.passage in passages else None


def _scope(session: Session, where: SearchFilter) -> Scope | None:
    """Return what is meant in the index's terms, or None if the group or the person is not there."""
    group, person = _key(session, Group, where.group_id), _key(session, Person, where.person_id)
    if (where.group_id and group is None) or (where.person_id and person is None):
        return None
    nouns = where.nouns | ({"passage"} if "draft" in where.nouns else set())
    return Scope(nouns, group, person, where.since, where.until)


def _key(session: Session, kind: type[Entity], entity_id: UUID | None) -> int | None:
    return None if entity_id is None else session.scalar(select(kind.pk).where(kind.id == entity_id))


def _found(session: Session, matches: Sequence[Match], places: Mapping[int, int]) -> Iterator[_Found]:
    """Return what was found in the order of the matches; a draft once. `places` are the drafts of the passages."""
    keys: dict[str, list[int]] = {}
    for match in matches:
        keys.setdefault(match.source.noun, []).append(match.pk)
    drafts = {key: places[key] for key in keys.pop(PASSAGE.noun, ())}
    rows = {noun: _rows(session, noun, these) for noun, these in keys.items()}
    rows[PASSAGE.noun] = {one.key: _in_a_draft(one) for one in standing(session, drafts)}
    seen: set[tuple[str, UUID]] = set()
    for match in matches:
        found = rows[match.source.noun].get(match.pk)
        if found is None:
            continue
        hit = found.hit
        if (hit.noun, hit.id) not in seen or hit.noun not in {"draft", "group", "case study"}:
            seen.add((hit.noun, hit.id))
            yield _of_the_back_stage(found) if match.from_back else found


def _of_the_back_stage(found: _Found) -> _Found:
    """Return it as a hit whose snippet may come from what only the facilitator sees."""
    hit = replace(found.hit, confidential=True, audience=Audience.FACILITATOR)
    return _Found(hit, found.front + found.back)


def _rows(session: Session, noun: str, keys: Sequence[int]) -> dict[int, _Found]:
    place = BY_NOUN[noun]
    kind = place.rows.column_descriptions[0]["entity"]
    return {row.pk: _told(place, row) for row in session.scalars(place.rows.where(kind.pk.in_(keys))).unique()}


def _told(place: Place, row: Record) -> _Found:
    about = place.about(row)
    hit = Hit(
        noun=place.noun,
        id=about.id,
        title=place.title(row),
        snippet="",
        audience=about.audience,
        confidential=False,
        stands_in=(place.within(row) if place.within else about).id,
    )
    return _Found(hit, tuple(place.front(row)), tuple(place.back(row)))


def _in_a_draft(one: StandingPassage) -> _Found:
    hit = Hit(
        noun="draft",
        id=one.draft.id,
        title=BY_NOUN["draft"].title(one.draft),
        snippet="",
        audience=one.draft.audience,
        confidential=False,
        stands_in=one.draft.id,
        passage=one.key,
    )
    words, veil = words_of(texts.unpacked(one.body)), veils.now()
    return _Found(hit, (veil.over(words) if veil else words,))
