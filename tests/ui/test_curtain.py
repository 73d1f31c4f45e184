import subprocess
import sys

import pytest
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from carfacilitator.settings import Settings
from carfacilitator.ui import tokens
from carfacilitator.ui.curtain import Curtain


class Held(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.may_close = False

    def closeEvent(self, event: QCloseEvent) -> None:
        event.setAccepted(self.may_close)


@pytest.mark.parametrize(("name", "named"), [("light", tokens.LIGHT), ("dark", tokens.DARK)])
def test_it_is_paper_at_once(qtbot: QtBot, name: str, named: dict[str, str]) -> None:
    curtain = Curtain(Settings(theme=name))
    qtbot.addWidget(curtain)
    assert curtain.grab().toImage().pixelColor(200, 200).name().upper() == named["paper"]
    assert not curtain.is_filled


def test_it_is_filled_and_closes_only_when_what_it_holds_does(qtbot: QtBot) -> None:
    curtain, held = Curtain(Settings()), Held()
    qtbot.addWidget(curtain)
    curtain.show()
    curtain.hold(held)
    assert curtain.is_filled
    qtbot.waitUntil(lambda: held.size() == curtain.size())
    assert not curtain.close()
    held.may_close = True
    assert curtain.close()


def test_the_focus_is_where_what_it_holds_wanted_it(qtbot: QtBot) -> None:
    curtain, held = Curtain(Settings()), Held()
    qtbot.addWidget(curtain)
    line, column = QLineEdit(), QVBoxLayout(held)
    column.addWidget(QLineEdit())
    column.addWidget(line)
    line.setFocus()
    with qtbot.waitActive(curtain):
        curtain.show()
    curtain.hold(held)
    assert line.hasFocus()


def test_it_waits_for_nothing_else() -> None:
    code = "import sys, carfacilitator.ui.curtain; print(*sorted(m for m in sys.modules if 'carfacilitator.ui.' in m))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["carfacilitator.ui.curtain", "carfacilitator.ui.tokens"]
