from collections.abc import Callable

from pytestqt.qtbot import QtBot

from carfacilitator.services.workspace import Services
from carfacilitator.ui.actions import Actions
from carfacilitator.ui.keeping import Keeping
from carfacilitator.ui.pages.gatekeepers.detail import GatekeeperDetail
from carfacilitator.ui.pages.gatekeepers.overview import Overview
from carfacilitator.ui.widgets.button import Button


def test_it_shows_all_of_a_gatekeeper(
    qtbot: QtBot,
    keeping: Keeping,
    commands: Actions,
    services: Services,
    look_at: Callable[[str], Overview],
) -> None:
    detail = GatekeeperDetail(services, keeping, commands, Button("Remove this gatekeeper"))
    qtbot.addWidget(detail)
    shown = look_at("Ruth")
    detail.fill(shown)
    detail.show()
    assert detail.about.name.field.text == "Ruth McKay"
    assert "Waiting lists" in detail.back_stage.cares_about.field.text
    pack_id = shown.standing.packs[0].id
    with qtbot.waitSignal(detail.pack_wanted) as told:
        detail.packs.list.opened.emit(pack_id)
    assert told.args == [pack_id]
