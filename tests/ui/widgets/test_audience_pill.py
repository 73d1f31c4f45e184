from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from carfacilitator.ui.widgets.audience_pill import AudiencePill
from tests.ui.widgets.review_demo import AUDIENCES


def test_another_audience_is_chosen_with_the_keyboard(qtbot: QtBot) -> None:
    pill = AudiencePill(AUDIENCES[1], AUDIENCES)
    qtbot.addWidget(pill)
    with qtbot.waitActive(pill):
        pill.show()
    pill.setFocus()
    qtbot.keyClick(pill, Qt.Key.Key_Return)
    menu = pill.findChild(QMenu)
    assert menu is not None
    assert [action.isChecked() for action in menu.actions()] == [False, True, False]
    with qtbot.assertNotEmitted(pill.chosen):
        menu.actions()[1].trigger()
    with qtbot.waitSignal(pill.chosen) as chosen:
        menu.actions()[2].trigger()
    assert chosen.args == ["group"]
    menu.close()
    assert not pill.grab().isNull()


def test_without_a_choice_it_only_says_who_sees(qtbot: QtBot) -> None:
    pill = AudiencePill(AUDIENCES[0])
    qtbot.addWidget(pill)
    pill.show()
    qtbot.mouseClick(pill, Qt.MouseButton.LeftButton)
    assert pill.findChild(QMenu) is None
    assert pill.accessibleName().startswith("Seen by: Facilitator only")
    assert pill.focusPolicy() is Qt.FocusPolicy.NoFocus
