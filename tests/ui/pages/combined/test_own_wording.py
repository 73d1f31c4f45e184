from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from carfacilitator.services.workspace import Services
from carfacilitator.ui.pages.combined.own_wording import OwnWording


def test_the_spaces_around_the_words_stay(qtbot: QtBot, services: Services) -> None:
    own = OwnWording(services.unsaved)
    qtbot.addWidget(own)
    own.begin("key", 3, " or a website", "started from Fiona’s")
    assert own.field.text == "or a website"
    own.field.area.setPlainText("or a page ")
    assert own.wording == " or a page"
    own.field.area.setPlainText("  ")
    assert own.wording == ""


def test_what_was_typed_is_there_again_until_it_is_decided(qtbot: QtBot, services: Services) -> None:
    own = OwnWording(services.unsaved)
    qtbot.addWidget(own)
    own.begin("one", 2, "a day", "started")
    own.field.area.setPlainText("most of a day")
    own.begin("other", 2, "a week", "started")
    assert own.field.text == "a week"
    own.begin("one", 2, "a day", "started")
    assert own.field.text == "most of a day"
    own.forget()
    own.begin("one", 2, "a day", "started")
    assert own.field.text == "a day"


def test_ctrl_enter_uses_it(qtbot: QtBot, services: Services) -> None:
    own = OwnWording(services.unsaved)
    qtbot.addWidget(own)
    own.begin("one", 2, "a day", "started")
    with qtbot.waitSignal(own.used) as told:
        qtbot.keyClick(own.field.area, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert told.args == ["a day"]
