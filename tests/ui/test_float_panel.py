import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from carfacilitator.ui.float_panel import FloatPanel
from carfacilitator.ui.widgets.button import Button


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    QVBoxLayout(made).addWidget(QLineEdit())
    qtbot.addWidget(made)
    made.resize(900, 600)
    with qtbot.waitActive(made):
        made.show()
    before(made).setFocus()
    return made


def before(window: QWidget) -> QLineEdit:
    line = window.findChild(QLineEdit)
    assert line is not None
    return line


def opened(window: QWidget) -> tuple[FloatPanel, Button]:
    panel, button = FloatPanel("A panel", QSize(400, 300)), Button("Inside")
    panel.body.addWidget(button)
    panel.setFocusProxy(button)
    panel.open_over(window)
    return panel, button


def test_the_focus_goes_in_and_escape_brings_it_back(qtbot: QtBot, window: QWidget) -> None:
    panel, button = opened(window)
    assert button.hasFocus()
    with qtbot.waitSignal(panel.closed):
        qtbot.keyClick(button, Qt.Key.Key_Escape)
    assert not panel.isVisible()
    assert before(window).hasFocus()


def test_it_stays_in_the_middle_and_inside(window: QWidget) -> None:
    panel, _ = opened(window)
    assert panel.width() == 400
    assert abs(panel.geometry().center().x() - window.width() // 2) <= 1
    window.resize(300, 200)
    assert window.rect().contains(panel.geometry())


def test_tab_stays_inside_while_it_is_open(qtbot: QtBot, window: QWidget) -> None:
    panel, button = opened(window)
    other = Button("Other", parent=panel)
    panel.body.addWidget(other)
    other.show()
    for expected in (other, button, other):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert expected.hasFocus()
