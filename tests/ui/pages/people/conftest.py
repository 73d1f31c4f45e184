"""Jean, as she is in life: two meetings and one ahead, a mentoring note, two drafts of her study; and a colleague."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from carfacilitator.model.clock import FixedClock
from carfacilitator.model.terms import Attendance, MentoringKind, Stage
from carfacilitator.services.arrivals import Arrival
from carfacilitator.services.workspace import Services
from carfacilitator.ui.keeping import Keeping
from carfacilitator.ui.page import Desk
from tests.builders import NOON, a_file, a_group, a_meeting, a_person, a_workspace


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    opened = a_workspace(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def group_id(services: Services) -> UUID:
    return a_group(services, "Case-study group")


@pytest.fixture
def jean(services: Services, group_id: UUID) -> UUID:
    jean = a_person(
        services,
        "Jean Lockhart",
        job="Chair",
        organisation="Community council",
        needs="A hearing loop. The 214 bus.",
        telephone="01632 960 155",
    )
    services.people.join(jean, group_id, role="author", joined=date(2025, 11, 20))
    days = (date(2025, 11, 20), date(2026, 1, 29), date(2026, 3, 12))
    meetings = [a_meeting(services, group_id, day, place="Kilmorran Hall") for day in days]
    services.meetings.mark(meetings[0], jean, Attendance.PRESENT)
    services.meetings.mark(meetings[2], jean, Attendance.COMING)
    services.mentoring.add(
        jean,
        day=date(2026, 2, 26),
        kind=MentoringKind.INQUIRING_STANCE,
        private_part="Very sure of the answer before she asks.",
        shared_part="Next: talk to two drivers.",
    )
    return jean


@pytest.fixture
def study(services: Services, group_id: UUID, jean: UUID) -> UUID:
    """Two drafts, the second of the day after the first."""
    study = services.case_studies.begin("The bus that isn’t there", group_id, jean, stage=Stage.ANALYSIS)
    services.drafts.receive_draft(study, a_file("A bus that is nowhere.", name="one.docx"), Arrival(how="by hand"))
    clock = services.clock
    assert isinstance(clock, FixedClock)
    clock.instant = NOON.replace(day=11)
    second = a_file("A bus that is on the timetable and nowhere else.", name="two.docx")
    services.drafts.receive_draft(study, second, Arrival(how="email"))
    clock.instant = NOON
    return study


@pytest.fixture
def keeping(services: Services, desk: Desk) -> Keeping:
    return Keeping(services, desk.messages)


@pytest.fixture
def see(qtbot: QtBot) -> Callable[[QWidget], None]:
    """Show a widget in an active window."""

    def show(widget: QWidget) -> None:
        qtbot.addWidget(widget)
        widget.resize(640, 800)
        with qtbot.waitActive(widget):
            widget.show()

    return show
