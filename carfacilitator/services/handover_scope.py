"""What belongs to a group and goes along when it is handed over: all below it, and whatever that names."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import inspect, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from carfacilitator.model.base import Entity, Record
from carfacilitator.model.gatekeepers import Gatekeeper
from carfacilitator.model.groups import Group
from carfacilitator.model.mentoring import MentoringNote
from carfacilitator.model.packs import PackComment
from carfacilitator.model.partnerships import Partnership
from carfacilitator.model.people import Membership
from carfacilitator.model.retention import RetentionDate
from carfacilitator.model.reviews import CommentAnchor
from carfacilitator.model.schema import ENTITIES
from carfacilitator.model.terms import Audience
from carfacilitator.services import records
from carfacilitator.services.portable import private_columns, references_of

Keys = defaultdict[type[Entity], set[int]]
_UNSEEN = (CommentAnchor, PackComment)  # for whom their comment is


@dataclass(frozen=True)
class Scope:
    """The keys of what goes along, and how many of what (in words) stays, for it is for the facilitator only."""

    keys: Mapping[type[Entity], set[int]]
    left_out: Mapping[str, int] = field(default_factory=dict)
    with_private: bool = False

    def columns_left_out(self, kind: type[Entity]) -> frozenset[str]:
        """Return the columns of a kind that stay behind."""
        return frozenset() if self.with_private else private_columns(kind)


def of_group(session: Session, group_id: UUID, *, with_private: bool) -> Scope:
    """Return what goes along with a group.

    Raises:
        NotFoundError: there is no such group.
    """
    group = records.get(session, Group, group_id)
    keys: Keys = defaultdict(set, {Group: {group.pk}})
    left_out: Counter[str] = Counter()
    for kind in _below(Group):
        found = [one for one in _all(session, kind) if any(pk in keys[owner] for owner, pk in one.owners)]
        shown = {one.pk for one in found if with_private or not _is_hidden(one, kind, keys)}
        keys[kind] |= shown
        left_out[kind.WORDS[1]] += 0 if kind in _UNSEEN else len(found) - len(shown)
    place = (Partnership, group.partnership_pk)
    keys[Gatekeeper] |= {one.pk for one in _all(session, Gatekeeper) if place in one.owners}
    _add_named(session, keys)
    members = _named(session, Membership, "person", keys[Membership])
    notes = {one.pk for one in _all(session, MentoringNote) if any(pk in members for _, pk in one.owners)}
    if with_private:
        keys[MentoringNote] |= notes
    else:
        left_out[MentoringNote.WORDS[1]] += len(notes)
    keys[RetentionDate] |= _promises(session, keys)
    return Scope(keys, +left_out, with_private)


class _Owned(NamedTuple):
    """A row, for whom it is, and what takes it along when it goes."""

    pk: int
    audience: Audience
    owners: tuple[tuple[type[Entity], int], ...]


def _below(parent: type[Record]) -> list[type[Record]]:
    """Return the kinds of which something belongs to a record of `parent`, each after those that it belongs to."""
    found: list[type[Record]] = [parent]
    for kind in ENTITIES:
        if issubclass(kind, Record) and any(owner in found for owner in _owners(kind).values()):
            found.append(kind)
    return found[1:]


def _owners(kind: type[Entity]) -> dict[str, type[Entity]]:
    keys = inspect(kind).local_table.foreign_keys
    cascading = {key.parent.name for key in keys if key.ondelete == "CASCADE"}
    return {name: other for name, other in references_of(kind).items() if f"{name}_pk" in cascading}


def _all(session: Session, kind: type[Record]) -> Iterator[_Owned]:
    owners = _owners(kind)
    columns = (getattr(kind, f"{name}_pk") for name in owners)
    for pk, audience, *keys in _rows(session, kind.pk, kind.audience, *columns):
        yield _Owned(pk, audience, tuple(zip(owners.values(), keys, strict=True)))


def _is_hidden(one: _Owned, kind: type[Record], keys: Keys) -> bool:
    """Tell whether a row is for the facilitator only, or belongs to what is."""
    if any(_is_back_stage(owner) and pk not in keys[owner] for owner, pk in one.owners):
        return True
    return _is_back_stage(kind) and kind not in _UNSEEN and one.audience is Audience.FACILITATOR


def _is_back_stage(kind: type[Entity]) -> bool:
    return issubclass(kind, Record) and not kind.FRONT_STAGE


def _add_named(session: Session, keys: Keys) -> None:
    """Add whatever the rows name, and whatever that names."""
    for kind in reversed(ENTITIES):
        for name, other in references_of(kind).items():
            keys[other] |= _named(session, kind, name, keys[kind])


def _named(session: Session, kind: type[Entity], name: str, keys: set[int]) -> set[int]:
    rows = _rows(session, kind.pk, getattr(kind, f"{name}_pk")) if keys else []
    return {other for pk, other in rows if pk in keys and other is not None}


def _promises(session: Session, keys: Keys) -> set[int]:
    ids: set[UUID] = set()
    for kind in keys:
        ids |= {row_id for pk, row_id in _rows(session, kind.pk, kind.id) if pk in keys[kind]}
    promised = _rows(session, RetentionDate.pk, RetentionDate.entity_id)
    return {pk for pk, entity_id in promised if entity_id in ids}


def _rows(session: Session, *columns: InstrumentedAttribute[Any]) -> list[tuple[Any, ...]]:
    return [tuple(row) for row in session.execute(select(*columns).execution_options(include_removed=True))]
