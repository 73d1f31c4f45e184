import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from carfacilitator.ui.widgets.choice_or_new import ChoiceOrNew


@pytest.fixture
def part(qtbot: QtBot) -> ChoiceOrNew:
    made = ChoiceOrNew("Whose is it?", "Somebody new …", "Name of the author")
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    return made


def test_with_nothing_to_choose_from_there_is_a_line_alone(part: ChoiceOrNew) -> None:
    assert part.choice.isHidden()
    assert part.is_new
    assert not part.is_said
    QTest.keyClicks(part.name.line, "  Ailsa Reid ")
    assert (part.text, part.value, part.is_said) == ("Ailsa Reid", "", True)


def test_one_of_those_that_are_there_is_chosen(part: ChoiceOrNew) -> None:
    part.set_options([("a", "Ailsa"), ("b", "Tom")])
    part.set_value("b")
    assert (part.value, part.text, part.is_said) == ("b", "", True)
    assert part.name.isHidden()


def test_a_new_one_gets_its_line_and_the_focus(qtbot: QtBot, part: ChoiceOrNew) -> None:
    part.set_options([("a", "Ailsa")])
    part.set_value("a")
    with qtbot.waitSignal(part.chosen):
        part.choice.box.setCurrentIndex(1)
        part.choice.box.activated.emit(1)
    assert part.is_new
    assert part.name.line.hasFocus()


def test_what_is_wrong_stands_below_the_part_that_is_seen(part: ChoiceOrNew) -> None:
    part.say_wrong("Say whose it is.")
    assert part.name.line.accessibleDescription() == "Say whose it is."
    part.set_options([("a", "Ailsa")])
    part.set_value("a")
    part.say_wrong("Not her.")
    assert part.choice.box.accessibleDescription() == "Not her."
