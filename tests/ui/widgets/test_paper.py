from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from carfacilitator.settings import Settings
from carfacilitator.ui import theme
from carfacilitator.ui.widgets.paper import Paper

INKED = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 210 297">'
    b'<rect x="100" y="100" width="60" height="60" fill="#000000"/></svg>'
)


def a_paper(qtbot: QtBot, pages: int = 1) -> Paper:
    paper = Paper()
    qtbot.addWidget(paper)
    paper.set_pages([INKED] * pages, "Agenda")
    paper.resize(420, paper.heightForWidth(420))
    paper.show()
    return paper


def test_a_page_has_the_shape_of_a4_and_pages_stand_below_one_another(qtbot: QtBot) -> None:
    assert a_paper(qtbot).heightForWidth(420) == 594
    paper = a_paper(qtbot, 2)
    assert paper.count == 2
    assert paper.heightForWidth(420) == 2 * 594 + theme.Space.LARGE


def test_it_is_no_larger_than_it_is_on_paper(qtbot: QtBot) -> None:
    assert a_paper(qtbot).heightForWidth(2000) == a_paper(qtbot).heightForWidth(794)


def test_what_is_printed_is_seen_on_white_in_every_theme(qtbot: QtBot, qapp: object) -> None:
    theme.apply(qapp, Settings(theme="dark"))  # type: ignore[arg-type]  # the fixture's own type
    paper = a_paper(qtbot)
    picture = paper.grab().toImage()
    assert QColor(picture.pixel(250, 250)) == QColor("black")
    assert QColor(picture.pixel(50, 50)) == QColor("white")


def test_it_says_what_it_is_a_picture_of(qtbot: QtBot) -> None:
    assert a_paper(qtbot).accessibleName() == "Agenda"


def test_without_pages_it_takes_no_room(qtbot: QtBot) -> None:
    paper = Paper()
    qtbot.addWidget(paper)
    assert paper.heightForWidth(420) == 0
    assert paper.minimumSizeHint().height() == 0
