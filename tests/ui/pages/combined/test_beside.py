from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from carfacilitator.ui.pages.combined.beside import Beside, DecidedLine
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.comment_card import CommentCardView
from carfacilitator.ui.widgets.review_data import CommentCard, KindLook


def test_a_remark_beside_is_opened_by_a_press(qtbot: QtBot) -> None:
    beside = Beside()
    qtbot.addWidget(beside)
    beside.show_said(
        [CommentCard("one", KindLook("k", "P", "Politics"), "Why?", "Fiona Grant", "", from_file=True)], []
    )
    beside.show()
    with qtbot.waitSignal(beside.picked) as picked:
        qtbot.mouseClick(beside.findChildren(CommentCardView)[0], Qt.MouseButton.LeftButton)
    assert picked.args == ["one"]


def test_a_decision_is_opened_again_from_where_it_is_told(qtbot: QtBot) -> None:
    beside = Beside()
    qtbot.addWidget(beside)
    beside.show_decided([DecidedLine("e", "check", "Accepted it", "Isla Munro", again=True)])
    beside.show()
    with qtbot.waitSignal(beside.opened_again) as opened:
        qtbot.mouseClick(beside.findChildren(Button)[0], Qt.MouseButton.LeftButton)
    assert opened.args == ["e"]
