import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from carfacilitator.ui.pages.combined.kind_choice import KindChoice
from carfacilitator.ui.widgets.review_data import KindLook

KINDS = (KindLook("1", "I", "Interpretation", "What else?", "interpretation"), KindLook("2", "A", "Analysis"))


@pytest.fixture
def choice(qtbot: QtBot) -> KindChoice:
    made = KindChoice()
    qtbot.addWidget(made)
    made.offer(KINDS)
    with qtbot.waitActive(made):
        made.show()
    return made


def test_a_proposed_kind_is_confirmed_by_choosing_it(qtbot: QtBot, choice: KindChoice) -> None:
    choice.show_kind("", "2")
    assert [chip.isChecked() for chip in choice.chips] == [False, True]
    with qtbot.waitSignal(choice.chosen) as told:
        qtbot.mouseClick(choice.chips[1], Qt.MouseButton.LeftButton)
    assert told.args == ["2"]
    assert choice.chips[1].accessibleName() == "Analysis"


def test_enter_and_a_number_choose_too(qtbot: QtBot, choice: KindChoice) -> None:
    with qtbot.waitSignal(choice.chosen) as told:
        qtbot.keyClick(choice.chips[0], Qt.Key.Key_Return)
    assert told.args == ["1"]
    assert choice.take(1)
    assert not choice.take(2)


def test_the_same_kinds_keep_their_chips_and_others_get_new_ones(choice: KindChoice) -> None:
    first = choice.chips[0]
    choice.offer(KINDS)
    assert choice.chips[0] is first
    choice.offer(KINDS[:1])
    assert len(choice.chips) == 1
