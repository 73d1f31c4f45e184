from collections.abc import Callable, Iterator
from datetime import date, time, timedelta
from pathlib import Path
from typing import Any

import pytest

from carfacilitator.model.clock import FixedClock
from carfacilitator.model.terms import Attendance, Audience, GatekeeperKind, MentoringKind
from carfacilitator.services.history import EventFilter
from carfacilitator.services.workspace import Services
from carfacilitator.sharing.door import Parcel
from tests.builders import NOON, a_gatekeeper, a_group, a_meeting, a_member, a_partnership, a_person, a_workspace


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    services = a_workspace(tmp_path)
    yield services
    services.close()


def everything(services: Services) -> dict[str, Any]:
    """Return what every list and page of the workspace shows."""
    return {
        "owner": services.facilitators.owner(),
        "partnerships": [services.partnerships.open(row.id) for row in services.partnerships.rows()],
        "groups": [services.groups.open(row.id) for row in services.groups.rows()],
        "people": [services.people.open(row.id) for row in services.people.rows()],
        "meetings": [services.meetings.open(row.id) for row in services.meetings.rows()],
        "mentoring": services.mentoring.rows(),
        "gatekeepers": [services.gatekeepers.open(row.id) for row in services.gatekeepers.rows()],
    }


class Furnished:
    """A workspace with one of everything, by id."""

    def __init__(self, services: Services) -> None:
        self.partnership = a_partnership(services)
        self.group = a_group(services)
        self.person = a_member(services, self.group)
        self.place = services.people.open(self.person).places[0].id
        self.rule = services.groups.agree_rule(self.group, "What is said here stays here.")
        self.meeting = a_meeting(services, self.group)
        self.item = services.agendas.add(self.meeting, "Welcome")
        self.second_item = services.agendas.add(self.meeting, "Break")
        self.note = services.mentoring.add(self.person, private_part="pressed")
        self.gatekeeper = a_gatekeeper(services)


Deed = Callable[[Services, Furnished], object]
DEEDS: dict[str, Deed] = {
    "facilitators.amend": lambda s, _: s.facilitators.amend(name="Isla M"),
    "partnerships.add": lambda s, _: s.partnerships.add("Eastlaw"),
    "partnerships.amend": lambda s, f: s.partnerships.amend(f.partnership, place="north"),
    "partnerships.remove": lambda s, f: s.partnerships.remove(f.partnership),
    "groups.add": lambda s, f: s.groups.add(f.partnership, "Group B"),
    "groups.amend": lambda s, f: s.groups.amend(f.group, ended=date(2026, 12, 1), stated_size=9),
    "groups.remove": lambda s, f: s.groups.remove(f.group),
    "groups.agree_rule": lambda s, f: s.groups.agree_rule(f.group, "Listen."),
    "groups.amend_rule": lambda s, f: s.groups.amend_rule(f.rule, text="Altered."),
    "groups.remove_rule": lambda s, f: s.groups.remove_rule(f.rule),
    "people.add": lambda s, _: s.people.add("Tom Baird"),
    "people.amend": lambda s, f: s.people.amend(f.person, email="ailsa@example.org"),
    "people.remove": lambda s, f: s.people.remove(f.person),
    "people.join": lambda s, f: s.people.join(f.person, f.group, role="chair"),
    "people.amend_place": lambda s, f: s.people.amend_place(f.place, left=date(2026, 3, 1)),
    "people.remove_place": lambda s, f: s.people.remove_place(f.place),
    "meetings.add": lambda s, f: s.meetings.add(f.group, date(2026, 5, 1), time(9, 0)),
    "meetings.amend": lambda s, f: s.meetings.amend(f.meeting, starts=time(8, 30), notes="n", minutes=60),
    "meetings.remove": lambda s, f: s.meetings.remove(f.meeting),
    "meetings.mark": lambda s, f: s.meetings.mark(f.meeting, f.person, Attendance.PRESENT),
    "agendas.add": lambda s, f: s.agendas.add(f.meeting, "Actions"),
    "agendas.amend": lambda s, f: s.agendas.amend(f.item, minutes=25),
    "agendas.move": lambda s, f: s.agendas.move(f.second_item, 0),
    "agendas.remove": lambda s, f: s.agendas.remove(f.item),
    "mentoring.add": lambda s, f: s.mentoring.add(f.person),
    "mentoring.amend": lambda s, f: s.mentoring.amend(f.note, kind=MentoringKind.CONFLICT, private_part="less"),
    "mentoring.remove": lambda s, f: s.mentoring.remove(f.note),
    "gatekeepers.add": lambda s, f: s.gatekeepers.add(f.partnership, "Fiona Grant"),
    "gatekeepers.amend": lambda s, f: s.gatekeepers.amend(f.gatekeeper, kind=GatekeeperKind.CENTRAL),
    "gatekeepers.remove": lambda s, f: s.gatekeepers.remove(f.gatekeeper),
}


@pytest.mark.parametrize("name", DEEDS)
def test_every_deed_of_every_service_can_be_taken_back_and_brought_again(services: Services, name: str) -> None:
    furnished = Furnished(services)
    before, events = everything(services), len(services.history.events())
    DEEDS[name](services, furnished)
    after = everything(services)
    assert after != before
    assert len(services.history.events()) == events + 1
    what = services.history.can_undo()
    assert what is not None
    assert services.history.undo() == what
    assert everything(services) == before
    assert services.history.can_redo() == what
    assert services.history.redo() == what
    assert everything(services) == after


def test_everything_can_be_taken_back_to_the_beginning_and_brought_again(services: Services) -> None:
    empty = everything(services)
    furnished = Furnished(services)
    for deed in DEEDS.values():
        if "remove" not in deed.__code__.co_names:
            deed(services, furnished)
    full = everything(services)
    while services.history.undo():
        pass
    assert everything(services) == empty
    while services.history.redo():
        pass
    assert everything(services) == full


def test_nothing_can_be_taken_back_in_a_new_workspace(services: Services) -> None:
    assert services.history.can_undo() is None
    assert services.history.undo() is None
    assert services.history.redo() is None


def test_after_something_new_what_was_taken_back_cannot_return(services: Services) -> None:
    a_person(services, "Ailsa Reid")
    services.history.undo()
    a_person(services, "Tom Baird")
    assert services.history.redo() is None
    assert [row.name for row in services.people.rows()] == ["Tom Baird"]


def test_taking_back_is_itself_on_record_and_announced(services: Services) -> None:
    a_person(services)
    heard: list[frozenset[str]] = []
    services.on_change(heard.append)
    services.history.undo()
    services.history.redo()
    assert [event.summary for event in services.history.events()] == [
        "brought again: added a person",
        "took back: added a person",
        "added a person",
    ]
    assert all("Person" in classes for classes in heard)


def test_the_history_of_one_thing_tells_who_did_what_and_when(services: Services) -> None:
    ailsa = a_person(services, "Ailsa Reid")
    a_person(services, "Tom Baird")
    services.people.amend(ailsa, job="housing officer")
    events = services.history.events(ailsa)
    assert [event.verb for event in events] == ["changed", "added"]
    assert {event.who for event in events} == {"Dr Isla Munro"}
    assert {event.at for event in events} == {NOON}
    assert len(services.history.events(most=1)) == 1


def test_what_undo_needs_can_be_emptied_by_age_while_the_events_stay(services: Services) -> None:
    a_person(services, "Ailsa Reid")
    assert isinstance(services.clock, FixedClock)
    services.clock.instant = NOON + timedelta(days=40)
    a_person(services, "Tom Baird")
    services.history.forget_undo(timedelta(days=30))
    assert services.history.undo() == "added a person"
    assert services.history.undo() is None
    services.history.forget_undo()
    assert services.history.redo() is None
    assert len(services.history.events()) == 3


def test_the_history_is_narrowed_by_what_was_done_to_what_and_when(services: Services) -> None:
    ailsa = a_person(services, "Ailsa Reid")
    assert isinstance(services.clock, FixedClock)
    services.clock.instant = NOON + timedelta(days=1)
    services.people.amend(ailsa, job="housing officer")
    a_group(services)

    def told(where: EventFilter) -> list[str]:
        return [event.summary for event in services.history.events(where=where)]

    assert told(EventFilter(nouns=frozenset({"Group"}))) == ["added a group"]
    assert told(EventFilter(verbs=frozenset({"changed"}))) == ["changed a person"]
    assert told(EventFilter(until=NOON.date())) == ["added a person"]
    assert told(EventFilter(since=NOON.date() + timedelta(days=1)))[-1] == "changed a person"
    (changed,) = services.history.events(where=EventFilter(verbs=frozenset({"changed"})))
    assert told(EventFilter(before=changed.id)) == ["added a person"]


def test_what_events_were_about_is_called_by_its_name_while_it_is_there(services: Services) -> None:
    person_id = services.people.add("Tom Baird")
    rows = services.history.events()
    assert services.history.titles(rows)[person_id] == "Tom Baird"
    services.discretion.enter()
    assert services.history.titles(rows)[person_id] == "TB"


def test_a_file_that_left_is_called_by_its_name_only_where_nobody_else_looks(
    services: Services, tmp_path: Path
) -> None:
    parcel = Parcel(name="For Kirsten Dow.txt", media_type="text/plain", data=b"text", audience=Audience.GROUP)
    services.departures.save([parcel], tmp_path / "out")
    rows = services.history.events()
    assert list(services.history.titles(rows).values()) == ["For Kirsten Dow.txt"]
    services.discretion.enter()
    assert services.history.titles(rows) == {}
