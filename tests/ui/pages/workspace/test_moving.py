from carfacilitator.services.workspace import Services
from carfacilitator.ui import sections
from carfacilitator.ui.pages.workspace.moving import MovingSection
from carfacilitator.ui.pages.workspace.page import WorkspacePage
from tests.builders import a_group


def test_every_way_out_and_in_has_a_card(page: WorkspacePage, services: Services) -> None:
    a_group(services)
    page.open(sections.MOVING)
    page.refresh()
    shown = page.section
    assert isinstance(shown, MovingSection)
    assert shown.handover.group.box.count() == 1
    assert "Work" in shown.wipe.goes.text()
    assert not shown.step_back()
