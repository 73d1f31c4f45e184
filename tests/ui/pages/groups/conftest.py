"""A small group as it is in life: three meetings held and one ahead, three members, one of whom has left."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from carfacilitator.model.terms import Attendance, MentoringKind, Stage
from carfacilitator.services.workspace import Services
from carfacilitator.ui.keeping import Keeping
from carfacilitator.ui.page import Desk
from carfacilitator.ui.pages.groups.overview import Overview, overview
from tests.builders import a_file, a_group, a_meeting, a_person, a_workspace

HELD = (date(2025, 11, 20), date(2025, 12, 18), date(2026, 1, 29))
AHEAD = date(2026, 3, 12)


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    opened = a_workspace(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def people(services: Services) -> dict[str, UUID]:
    jean = a_person(
        services,
        "Jean Lockhart",
        job="Chair",
        organisation="Community council",
        needs="A hearing loop. The 214 bus.",
    )
    return {"Jean": jean, "Ailsa": a_person(services, "Ailsa Reid"), "Tom": a_person(services, "Tom Baird")}


@pytest.fixture
def group_id(services: Services, people: dict[str, UUID]) -> UUID:
    group_id = a_group(services, "Case-study group", purpose="What stops it?", began=HELD[0])
    for name, joined, left in (("Jean", HELD[0], None), ("Ailsa", HELD[1], None), ("Tom", HELD[0], date(2026, 1, 5))):
        services.people.join(people[name], group_id, role="author", joined=joined, left=left)
    meetings = [a_meeting(services, group_id, day, place="Kilmorran Hall") for day in (*HELD, AHEAD)]
    services.meetings.mark(meetings[0], people["Jean"], Attendance.PRESENT)
    services.meetings.mark(meetings[1], people["Jean"], Attendance.APOLOGIES)
    study = services.case_studies.begin("The bus that isn’t there", group_id, people["Jean"], stage=Stage.ANALYSIS)
    services.drafts.receive_draft(study, a_file("A bus that is on the timetable and nowhere else."))
    services.mentoring.add(
        people["Ailsa"], day=date(2026, 2, 26), kind=MentoringKind.WORKLOAD, private_part="the whispered ombudsman"
    )
    services.groups.agree_rule(group_id, "What is said here stays here.", HELD[0])
    services.groups.agree_rule(group_id, "Challenge the account, not the person.", HELD[0])
    return group_id


@pytest.fixture
def keeping(services: Services, desk: Desk) -> Keeping:
    return Keeping(services, desk.messages)


@pytest.fixture
def shown(services: Services, group_id: UUID) -> Overview:
    return overview(services, group_id)


@pytest.fixture
def see(qtbot: QtBot) -> Callable[[QWidget], None]:
    """Show a widget in an active window."""

    def show(widget: QWidget) -> None:
        qtbot.addWidget(widget)
        widget.resize(720, 700)
        with qtbot.waitActive(widget):
            widget.show()

    return show
