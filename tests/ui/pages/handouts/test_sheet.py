from collections.abc import Callable
from uuid import UUID

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from carfacilitator.services.handouts import PrintSize
from carfacilitator.services.workspace import Services
from carfacilitator.ui.page import Desk
from carfacilitator.ui.pages.handouts.sheet import Sheet, Wanted
from carfacilitator.ui.widgets.words import Words


@pytest.fixture
def sheet(services: Services, desk: Desk, see: Callable[[QWidget], None]) -> Sheet:
    made = Sheet(services, desk.jobs)
    see(made)
    return made


def test_the_sheet_is_laid_out_aside_and_shown(qtbot: QtBot, sheet: Sheet, meeting_id: UUID) -> None:
    with qtbot.waitSignal(sheet.laid_out, timeout=20_000) as told:
        sheet.show_sheet(Wanted(meeting_id, PrintSize.STANDARD, "Agenda, Thursday 12 March"))
    assert told.args == [1]
    assert sheet.paper.accessibleName() == "Agenda, Thursday 12 March"


def test_only_the_wish_that_came_last_is_shown(qtbot: QtBot, desk: Desk, sheet: Sheet, meeting_id: UUID) -> None:
    shown: list[int] = []
    sheet.laid_out.connect(lambda pages: shown.append(pages))  # noqa: PLW0108  PySide counts a builtin's arguments wrongly
    sheet.show_sheet(Wanted(meeting_id, PrintSize.STANDARD, "standard"))
    sheet.show_sheet(Wanted(meeting_id, PrintSize.LARGE, "large"))
    qtbot.waitUntil(lambda: not desk.jobs.busy, timeout=20_000)
    assert len(shown) == 1
    assert sheet.paper.accessibleName() == "large"


def test_what_has_no_room_is_said_in_words_and_comes_back_when_it_has(
    qtbot: QtBot, services: Services, sheet: Sheet, meeting_id: UUID
) -> None:
    title = (
        "Ground rules, critical friends, dates and travel; and then everything else that anybody has on their mind. "
    )
    for _ in range(30):
        services.agendas.add(meeting_id, title * 3)
    with qtbot.waitSignal(sheet.laid_out, timeout=20_000) as told:
        sheet.show_sheet(Wanted(meeting_id, PrintSize.STANDARD, "too much"))
    assert told.args == [0]
    assert not sheet.paper.isVisible()
    assert "more on this sheet" in sheet.wrong.findChildren(Words)[-1].text()
    for line in services.meetings.open(meeting_id).agenda[2:]:
        services.agendas.remove(line.id)
    with qtbot.waitSignal(sheet.laid_out, timeout=20_000):
        sheet.show_sheet(Wanted(meeting_id, PrintSize.STANDARD, "as before"))
    assert sheet.paper.isVisible()
    assert not sheet.wrong.isVisible()
