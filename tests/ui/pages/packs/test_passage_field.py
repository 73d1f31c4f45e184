from pytestqt.qtbot import QtBot

from carfacilitator.ui.pages.packs.passage_field import PassageField, Whereabouts
from carfacilitator.ui.widgets.words import Words
from tests.builders import a_text


def test_it_says_where_words_stand_and_how_often(qtbot: QtBot) -> None:
    field = PassageField("About these words")
    qtbot.addWidget(field)
    field.look_in(Whereabouts(a_text("# Why", "The flood was in May.", "Another flood was in June.")))
    field.field.line.setText("FLOOD")
    said = [words.text() for words in field.findChildren(Words)]
    assert "Why, paragraph 1; the first of two places" in said
    assert field.anchor is not None
    assert (field.anchor.first, field.anchor.start) == (1, 4)


def test_words_that_stand_nowhere_are_said_to(qtbot: QtBot) -> None:
    field = PassageField("About these words")
    qtbot.addWidget(field)
    assert field.anchor is None
    field.look_in(Whereabouts(a_text("The flood was in May.")))
    field.field.line.setText("fire")
    assert field.is_astray
    assert any("do not stand in this draft" in words.text() for words in field.findChildren(Words))
