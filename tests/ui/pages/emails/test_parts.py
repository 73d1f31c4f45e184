import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from carfacilitator.services.passages import Place, places
from carfacilitator.ui.pages.emails.parts import PartsCard, Proposed
from carfacilitator.ui.widgets.button import Button
from tests.builders import a_text

TEXT = a_text("The water came in the night.", "The doors were dry by May.")


def found(words: str) -> list[Place]:
    return places(TEXT, words)


@pytest.fixture
def card(qtbot: QtBot) -> PartsCard:
    made = PartsCard(found)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    return made


def click(within: QWidget, words: str) -> None:
    buttons = [one for one in within.findChildren(Button) if one.accessibleName() == words]
    QTest.mouseClick(buttons[0], Qt.MouseButton.LeftButton)


def said(card: PartsCard) -> list[tuple[str, str]]:
    return [(one.text, one.place.words if one.place else "") for one in card.proposed]


def test_two_remarks_are_joined_and_one_is_parted_at_the_cursor(card: PartsCard) -> None:
    (place,) = found("the night")
    card.show_parts([Proposed("Which night?", place, "the night"), Proposed("In May or in June?")])
    click(card.rows[1], "Join with the one above")
    assert said(card) == [("Which night?\nIn May or in June?", "the night")]
    area = card.rows[0].text.area
    area.setFocus()
    for _ in range(len("Which night?")):
        QTest.keyClick(area, Qt.Key.Key_Right)
    click(card.rows[0], "Part at the cursor")
    assert said(card) == [("Which night?", "the night"), ("In May or in June?", "")]
    assert card.rows[1].text.area.hasFocus()


def test_one_is_left_out_and_an_empty_one_is_none(card: PartsCard) -> None:
    card.show_parts([Proposed("One"), Proposed("Two"), Proposed("Three")])
    click(card.rows[1], "Leave out")
    assert [one.text for one in card.proposed] == ["One", "Three"]
    card.rows[0].text.area.clear()
    assert [one.text for one in card.proposed] == ["Three"]


def test_the_passage_is_found_by_a_few_words_and_what_stands_nowhere_is_said(card: PartsCard) -> None:
    card.show_parts([Proposed("Which?")])
    line = card.rows[0].sought.line
    line.setFocus()
    QTest.keyClicks(line, "doors")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert said(card) == [("Which?", "doors")]
    line.selectAll()
    QTest.keyClicks(line, "windows")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert card.lost is card.rows[0]
