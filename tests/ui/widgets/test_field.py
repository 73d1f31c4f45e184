from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from carfacilitator.ui.widgets.field import ChoiceField, Field, TextField


@pytest.fixture
def form(qtbot: QtBot) -> Iterator[tuple[Field, QLineEdit]]:
    """A field, and another input to go to."""
    holder, field, other = QWidget(), Field("Name", "As it stands on comments"), QLineEdit()
    column = QVBoxLayout(holder)
    column.addWidget(field)
    column.addWidget(other)
    qtbot.addWidget(holder)
    with qtbot.waitActive(holder):
        holder.show()
    field.setFocus()
    yield field, other
    holder.hide()


def test_it_tells_after_a_pause_and_again_on_leaving(qtbot: QtBot, form: tuple[Field, QLineEdit]) -> None:
    field, other = form
    qtbot.keyClicks(field.line, "Isla")
    with qtbot.waitSignal(field.typed) as typed:
        pass
    assert typed.args == ["Isla"]
    with qtbot.waitSignal(field.finished) as finished:
        other.setFocus()
    assert finished.args == ["Isla"]


def test_leaving_without_a_change_tells_nothing(qtbot: QtBot, form: tuple[Field, QLineEdit]) -> None:
    field, other = form
    field.set_text("Isla")
    with qtbot.assertNotEmitted(field.finished):
        other.setFocus()
    field.setFocus()
    with qtbot.waitSignal(field.finished):
        qtbot.keyClicks(field.line, " M")
        qtbot.keyClick(field.line, Qt.Key.Key_Return)


def test_nothing_is_written_under_the_fingers(qtbot: QtBot, form: tuple[Field, QLineEdit]) -> None:
    field, _ = form
    qtbot.keyClicks(field.line, "Is")
    field.set_text("Something else")
    assert field.text == "Is"
    field.finish()
    field.set_text("Something else")
    assert field.text == "Something else"


def test_what_is_wrong_is_said_in_words_and_heard(form: tuple[Field, QLineEdit]) -> None:
    field, _ = form
    field.say_wrong("A name is needed.")
    assert field.line.accessibleDescription() == "A name is needed."
    field.say_wrong("")
    assert field.line.accessibleDescription() == "As it stands on comments"
    assert field.line.accessibleName() == "Name"


def test_a_text_is_as_high_as_what_is_written(qtbot: QtBot) -> None:
    field = TextField("Reflection", lines=(2, 5))
    qtbot.addWidget(field)
    field.resize(300, 400)
    field.show()
    low = field.area.sizeHint().height()
    field.set_text("\n".join("line" for _ in range(4)))
    assert field.area.sizeHint().height() > low
    four = field.area.sizeHint().height()
    field.set_text("\n".join("line" for _ in range(50)))
    assert four < field.area.sizeHint().height() < 2 * four


def test_tab_leaves_a_text(qtbot: QtBot) -> None:
    field = TextField("Reflection")
    qtbot.addWidget(field)
    assert field.area.tabChangesFocus()


def test_a_choice_is_told_only_when_a_person_makes_it(qtbot: QtBot) -> None:
    field = ChoiceField("Kind", [("a", "Strategy group"), ("b", "Inquiry group")])
    qtbot.addWidget(field)
    with qtbot.assertNotEmitted(field.chosen):
        field.set_value("b")
        field.set_options([("b", "Inquiry group"), ("c", "Case-study group")])
    assert field.value == "b"
    with qtbot.waitSignal(field.chosen) as chosen:
        qtbot.keyClick(field.box, Qt.Key.Key_Down)
    assert chosen.args == ["c"]
    field.set_value("gone")
    assert field.value == ""


def test_what_was_wrong_is_no_longer_said_of_another_text(qtbot: QtBot, form: tuple[Field, QLineEdit]) -> None:
    field, _ = form
    field.say_wrong("A name is needed.")
    qtbot.keyClicks(field.line, "I")
    assert field.line.accessibleDescription() == "As it stands on comments"


def test_a_field_can_be_read_only_and_says_why(qtbot: QtBot) -> None:
    field = Field("Name", "As they write it.")
    qtbot.addWidget(field)
    field.set_read_only(read_only=True, why="It holds initials.")
    assert field.line.isReadOnly()
    assert (field.line.toolTip(), field.line.accessibleDescription()) == ("It holds initials.", "It holds initials.")
    field.set_read_only(read_only=False)
    assert not field.line.isReadOnly()
    assert (field.line.toolTip(), field.line.accessibleDescription()) == ("", "As they write it.")


def test_a_choice_of_nothing_yet_invites_to_choose(qtbot: QtBot) -> None:
    field = ChoiceField("Group", [("a", "Alder group")])
    qtbot.addWidget(field)
    field.set_value("")
    assert field.box.placeholderText() == "Choose"
    assert field.value == field.box.currentText() == ""
