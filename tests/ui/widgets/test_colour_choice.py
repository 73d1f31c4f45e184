import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from carfacilitator.ui.widgets.colour_choice import ColourChoice

OPTIONS = (("ethics", "Green"), ("style", "Amber"), ("muted", "Grey"))


@pytest.fixture
def choice(qtbot: QtBot) -> ColourChoice:
    made = ColourChoice("Colour", OPTIONS)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    return made


def swatches(choice: ColourChoice) -> list[QAbstractButton]:
    return choice.findChildren(QAbstractButton)


def test_a_click_chooses_a_colour_and_setting_one_is_silent(qtbot: QtBot, choice: ColourChoice) -> None:
    assert choice.value == ""
    with qtbot.assertNotEmitted(choice.chosen):
        choice.set_value("style", "W")
    assert choice.value == "style"
    with qtbot.waitSignal(choice.chosen) as chosen:
        qtbot.mouseClick(swatches(choice)[0], Qt.MouseButton.LeftButton)
    assert chosen.args == ["ethics"] == [choice.value]


def test_arrows_go_along_and_each_colour_has_a_name(qtbot: QtBot, choice: ColourChoice) -> None:
    choice.set_value("ethics", "E")
    swatches(choice)[0].setFocus()
    qtbot.keyClick(swatches(choice)[0], Qt.Key.Key_Right)
    assert choice.value == "style"
    assert swatches(choice)[1].accessibleName() == "Colour: Amber"
    assert swatches(choice)[1].toolTip() == "Amber"


def test_the_letter_is_seen_on_the_colours_and_the_chosen_one_has_a_ring(choice: ColourChoice) -> None:
    before = choice.grab().toImage()
    choice.set_value("muted", "Q")
    assert choice.grab().toImage() != before
