from pytestqt.qtbot import QtBot

from carfacilitator.services.workspace import Services
from carfacilitator.ui import sections
from carfacilitator.ui.pages.workspace.page import WorkspacePage
from carfacilitator.ui.pages.workspace.section import Section, Summary


class Plain(Section):
    ID, TITLE, ICON = sections.MOVING, "Moving", "export"


def test_a_part_needs_no_more_than_a_name(qtbot: QtBot, services: Services, page: WorkspacePage) -> None:
    part = Plain(services, page)
    qtbot.addWidget(part)
    part.refresh()
    part.take("nothing")
    assert part.summary() == Summary("")
    assert not part.step_back()
