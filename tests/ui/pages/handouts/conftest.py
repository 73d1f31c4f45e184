"""Two meetings of one group, one of them with a plan, ground rules, private notes and a need for large print."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from carfacilitator.model.clock import FixedClock
from carfacilitator.model.terms import Attendance
from carfacilitator.services.workspace import Circumstances, Services, create
from carfacilitator.sharing.door import NoOutlets
from carfacilitator.ui.meeting_rows import numbered
from carfacilitator.ui.pages.handouts.overview import Overview, overview
from tests.builders import CHEAP, ISLA, NOON, PASSPHRASE, a_group, a_meeting, a_person


class Printer(NoOutlets):
    """A computer with a printer that takes everything, unless the person thinks better of it."""

    def __init__(self) -> None:
        self.printed: list[tuple[str, int]] = []
        self.shown: list[Path] = []
        self.goes_through = True

    def print_pages(self, title: str, pages: Sequence[bytes]) -> bool:
        self.printed.append((title, len(pages)))
        return self.goes_through

    def show_in_folder(self, file: Path) -> bool:
        self.shown.append(file)
        return True


@pytest.fixture
def printer() -> Printer:
    return Printer()


@pytest.fixture
def services(tmp_path: Path, printer: Printer) -> Iterator[Services]:
    opened = create(tmp_path / "Work.car", PASSPHRASE, ISLA, Circumstances(FixedClock(NOON), CHEAP, printer))
    yield opened
    opened.close()


@pytest.fixture
def group_id(services: Services) -> UUID:
    group_id = a_group(services, "Case-study group")
    services.groups.agree_rule(group_id, "Anyone may leave the table, and come back.", date(2025, 11, 20))
    for name, needs in (("Jean Lockhart", "A hearing loop. Large print, 18 point."), ("Tom Baird", "")):
        services.people.join(a_person(services, name, needs=needs), group_id, joined=date(2025, 11, 20))
    return group_id


@pytest.fixture
def meeting_id(services: Services, group_id: UUID) -> UUID:
    a_meeting(services, group_id, date(2026, 4, 23))
    meeting_id = a_meeting(services, group_id, private_note="Ask Tom, quietly, about the complaint.")
    services.agendas.add(meeting_id, "Welcome", minutes=10, private_note="Not at Tom’s table.")
    services.agendas.add(meeting_id, "Break", minutes=20)
    return meeting_id


@pytest.fixture
def people(services: Services, meeting_id: UUID) -> dict[str, UUID]:
    lines = services.meetings.open(meeting_id).attendance
    services.meetings.mark(meeting_id, lines[0].person_id, Attendance.COMING)
    return {line.person: line.person_id for line in lines}


@pytest.fixture
def look_at(services: Services) -> Callable[[UUID], Overview]:
    """Return what is said of the sheet of a meeting now."""

    def shown(meeting_id: UUID) -> Overview:
        return overview(services, next(one for one in numbered(services) if one.row.id == meeting_id))

    return shown


@pytest.fixture
def see(qtbot: QtBot) -> Callable[[QWidget], None]:
    """Show a widget in an active window."""

    def show(widget: QWidget) -> None:
        qtbot.addWidget(widget)
        widget.resize(420, 620)
        with qtbot.waitActive(widget):
            widget.show()

    return show
