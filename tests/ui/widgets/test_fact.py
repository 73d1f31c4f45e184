from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from carfacilitator.ui.widgets.fact import Fact


def test_enter_finishes_a_single_line_and_breaks_a_paragraph(qtbot: QtBot) -> None:
    line, text = Fact("Name"), Fact("Notes", paragraphs=True)
    heard: list[str] = []
    for fact in (line, text):
        qtbot.addWidget(fact)
        fact.finished.connect(lambda words: heard.append(words))  # noqa: PLW0108  PySide counts a builtin's arguments wrongly
        with qtbot.waitActive(fact):
            fact.show()
        fact.setFocus()
        qtbot.keyClicks(fact.area, "Jean")
        qtbot.keyClick(fact.area, Qt.Key.Key_Return)
    assert line.text == "Jean"
    assert text.text == "Jean\n"
    text.finish()
    assert heard == ["Jean", "Jean\n"]


def test_it_grows_with_its_words(qtbot: QtBot) -> None:
    fact = Fact("Needs")
    qtbot.addWidget(fact)
    fact.resize(240, 60)
    fact.show()
    before = fact.sizeHint().height()
    fact.set_text("A hearing loop, large print, and a cup that is easy to hold for the whole of the morning. " * 3)
    qtbot.waitUntil(lambda: fact.sizeHint().height() > 2 * before)


def test_its_label_can_be_left_to_the_ear(qtbot: QtBot) -> None:
    fact = Fact("Ground rule 1")
    qtbot.addWidget(fact)
    with_label = fact.sizeHint().height()
    fact.hide_label()
    assert fact.sizeHint().height() < with_label
    assert fact.area.accessibleName() == "Ground rule 1"


def test_it_is_as_high_as_its_words_at_whatever_width_it_comes_to(qtbot: QtBot) -> None:
    holder, fact = QWidget(), Fact("Needs", serif=True)
    qtbot.addWidget(holder)
    column = QVBoxLayout(holder)
    column.addWidget(fact)
    column.addStretch(1)
    fact.set_text("A hearing loop, large print, and a cup that is easy to hold. " * 4)
    holder.resize(900, 600)
    holder.show()
    for width in (240, 500, 180):
        holder.resize(width, 600)
        qtbot.waitUntil(lambda: fact.area.height() == fact.area.sizeHint().height())
        assert not fact.area.verticalScrollBar().maximum()
