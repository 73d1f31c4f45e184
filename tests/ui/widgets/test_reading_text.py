import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from carfacilitator.settings import Settings
from carfacilitator.ui import theme
from carfacilitator.ui.widgets.reading_text import ReadingText

TEXT = "# Guide\n\nTo read.\n\n## Keys\n\n| key | does |\n|---|---|\n| Esc | back |\n\n" + "## More\n\nWords.\n\n" * 30


@pytest.fixture
def text(qtbot: QtBot) -> ReadingText:
    made = ReadingText("Guide")
    qtbot.addWidget(made)
    made.resize(400, 300)
    made.show()
    made.show_markdown(TEXT)
    return made


def test_headings_of_the_second_level_divide_it(text: ReadingText) -> None:
    assert text.headings[:2] == ["Keys", "More"]
    text.go_to(20)
    assert text.verticalScrollBar().value() > 0


def test_it_is_set_in_the_faces_and_sizes_of_the_look(qapp: QApplication, text: ReadingText) -> None:
    before = text.verticalScrollBar().maximum()
    heading = text.document().begin().charFormat().font()
    assert heading.family() == theme.SANS or theme.SANS in heading.families()
    theme.apply(qapp, Settings(theme="light", text_size=200))
    assert text.verticalScrollBar().maximum() > before


def test_another_look_leaves_one_where_one_was_reading(qapp: QApplication, text: ReadingText) -> None:
    bar = text.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    theme.apply(qapp, Settings(theme="dark"))
    assert abs(bar.value() - bar.maximum() // 2) <= 2


def test_nothing_can_be_followed_or_taken_out_of_it(qtbot: QtBot, text: ReadingText) -> None:
    text.show_markdown("[elsewhere](https://example.org)")
    qtbot.keyClick(text, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert not text.textCursor().hasSelection()
    assert not text.textInteractionFlags()
    assert not text.openLinks()
