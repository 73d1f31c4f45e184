"""Searching every noun of the workspace: words, phrases and beginnings of words, the best first, with their place."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, contains_eager, undefer

from carfacilitator.document.parting import words_of
from carfacilitator.model import texts, veils
from carfacilitator.model.base import Entity, Record
from carfacilitator.model.case_studies import CaseStudy, Draft
from carfacilitator.model.groups import Group
from carfacilitator.model.people import Person
from carfacilitator.model.terms import Audience
from carfacilitator.services.search_places import BY_NOUN, PLACES, Place
from carfacilitator.services.snippets import snippets
from carfacilitator.store import search
from carfacilitator.store.database import Database
from carfacilitator.store.search import Match, Scope, Span

__all__ = ["PLACES", "Hit", "Search", "SearchFilter"]

MOST = 50  # hits, unless more are asked for


@dataclass(frozen=True, kw_only=True)
class SearchFilter:
    """What a search is narrowed to. Days are inclusive; what has no date is left out by them."""

    nouns: frozenset[str] = frozenset()
    group_id: UUID | None = None
    person_id: UUID | None = None
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, kw_only=True)
class Hit:
    """Something found, and the record in which it stands: a note stands with its person, a comment on its draft.

    `marks` are where the words stand in the `snippet`. `leaf` is the leaf of the draft's text that was found.
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
    leaf: int | None = None


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

    def hits(
        self, words: str, where: SearchFilter | None = None, *, confidential: bool = False, typing: bool = True
    ) -> list[Hit]:
        """Return what holds every one of `words`, the best first; what is back stage only when that is asked for.

        Words between double quotes are found as they stand. While `typing`, the last word may be a beginning. The best
        MOST are returned.
        """
        asked = search.taken_apart(words, typing=typing)
        if asked is None:
            return []
        with self._database.reading() as session:
            scope = _scope(session, where or SearchFilter())
            if scope is None:
                return []
            back = confidential and not self._database.is_veiled
            matches = search.find(session.connection(), asked, scope, back=back, most=MOST)
            found = list(_found(session, matches))
            cut = snippets(session.connection(), [one.front for one in found], asked)
        return [replace(one.hit, snippet=each.words, marks=each.marks) for one, each in zip(found, cut, strict=True)]


def _scope(session: Session, where: SearchFilter) -> Scope | None:
    """Return what is meant in the index's terms, or None if the group or the person is not there."""
    group, person = _key(session, Group, where.group_id), _key(session, Person, where.person_id)
    if (where.group_id and group is None) or (where.person_id and person is None):
        return None
    nouns = where.nouns | ({"passage"} if "draft" in where.nouns else set())
    return Scope(nouns, group, person, where.since, where.until)


def _key(session: Session, kind: type[Entity], entity_id: UUID | None) -> int | None:
    return None if entity_id is None else session.scalar(select(kind.pk).where(kind.id == entity_id))


def _found(session: Session, matches: Sequence[Match]) -> Iterator[_Found]:
    """Return what was found in the order of the matches; a draft once, at its best passage."""
    keys: dict[str, list[int]] = {}
    for match in matches:
        keys.setdefault(match.source.noun, []).append(match.pk)
    rows = {noun: _rows(session, noun, these) for noun, these in keys.items()}
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
    if noun == "passage":
        return _passages(session, keys)
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


def _passages(session: Session, keys: Sequence[int]) -> dict[int, _Found]:
    """Return for each passage the newest draft that holds it."""
    found = {}
    passages = texts.passages(session, keys)
    drafts = _drafts(session, {passage.case_study_pk for passage in passages})
    for passage in passages:
        for draft in drafts:
            if draft.case_study_pk == passage.case_study_pk and passage.pk in draft.passages:
                found[passage.pk] = _in_a_draft(session, draft, passage.pk, passage.body)
                break
    return found


def _drafts(session: Session, studies: Iterable[int]) -> list[Draft]:
    newest_first = select(Draft).join(Draft.case_study).order_by(Draft.number.desc())
    loaded = (contains_eager(Draft.case_study), undefer(Draft.passages))
    return list(session.scalars(newest_first.where(CaseStudy.pk.in_(studies)).options(*loaded)))


def _in_a_draft(session: Session, draft: Draft, key: int, body: bytes) -> _Found:
    hit = Hit(
        noun="draft",
        id=draft.id,
        title=BY_NOUN["draft"].title(draft),
        snippet="",
        audience=draft.audience,
        confidential=False,
        stands_in=draft.id,
        leaf=texts.first_leaf(session, draft.passages, key),
    )
    words, veil = words_of(texts.unpacked(body)), veils.now()
    return _Found(hit, (veil.over(words) if veil else words,))
