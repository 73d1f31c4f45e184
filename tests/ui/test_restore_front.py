from pathlib import Path

from pytestqt.qtbot import QtBot

from carfacilitator.ui.page import Desk
from carfacilitator.ui.restore_front import RestoreFront
from carfacilitator.ui.restore_verbs import RestoreVerbs
from carfacilitator.ui.widgets.button import Button
from tests.builders import a_person, a_workspace


def test_it_offers_what_lies_there_and_leads_back(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    services = a_workspace(tmp_path)
    a_person(services)
    made = services.backups.make()
    services.close()
    front = RestoreFront(tmp_path, desk)
    qtbot.addWidget(front)
    front.use(RestoreVerbs(), services.folder)
    assert [row.id for row in front.form.list.rows] == [made]
    with qtbot.waitSignal(front.left):
        next(button for button in front.findChildren(Button) if button.accessibleName() == "Back").click()
