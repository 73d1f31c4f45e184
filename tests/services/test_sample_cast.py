from datetime import date, time
from pathlib import Path

from carfacilitator.model.terms import Attendance, GatekeeperKind, GroupKind
from carfacilitator.services.sample_cast import bring_in
from tests.builders import a_workspace

SAMPLE = {
    "partnership": [{"key": "p", "name": "Strathmorran", "notes": "\nOne bus.\n"}],
    "group": [
        {
            "key": "g",
            "partnership": "p",
            "name": "Group A",
            "kind": "inquiry group",
            "ground_rules": ["First.", "Second."],
            "agreed_on": date(2025, 11, 20),
        }
    ],
    "person": [{"key": "a", "name": "Ailsa Reid", "groups": [{"group": "g", "role": "author"}]}],
    "gatekeeper": [{"key": "k", "partnership": "p", "name": "Fiona Grant", "kind": "central"}],
}
MEETINGS = {
    "meeting": [
        {
            "group": "g",
            "day": date(2025, 11, 20),
            "starts": time(10, 15),
            "agenda": [{"title": "Welcome", "minutes": 20}],
            "attendance": {"a": "present"},
        }
    ]
}
MENTORING = {"note": [{"person": "a", "kind": "reassurance", "day": date(2025, 12, 15), "private_part": "A word."}]}


def test_everybody_is_brought_in_with_what_belongs_to_them(tmp_path: Path) -> None:
    services = a_workspace(tmp_path)
    cast = bring_in(services, SAMPLE, MEETINGS, MENTORING)
    group = services.groups.open(cast["g"])
    keeper = services.gatekeepers.open(cast["k"])
    meeting = services.meetings.open(services.meetings.rows()[0].id)
    notes = services.mentoring.rows(person_id=cast["a"])
    partnership = services.partnerships.open(cast["p"])
    services.close()
    assert (group.kind, [rule.text for rule in group.ground_rules]) == (GroupKind.INQUIRY, ["First.", "Second."])
    assert [(place.person, place.role) for place in group.members] == [("Ailsa Reid", "author")]
    assert keeper.kind is GatekeeperKind.CENTRAL
    assert [(line.title, line.minutes) for line in meeting.agenda] == [("Welcome", 20)]
    assert [line.attendance for line in meeting.attendance] == [Attendance.PRESENT]
    assert [note.private_part for note in notes] == ["A word."]
    assert partnership.notes == "One bus."
