from uuid import UUID

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from carfacilitator.model.terms import SanctionEntryKind
from carfacilitator.services.pack_wishes import Asked
from carfacilitator.services.sanctions import Answered
from carfacilitator.services.workspace import Services
from carfacilitator.ui.pack_ask import PackAsk
from carfacilitator.ui.pages.sanctions.conditions_part import ConditionLine
from carfacilitator.ui.pages.sanctions.page import ASK, LETTER, SanctionsPage
from carfacilitator.ui.widgets.button import Button
from tests.builders import a_case_study, a_draft, a_gatekeeper, a_sample_draft


def choose(page: SanctionsPage, place: int) -> None:
    line = page.side.lines[place]
    page.side.choose(line.row.id if line.row else None)
    page._open_row()


def test_a_letter_that_went_is_noted_and_is_no_answer(
    page: SanctionsPage, services: Services, study: UUID, qtbot: QtBot
) -> None:
    choose(page, 2)
    page.commands[LETTER].trigger()
    letter = page.middle.letter
    assert letter.isVisible()
    qtbot.mouseClick(letter.yes, Qt.MouseButton.LeftButton)
    row = services.sanctions.ledger(study).rows[2]
    assert [one.kind for one in row.entries] == [SanctionEntryKind.ASKED, SanctionEntryKind.CHASED]
    assert not row.holds
    assert page.detail.isVisible()


def test_a_condition_is_carried_out_after_a_look(page: SanctionsPage, services: Services, qtbot: QtBot) -> None:
    study = a_case_study(services, "Keeping it", "Tom Baird")
    a_draft(services, study, a_sample_draft("keeping-a-tenancy-draft-4.docx"))
    asked = services.sanctions.ask(study, a_gatekeeper(services, "Alan Petrie"), "Article")
    named = ("Do not name the place.", "Strathmorran", "a coastal town")
    services.sanctions.take_answer(asked, Answered(answer="agreed with conditions", condition=named))  # type: ignore[arg-type]  # its value
    page.open(study)
    line = page.detail.conditions.lines.widgets[0]
    assert isinstance(line, ConditionLine)
    qtbot.mouseClick(line.put, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(page.middle.replacing.isVisible)
    assert len(page.middle.replacing.places.widgets) == 1
    assert len(services.drafts.timeline(study)) == 1
    qtbot.mouseClick(page.middle.replacing.write, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(page.detail.isVisible)
    assert len(services.drafts.timeline(study)) == 2
    assert services.sanctions.ledger(study).rows[0].is_met


def test_who_was_asked_can_be_made_a_pack_for(
    page: SanctionsPage, services: Services, study: UUID, qtbot: QtBot
) -> None:
    alan = a_gatekeeper(services, "Alan Petrie")
    page.commands[ASK].trigger()
    page.middle.asking.choose([alan])
    page.middle.asking.ask.click()
    offered = next(button for button in page.desk.messages.findChildren(Button) if "Make the packs" in button.text())
    with qtbot.waitSignal(page.wants) as wanted:
        offered.click()
    draft_id = services.drafts.timeline(study)[-1].id
    assert wanted.args == ["packs", PackAsk(draft_id=draft_id, people=(alan,), asked=Asked.AGREE)]
