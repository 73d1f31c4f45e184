from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from carfacilitator.services.workspace import Services
from carfacilitator.ui.page import Desk
from carfacilitator.ui.pages.case_studies.draft_commands import EARLIER, LATER, RESTORE
from carfacilitator.ui.pages.case_studies.page import FILES, CaseStudiesPage
from carfacilitator.ui.reports import ReportAsk
from carfacilitator.ui.shared_actions import KINDS, OPEN_IN_WORD, REPORT
from tests.ui.pages.case_studies.conftest import Known

ALT = Qt.KeyboardModifier.AltModifier


def test_an_older_draft_becomes_the_newest_and_none_is_lost(
    qtbot: QtBot, page: CaseStudiesPage, services: Services, known: Known, desk: Desk
) -> None:
    assert not page.commands[RESTORE].isEnabled()
    QTest.keyClick(page.detail.drafts.line, Qt.Key.Key_Home)
    assert page.commands[RESTORE].text() == "Make draft 1 the newest once more"
    page.commands[RESTORE].trigger()
    qtbot.waitUntil(lambda: desk.messages.shown == ["Draft 1 is the newest once more, as draft 3."])
    first, _, third = services.drafts.timeline(known.study)
    assert first.sha256 == third.sha256
    qtbot.waitUntil(lambda: page.detail.drafts.current == third.id)


def test_drafts_that_came_out_of_order_change_places_and_undo_puts_them_back(
    qtbot: QtBot, page: CaseStudiesPage, services: Services, known: Known, desk: Desk
) -> None:
    assert not page.commands[LATER].isEnabled()
    QTest.keyClick(page, Qt.Key.Key_Left, ALT)
    qtbot.waitUntil(lambda: bool(desk.messages.shown))
    assert desk.messages.shown == ["Draft 2 is draft 1 now; open comments were followed once more."]
    assert [row.id for row in services.drafts.timeline(known.study)] == list(reversed(known.drafts))
    qtbot.waitUntil(lambda: page.commands[EARLIER].text() == "Draft 1 came earlier")
    assert [mark.id for mark in page.detail.drafts.line._marks][:2] == list(reversed(known.drafts))
    services.history.undo()
    assert [row.id for row in services.drafts.timeline(known.study)] == list(known.drafts)


def test_other_pages_are_asked_for_what_they_make(qtbot: QtBot, page: CaseStudiesPage, known: Known) -> None:
    for action, asked in (
        (REPORT, ["reports", ReportAsk(new_id=known.drafts[1])]),
        (KINDS, ["codebook", None]),
        (FILES, ["comparison", None]),
    ):
        with qtbot.waitSignal(page.wants) as wanted:
            page.commands[action].trigger()
        assert wanted.args == asked


def test_the_original_is_opened_and_its_copy_listed_until_it_is_taken_back(
    qtbot: QtBot, page: CaseStudiesPage, services: Services, desk: Desk
) -> None:
    assert not page.lent.card.isVisible()
    page.commands[OPEN_IN_WORD].trigger()
    assert "outside the encrypted workspace" in desk.messages.shown[0]
    qtbot.waitUntil(page.lent.card.isVisible)
    page.lent.card.back.click()
    assert services.originals.lent() == []
    assert not page.lent.card.isVisible()
