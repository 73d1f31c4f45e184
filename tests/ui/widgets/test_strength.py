from pytestqt.qtbot import QtBot

from carfacilitator.ui.widgets.strength import Strength


def test_a_grade_is_told_in_bars_words_and_to_the_ear(qtbot: QtBot) -> None:
    strength = Strength()
    qtbot.addWidget(strength)
    strength.show_grade(2, "Fair. One more word.")
    strength.show()
    assert strength.grade == 2
    assert strength.words.text() == strength.accessibleName() == "Fair. One more word."
    empty = strength.grab().toImage()
    strength.show_grade(3, "Fair. One more word.")
    assert strength.grab().toImage() != empty
