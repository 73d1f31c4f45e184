from uuid import UUID

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from carfacilitator.model.terms import SanctionAnswer, SanctionEntryKind
from carfacilitator.services.workspace import Services
from carfacilitator.ui.page import Desk
from carfacilitator.ui.pages.sanctions import page as sanctions
from carfacilitator.ui.pages.sanctions.page import SanctionsPage
from tests.builders import a_draft, a_file
from tests.ui.pages.sanctions.conftest import BOARD, TEXT, fifteen_days_later

Key = Qt.Key


def people(page: SanctionsPage) -> list[str]:
    return [line.row.gatekeeper for line in page.side.lines if line.row is not None]


def choose(page: SanctionsPage, place: int) -> None:
    line = page.side.lines[place]
    page.side.choose(line.row.id if line.row else None)
    page._open_row()


def test_the_author_stands_first_and_what_is_waited_for_is_said(page: SanctionsPage) -> None:
    assert people(page) == ["Ailsa Reid", "Fiona Grant", "Ruth McKay"]
    assert page.head.title == "Who agrees to publication"
    assert page.row is not None
    assert page.row.is_author


def test_arrows_go_along_the_list_and_letters_act_there(page: SanctionsPage, qtbot: QtBot) -> None:
    with qtbot.waitActive(page):
        page.activateWindow()
    page.side.setFocus()
    qtbot.keyClick(page.side.lines[0], Key.Key_Down)
    assert page.row is not None
    assert page.row.gatekeeper == "Fiona Grant"
    qtbot.keyClick(page.side.lines[1], Key.Key_End)
    assert page.row.gatekeeper == "Ruth McKay"
    qtbot.keyClick(page.side.lines[2], Key.Key_S)
    assert page.middle.asking.isVisible()
    assert page.step_back()
    assert page.detail.isVisible()
    qtbot.keyClick(page.side.lines[2], Key.Key_R)
    assert page.middle.answering.isVisible()


def test_an_answer_is_recorded_with_its_day_and_how_it_came(
    page: SanctionsPage, services: Services, study: UUID, qtbot: QtBot
) -> None:
    choose(page, 2)
    page.commands[sanctions.ANSWER].trigger()
    qtbot.mouseClick(page.middle.answering.keep, Qt.MouseButton.LeftButton)
    assert page.middle.answering.isVisible()  # nothing was chosen yet
    page.middle.answering.answer.set_value(SanctionAnswer.DECLINED)
    page.middle.answering.answer.chosen.emit(SanctionAnswer.DECLINED)
    page.middle.answering.how.set_value("by telephone")
    qtbot.mouseClick(page.middle.answering.keep, Qt.MouseButton.LeftButton)
    assert page.middle.answering.isVisible()  # the reasons are missing
    page.middle.answering.reasons.set_text("Finding 3 is unfair.")
    qtbot.mouseClick(page.middle.answering.keep, Qt.MouseButton.LeftButton)
    row = services.sanctions.ledger(study).rows[2]
    assert (row.answer, row.how, row.reasons) == (SanctionAnswer.DECLINED, "by telephone", "Finding 3 is unfair.")
    assert page.detail.isVisible()


def test_several_are_asked_for_another_output(
    page: SanctionsPage, services: Services, study: UUID, desk: Desk, qtbot: QtBot
) -> None:
    page.commands[sanctions.ASK].trigger()
    page.middle.asking.output.set_value("Article")
    page.middle.asking.output.chosen.emit()
    page.middle.asking.choose(list(page.middle.asking.people)[:1])
    qtbot.mouseClick(page.middle.asking.ask, Qt.MouseButton.LeftButton)
    assert services.sanctions.ledger(study).outputs == (BOARD, "Article")
    assert people(page) == ["Fiona Grant"]
    assert desk.messages.shown == ["One person asked. Asking made no file yet."]
    page.verdict.output.set_value(BOARD)
    page.verdict.output.chosen.emit(BOARD)
    assert len(people(page)) == 3


def test_a_changed_word_is_shown_and_the_yes_stands_with_a_reason(
    page: SanctionsPage, services: Services, study: UUID, qtbot: QtBot
) -> None:
    mended = [text.replace("recieved", "received") for text in TEXT]
    a_draft(services, study, a_file(*mended, name="two.docx"))
    page.refresh()
    choose(page, 0)
    assert page.detail.changed.isVisible()
    qtbot.mouseClick(page.detail.changed.no, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(page.detail.changed.keep, Qt.MouseButton.LeftButton)
    assert not services.sanctions.ledger(study).rows[0].stands
    page.detail.changed.reason.set_text("A spelling mistake.")
    qtbot.mouseClick(page.detail.changed.keep, Qt.MouseButton.LeftButton)
    assert services.sanctions.ledger(study).rows[0].stands
    page.refresh()
    assert not page.detail.changed.no.isVisible()


def test_asking_again_takes_the_old_yes_for_no_answer_and_undo_brings_it_back(
    page: SanctionsPage, services: Services, study: UUID
) -> None:
    choose(page, 0)
    page.commands[sanctions.AGAIN].trigger()
    assert services.sanctions.ledger(study).rows[0].answer is SanctionAnswer.NONE
    services.history.undo()
    assert services.sanctions.ledger(study).rows[0].answer is SanctionAnswer.AGREED


def test_what_happened_is_noted(page: SanctionsPage, services: Services, study: UUID, qtbot: QtBot) -> None:
    choose(page, 2)
    happened = page.detail.happened
    qtbot.mouseClick(happened.more, Qt.MouseButton.LeftButton)
    happened.kind.set_value(SanctionEntryKind.MET)
    happened.words.set_text("A meeting of three was held.")
    qtbot.mouseClick(happened.keep, Qt.MouseButton.LeftButton)
    entries = services.sanctions.ledger(study).rows[2].entries
    assert [one.kind for one in entries] == [SanctionEntryKind.ASKED, SanctionEntryKind.MET]
    page.refresh()
    assert len(happened.lines.widgets) == 2
    assert not happened.keep.isVisible()


def test_a_condition_that_cannot_be_looked_for_is_said_to_be_met(
    page: SanctionsPage, services: Services, study: UUID, qtbot: QtBot
) -> None:
    choose(page, 1)
    part = page.detail.conditions
    qtbot.mouseClick(part.more, Qt.MouseButton.LeftButton)
    part.text.set_text("Thank the volunteers.")
    qtbot.mouseClick(part.keep, Qt.MouseButton.LeftButton)
    page.refresh()
    line = part.lines.widgets[1]
    qtbot.mouseClick(line.say, Qt.MouseButton.LeftButton)  # type: ignore[attr-defined]  # a ConditionLine
    assert [one.is_met for one in services.sanctions.ledger(study).rows[1].conditions] == [False, True]


def test_silence_is_heard_as_no_consent(page: SanctionsPage, services: Services) -> None:
    fifteen_days_later(services)
    page.refresh()
    heard = page.side.lines[2].accessibleName()
    assert heard == "Ruth McKay, local manager, no answer yet, day 15 of 15. Silence is not consent."
