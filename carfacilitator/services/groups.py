"""Groups: adding them, who belongs to them, and the ground rules that they agreed."""

from dataclasses import dataclass
from datetime import date
from typing import TypedDict, Unpack
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from carfacilitator.model.clock import Clock
from carfacilitator.model.groups import GroundRule, Group
from carfacilitator.model.partnerships import Partnership
from carfacilitator.model.sorting import matches, name_key, title_key
from carfacilitator.model.terms import Audience, GroupKind
from carfacilitator.services import records
from carfacilitator.services.people import PlaceInGroup, places_in_groups
from carfacilitator.store.database import Database
from carfacilitator.store.recording import Deed


class GroupChanges(TypedDict, total=False):
    """What can be altered about a group."""

    name: str
    kind: GroupKind
    purpose: str
    began: date | None
    ended: date | None
    stated_size: int | None
    notes: str
    audience: Audience


class GroundRuleChanges(TypedDict, total=False):
    """What can be altered about a ground rule."""

    text: str
    position: int
    agreed_on: date | None


@dataclass(frozen=True, kw_only=True)
class GroupRow:
    """A group in a list; `members` are those named here who have not left."""

    id: UUID
    name: str
    kind: GroupKind
    partnership_id: UUID
    partnership: str
    members: int
    stated_size: int | None
    ended: date | None
    audience: Audience


@dataclass(frozen=True, kw_only=True)
class GroundRuleLine:
    """A ground rule as it is read out."""

    id: UUID
    text: str
    agreed_on: date | None


@dataclass(frozen=True, kw_only=True)
class GroupDetails:
    """Everything on a group's page: members by family name (those who left too), ground rules in their order."""

    id: UUID
    name: str
    kind: GroupKind
    partnership_id: UUID
    partnership: str
    purpose: str
    began: date | None
    ended: date | None
    stated_size: int | None
    notes: str
    audience: Audience
    members: tuple[PlaceInGroup, ...]
    ground_rules: tuple[GroundRuleLine, ...]


class Groups:
    """The groups of every partnership."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def add(self, partnership_id: UUID, name: str, /, **details: Unpack[GroupChanges]) -> UUID:
        """Add a group to a partnership and return its id."""
        with self._database.transaction(Deed("added", Group)) as session:
            group = Group(partnership=records.get(session, Partnership, partnership_id), name=name)
            records.amend(group, {"name": name, **details}, "name")
            session.add(group)
        return group.id

    def amend(self, group_id: UUID, **changes: Unpack[GroupChanges]) -> None:
        """Alter what is known of a group."""
        with self._database.transaction(Deed("changed", Group)) as session:
            records.amend(records.get(session, Group, group_id), changes, "name")

    def remove(self, group_id: UUID) -> None:
        """Take a group, and with it its meetings and case studies, out of every list; Undo brings them back."""
        with self._database.transaction(Deed("removed", Group)) as session:
            records.remove(records.get(session, Group, group_id), self._clock.now())

    def agree_rule(self, group_id: UUID, text: str, agreed_on: date | None = None) -> UUID:
        """Add a ground rule after those that a group has, and return its id."""
        with self._database.transaction(Deed("added", GroundRule)) as session:
            group = records.get(session, Group, group_id)
            rule = GroundRule(group=group, text=text, agreed_on=agreed_on)
            records.amend(rule, {"text": text, "position": 1 + _last_position(session, group)}, "text")
            session.add(rule)
        return rule.id

    def amend_rule(self, rule_id: UUID, **changes: Unpack[GroundRuleChanges]) -> None:
        """Alter a ground rule: its words, its place among the others, when it was agreed."""
        with self._database.transaction(Deed("changed", GroundRule)) as session:
            records.amend(records.get(session, GroundRule, rule_id), changes, "text")

    def move_rule(self, rule_id: UUID, to: int) -> None:
        """Put a ground rule at place `to` of its group's rules, counted from 0; the others close up."""
        with self._database.transaction(Deed("moved", GroundRule)) as session:
            rule = records.get(session, GroundRule, rule_id, GroundRule.group)
            others = [other for other in _rules(session, rule.group) if other is not rule]
            others.insert(max(to, 0), rule)
            for position, each in enumerate(others, 1):
                each.position = position

    def remove_rule(self, rule_id: UUID) -> None:
        """Take a ground rule away."""
        with self._database.transaction(Deed("removed", GroundRule)) as session:
            records.remove(records.get(session, GroundRule, rule_id), self._clock.now())

    def rows(self, matching: str = "", partnership_id: UUID | None = None) -> list[GroupRow]:
        """Return groups by partnership and name: those whose name, kind or partnership holds every word."""
        with self._database.reading() as session:
            found = session.execute(select(Group, Partnership).join(Group.partnership)).all()
            places = places_in_groups(session)
        rows = [
            _row(group, partnership, places)
            for group, partnership in found
            if partnership_id in {None, partnership.id}
            if matches(matching, group.name, group.kind, partnership.name)
        ]
        return sorted(rows, key=lambda row: (title_key(row.partnership), title_key(row.name)))

    def open(self, group_id: UUID) -> GroupDetails:
        """Return everything known of a group."""
        with self._database.reading() as session:
            group = records.get(session, Group, group_id, Group.partnership)
            members = [place for place in places_in_groups(session) if place.group_id == group_id]
            rules = tuple(records.tell(GroundRuleLine, rule) for rule in _rules(session, group))
        return records.tell(
            GroupDetails,
            group,
            partnership_id=group.partnership.id,
            partnership=group.partnership.name,
            members=tuple(sorted(members, key=lambda place: name_key(place.person))),
            ground_rules=rules,
        )


def _rules(session: Session, group: Group) -> list[GroundRule]:
    of_group = select(GroundRule).where(GroundRule.group_pk == group.pk)
    return list(session.scalars(of_group.order_by(GroundRule.position, GroundRule.pk)))


def _last_position(session: Session, group: Group) -> int:
    return max((rule.position for rule in _rules(session, group)), default=0)


def _row(group: Group, partnership: Partnership, places: list[PlaceInGroup]) -> GroupRow:
    members = sum(place.group_id == group.id and place.left is None for place in places)
    return records.tell(GroupRow, group, partnership_id=partnership.id, partnership=partnership.name, members=members)
