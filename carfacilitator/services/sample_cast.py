"""Who there is in the sample workspace: its people, groups, meetings and mentoring, from `resources/sample/`."""

from collections.abc import Iterator, Mapping
from typing import Any
from uuid import UUID

from carfacilitator.model.terms import Attendance, GatekeeperKind, GroupKind, MentoringKind
from carfacilitator.services.workspace import Services

Table = Mapping[str, Any]
Cast = dict[str, UUID]  # by the key under which the files of the sample name a thing


def bring_in(services: Services, sample: Table, meetings: Table, mentoring: Table) -> Cast:
    """Add everybody and everything that the story of the sample begins with, and return their ids by key."""
    cast: Cast = {}
    for partnership in sample["partnership"]:
        cast[partnership["key"]] = services.partnerships.add(partnership["name"], **_fields(partnership, "name"))
    for group in sample["group"]:
        cast[group["key"]] = _group(services, cast, group)
    for person in sample["person"]:
        cast[person["key"]] = _person(services, cast, person)
    for keeper in sample["gatekeeper"]:
        details = _fields(keeper, "partnership", "name", "kind")
        where, kind = cast[keeper["partnership"]], GatekeeperKind(keeper["kind"])
        cast[keeper["key"]] = services.gatekeepers.add(where, keeper["name"], kind=kind, **details)
    for meeting in meetings["meeting"]:
        _meet(services, cast, meeting)
    for note in mentoring["note"]:
        details = _fields(note, "person", "kind")
        services.mentoring.add(cast[note["person"]], kind=MentoringKind(note["kind"]), **details)
    return cast


def _group(services: Services, cast: Cast, group: Table) -> UUID:
    details = _fields(group, "partnership", "name", "kind", "ground_rules", "agreed_on")
    where, kind = cast[group["partnership"]], GroupKind(group["kind"])
    group_id = services.groups.add(where, group["name"], kind=kind, **details)
    for rule in group["ground_rules"]:
        services.groups.agree_rule(group_id, rule, group["agreed_on"])
    return group_id


def _person(services: Services, cast: Cast, person: Table) -> UUID:
    person_id = services.people.add(person["name"], **_fields(person, "name", "groups"))
    for place in person["groups"]:
        services.people.join(person_id, cast[place["group"]], **_fields(place, "group"))
    return person_id


def _meet(services: Services, cast: Cast, meeting: Table) -> None:
    details = _fields(meeting, "group", "day", "starts", "agenda", "attendance")
    meeting_id = services.meetings.add(cast[meeting["group"]], meeting["day"], meeting["starts"], **details)
    for item in meeting.get("agenda", ()):
        services.agendas.add(meeting_id, item["title"], **_fields(item, "title"))
    for person, answer in meeting.get("attendance", {}).items():
        services.meetings.mark(meeting_id, cast[person], Attendance(answer))


def _fields(table: Table, *others: str) -> dict[str, Any]:
    """Return what of a table are fields of its record as they stand."""
    return dict(_stripped(table, {"key", *others}))


def _stripped(table: Table, others: set[str]) -> Iterator[tuple[str, Any]]:
    for name, value in table.items():
        if name not in others:
            yield name, value.strip() if isinstance(value, str) else value
