from pathlib import Path

from pytestqt.qtbot import QtBot

from carfacilitator.services.originals import LentFile
from carfacilitator.services.workspace import Services
from carfacilitator.ui.pages.case_studies.lent_card import LentCard
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.words import Words
from tests.ui.pages.case_studies.conftest import Known

COPY = Path("a lent draft.docx")


def words(card: LentCard) -> list[str]:
    return [label.text() for label in card.findChildren(Words) if not label.isHidden()]


def test_a_copy_is_named_with_its_draft_and_an_altered_one_can_be_received(
    qtbot: QtBot, services: Services, known: Known
) -> None:
    card = LentCard()
    qtbot.addWidget(card)
    draft = known.drafts[0]
    rows = {draft: services.drafts.open(draft)}
    card.show_files([LentFile(COPY, draft, altered=False)], rows)
    assert card.isVisible()
    assert "Draft 1 of ‘The bus that isn’t there’ · taken back when you lock or close" in words(card)
    card.show_files([LentFile(COPY, draft, altered=True)], rows)
    assert not card.back.isVisible()
    buttons = {button.text().strip(): button for button in card.findChildren(Button)}
    with qtbot.waitSignal(card.receive_wanted) as wanted:
        buttons["Receive it as a draft"].click()
    assert wanted.args == [COPY]
    with qtbot.waitSignal(card.discard_wanted):
        buttons["Discard it"].click()


def test_it_goes_when_nothing_lies_outside(qtbot: QtBot) -> None:
    card = LentCard()
    qtbot.addWidget(card)
    card.show_files([LentFile(COPY, None, altered=False)], {})
    assert "A draft that was removed · taken back when you lock or close" in words(card)
    card.show_files([], {})
    assert not card.isVisible()
