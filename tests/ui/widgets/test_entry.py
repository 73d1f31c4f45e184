from pytestqt.qtbot import QtBot

from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.entry import Entry
from carfacilitator.ui.widgets.pill import Pill, PillLook
from carfacilitator.ui.widgets.sign import Disc


def test_what_comes_after_goes_below_where_there_is_little_room(qtbot: QtBot) -> None:
    button = Button("Remind")
    entry = Entry("Ruth McKay", "Asked 12 February", Disc(icon="gatekeepers"), (Pill(PillLook("3 days late")), button))
    qtbot.addWidget(entry)
    entry.resize(700, 60)
    entry.show()
    assert entry.sizeHint().height() < 70
    entry.resize(260, 120)
    qtbot.waitUntil(lambda: entry.sizeHint().height() > 70)
