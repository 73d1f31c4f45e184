from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from carfacilitator.settings import Settings
from carfacilitator.ui import theme
from carfacilitator.ui.widgets.words import MUTED, QUOTE, TITLE, Words

LONG = "What is said here stays here, unless the one who said it agrees that it may leave the room."


def test_a_line_without_room_gives_way_and_says_itself_on_hover(qtbot: QtBot) -> None:
    line = Words(LONG)
    qtbot.addWidget(line)
    line.resize(120, 24)
    line.show()
    assert line.is_cut()
    assert line.minimumSizeHint().width() < 120
    QApplication.sendEvent(line, QHelpEvent(QEvent.Type.ToolTip, QPoint(4, 4), line.mapToGlobal(QPoint(4, 4))))
    assert QToolTip.text() == LONG
    QToolTip.hideText()


def test_a_paragraph_takes_the_height_that_its_width_asks_for(qtbot: QtBot) -> None:
    paragraph = Words(LONG, QUOTE, wraps=True)
    qtbot.addWidget(paragraph)
    assert paragraph.heightForWidth(150) > paragraph.heightForWidth(400) > 0
    holder = QWidget()
    qtbot.addWidget(holder)
    column = QVBoxLayout(holder)
    column.addWidget(paragraph)
    column.addStretch(1)
    holder.resize(200, 400)
    holder.show()
    assert paragraph.height() >= paragraph.heightForWidth(paragraph.width())


def test_lines_stand_at_the_leading_of_the_look() -> None:
    paragraph = Words("one\ntwo\nthree", wraps=True)
    assert paragraph.heightForWidth(300) in range(3 * 20, 3 * 21)


def test_what_a_practitioner_wrote_is_never_markup(qtbot: QtBot) -> None:
    line = Words("<b>not bold</b>")
    qtbot.addWidget(line)
    assert line.text() == "<b>not bold</b>"
    assert line.sizeHint().width() > Words("not bold").sizeHint().width()


def test_words_grow_with_the_text_size(qapp: QApplication, qtbot: QtBot) -> None:
    line = Words("Today", TITLE)
    qtbot.addWidget(line)
    before = line.sizeHint().width()
    theme.apply(qapp, Settings(theme="light", text_size=200))
    assert line.sizeHint().width() >= 1.9 * before


def test_a_style_can_change_its_tone() -> None:
    assert MUTED.in_tone("bad").tone == "bad"
    assert MUTED.in_tone("bad").size == MUTED.size
