from collections.abc import Callable

from carfacilitator.services.workspace import Services
from carfacilitator.ui.page import Desk
from carfacilitator.ui.pages.workspace.page import WorkspacePage
from carfacilitator.ui.pages.workspace.rehearsal_card import RehearsalCard


def test_a_rehearsal_tells_what_came_back(
    page: WorkspacePage, services: Services, desk: Desk, settled: Callable[[], None]
) -> None:
    card = page.findChildren(RehearsalCard)[0]
    assert not card.now.isEnabled()
    services.backups.make()
    page.refresh()
    card.now.click()
    settled()
    assert desk.messages.shown[0].startswith("Proved: ")
    assert "(today)" in card._state.text()
