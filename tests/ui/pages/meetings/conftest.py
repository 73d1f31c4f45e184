"""A group of three with one meeting held and one in two days, whose plan fills its time."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from carfacilitator.model.terms import Attendance
from carfacilitator.services.workspace import Services
from carfacilitator.ui.keeping import Keeping
from carfacilitator.ui.meeting_rows import numbered
from carfacilitator.ui.page import Desk
from carfacilitator.ui.pages.meetings.overview import Overview, overview
from tests.builders import a_group, a_meeting, a_person, a_workspace

HELD, AHEAD = date(2026, 1, 29), date(2026, 3, 12)
ITEMS = (
    ("Welcome", 20, "Isla"),
    ("What is a case study?", 40, "Isla"),
    ("Break", 15, ""),
    ("Who does what", 45, "Jean"),
)


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    opened = a_workspace(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def people(services: Services) -> dict[str, UUID]:
    return {
        "Jean": a_person(services, "Jean Lockhart", needs="A hearing loop. The 214 bus."),
        "Ailsa": a_person(services, "Ailsa Reid", organisation="Morran Homes"),
        "Tom": a_person(services, "Tom Baird"),
    }


@pytest.fixture
def group_id(services: Services, people: dict[str, UUID]) -> UUID:
    group_id = a_group(services, "Case-study group")
    for person_id in people.values():
        services.people.join(person_id, group_id, joined=date(2025, 11, 20))
    return group_id


@pytest.fixture
def held_id(services: Services, group_id: UUID, people: dict[str, UUID]) -> UUID:
    meeting_id = a_meeting(services, group_id, HELD, place="Kilmorran Hall", notes="Jean asked the depot.")
    services.meetings.mark(meeting_id, people["Jean"], Attendance.PRESENT)
    services.meetings.mark(meeting_id, people["Tom"], Attendance.APOLOGIES)
    return meeting_id


@pytest.fixture
def meeting_id(services: Services, group_id: UUID, held_id: UUID, people: dict[str, UUID]) -> UUID:
    del held_id
    meeting_id = a_meeting(services, group_id, AHEAD, place="Port Morran Library", private_note="Ask Tom, quietly.")
    for title, minutes, leads in ITEMS:
        services.agendas.add(meeting_id, title, minutes=minutes, leads=leads)
    services.meetings.mark(meeting_id, people["Jean"], Attendance.COMING)
    return meeting_id


@pytest.fixture
def keeping(services: Services, desk: Desk) -> Keeping:
    return Keeping(services, desk.messages)


@pytest.fixture
def look_at(services: Services) -> Callable[[UUID], Overview]:
    """Return what is shown of a meeting now."""

    def shown(meeting_id: UUID) -> Overview:
        return overview(services, next(one for one in numbered(services) if one.row.id == meeting_id))

    return shown


@pytest.fixture
def see(qtbot: QtBot) -> Callable[[QWidget], None]:
    """Show a widget in an active window."""

    def show(widget: QWidget) -> None:
        qtbot.addWidget(widget)
        widget.resize(640, 760)
        with qtbot.waitActive(widget):
            widget.show()

    return show
