from collections.abc import Callable
from pathlib import Path

from carfacilitator.services.workspace import Services
from carfacilitator.ui.pages.workspace.handover_card import HandoverCard
from carfacilitator.ui.pages.workspace.page import WorkspacePage
from tests.builders import a_group, a_member
from tests.ui.conftest import Answers

AGREED = "seven boats in the harbour"


def test_a_group_is_handed_over_when_all_is_filled_in(
    page: WorkspacePage, services: Services, answers: Answers, tmp_path: Path, settled: Callable[[], None]
) -> None:
    person_id = a_member(services, a_group(services), "Morag Innes")
    services.mentoring.add(person_id, private_part="tired")
    card = HandoverCard(services, page)
    card.refresh()
    answers.file = tmp_path / "out"
    card.give.click()
    assert not (tmp_path / "out").exists()
    card.group.box.setCurrentIndex(0)
    card.group.chosen.emit(card.group.value)
    assert "Stays here, for you only: 1 mentoring note" in card.goes.text()
    card.private.setChecked(True)
    assert "Stays here" not in card.goes.text()
    card.recipient.line.setText("Euan")
    for field in (card.passphrase.first, card.passphrase.again):
        field.line.setText(AGREED)
    card.give.click()
    settled()
    assert [file.name for file in (tmp_path / "out").iterdir()] == ["Group A for Euan.carhandover"]
    assert card.passphrase.text == ""
    card.deleteLater()
