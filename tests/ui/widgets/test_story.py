from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from carfacilitator.ui import theme
from carfacilitator.ui.widgets.story import Moment


def test_a_moment_says_what_it_was_and_when(qtbot: QtBot) -> None:
    moment = Moment("meetings")
    qtbot.addWidget(moment)
    moment.set_words("Meeting 3: present", "Thursday 29 January", "six weeks ago")
    assert moment.accessibleName() == "Meeting 3: present, Thursday 29 January"
    assert moment.title == "Meeting 3: present"


def test_the_line_goes_on_below_the_sign(qtbot: QtBot) -> None:
    moment = Moment("meetings")
    qtbot.addWidget(moment)
    moment.set_words("Meeting 3", "Thursday")
    moment.body.addWidget(QLabel("By bus.\n\n\n\n"))
    moment.resize(400, 200)
    moment.show()
    picture = moment.grab().toImage()
    disc = theme.px(28)
    assert QColor(picture.pixel(disc // 2, picture.height() - 20)) == theme.colour("line")
