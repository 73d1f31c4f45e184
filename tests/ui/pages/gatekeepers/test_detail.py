from collections.abc import Callable

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from carfacilitator.services.workspace import Services
from carfacilitator.ui.keeping import Keeping
from carfacilitator.ui.pages.gatekeepers.detail import GatekeeperDetail
from carfacilitator.ui.pages.gatekeepers.overview import Overview
from carfacilitator.ui.widgets.button import Button


def test_it_shows_all_of_a_gatekeeper(
    qtbot: QtBot,
    services: Services,
    keeping: Keeping,
    look_at: Callable[[str], Overview],
    see: Callable[[QWidget], None],
) -> None:
    detail = GatekeeperDetail(services, keeping, Button("Remove this gatekeeper"))
    shown = look_at("Ruth")
    detail.fill(shown)
    see(detail)
    assert detail.about.name.field.text == "Ruth McKay"
    assert "Waiting lists" in detail.back_stage.cares_about.field.text
    pack_id = shown.standing.packs[0].id
    with qtbot.waitSignal(detail.pack_wanted) as told:
        detail.packs.list.opened.emit(pack_id)
    assert told.args == [pack_id]
