from carfacilitator.services.workspace import Services
from carfacilitator.ui.jobs import Job
from carfacilitator.ui.pages.workspace.page import WorkspacePage
from carfacilitator.ui.pages.workspace.wipe_card import WipeCard
from carfacilitator.ui.requests import WhileClosed
from tests.ui.conftest import Answers


def test_the_button_waits_for_the_name_and_then_asks(
    page: WorkspacePage, services: Services, answers: Answers, asked: list[WhileClosed]
) -> None:
    services.backups.make()
    card = WipeCard(services, page)
    card.refresh()
    assert "One backup still holds it" in card.goes.text()
    assert not card.wipe.isEnabled()
    card.name.line.setText("Work")
    answers.yes = False
    card.wipe.click()
    assert asked == []
    answers.yes = True
    card.wipe.click()
    (errand,) = asked
    assert errand.ends
    services.close()
    errand.work(Job("wiping"))
    assert [file.suffix for file in services.folder.rglob("*") if file.is_file()] == [".carbackup"]
    card.deleteLater()
