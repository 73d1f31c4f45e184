from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from carfacilitator.ui import theme
from carfacilitator.ui.widgets.marked_text import MarkedText, spoken_runs
from carfacilitator.ui.widgets.sheet_runs import Mark, Run

_RUNS = (Run("Managers ", 0), Run("asked", None, Mark.CUT), Run("wished", 9, Mark.NEW), Run(" to agree.", 15))


def colours(words: MarkedText) -> set[str]:
    image = words.grab().toImage()
    return {QColor(image.pixel(x, y)).name() for x in range(image.width()) for y in range(image.height())}


def test_marks_are_painted_and_heard(qtbot: QtBot) -> None:
    words = MarkedText()
    qtbot.addWidget(words)
    words.show_runs(_RUNS)
    words.resize(400, words.heightForWidth(400))
    assert words.accessibleName() == "cut “asked”, new “wished”"
    assert {theme.colour("inserted_soft").name(), theme.colour("deleted_soft").name()} <= colours(words)


def test_a_passage_is_tinted_and_an_empty_one_is_a_bar(qtbot: QtBot) -> None:
    words = MarkedText()
    qtbot.addWidget(words)
    words.resize(400, 40)
    words.show_runs((Run("Most said so.", 0),), (0, 4))
    assert theme.colour("lead_soft").name() in colours(words)
    words.show_runs((Run("Most said so.", 0),), (4, 4))
    assert theme.colour("lead").name() in colours(words)
    assert theme.colour("lead_soft").name() not in colours(words)


def test_it_is_higher_where_it_is_narrower(qtbot: QtBot) -> None:
    words = MarkedText()
    qtbot.addWidget(words)
    words.show_runs((Run("Most said that the service was good. " * 4, 0),))
    assert words.heightForWidth(200) > 2 * words.heightForWidth(800)


def test_unmarked_words_are_heard_as_they_are() -> None:
    assert spoken_runs((Run("Most  said\nso.", 0),)) == "Most said so."
