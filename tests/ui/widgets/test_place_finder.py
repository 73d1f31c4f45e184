import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.place_finder import PlaceFinder, Suggestion
from tests.ui.widgets.review_demo import cards, place

EARLY = next(card for card in cards() if card.id == "early")
FIRST, SECOND = EARLY.candidates
SUGGESTIONS = (Suggestion(FIRST, "When I went", "5, paragraph 4"), Suggestion(SECOND, "I would go", "4, paragraph 5"))


@pytest.fixture
def finder(qtbot: QtBot) -> PlaceFinder:
    made = PlaceFinder()
    qtbot.addWidget(made)
    made.resize(360, 600)
    made.show()
    made.begin(EARLY, SUGGESTIONS, "draft 3")
    return made


def button(finder: PlaceFinder, words: str) -> Button:
    return next(one for one in finder.findChildren(Button) if words in one.accessibleName())


def test_a_number_puts_the_comment_at_that_suggestion(finder: PlaceFinder, qtbot: QtBot) -> None:
    with qtbot.waitSignal(finder.placed) as told:
        qtbot.keyClick(finder.widget(), Qt.Key.Key_2)
    assert told.args == ["early", SECOND]
    with qtbot.waitSignal(finder.placed) as told:
        qtbot.mouseClick(button(finder, "Put it here (1)"), Qt.MouseButton.LeftButton)
    assert told.args == ["early", FIRST]


@pytest.mark.parametrize(("key", "signal"), [(Qt.Key.Key_D, "answered"), (Qt.Key.Key_K, "left")])
def test_a_letter_closes_it_or_leaves_it(finder: PlaceFinder, qtbot: QtBot, key: Qt.Key, signal: str) -> None:
    with qtbot.waitSignal(getattr(finder, signal)) as told:
        qtbot.keyClick(finder.widget(), key)
    assert told.args == ["early"]


def test_words_can_be_chosen_by_hand(finder: PlaceFinder, qtbot: QtBot) -> None:
    put = button(finder, "Put it on the chosen words")
    assert not put.isEnabled()
    with qtbot.waitSignal(finder.choosing):
        qtbot.keyClick(finder.widget(), Qt.Key.Key_M)
    chosen = place("Most said")
    finder.offer_choice(chosen)
    with qtbot.waitSignal(finder.placed) as told:
        qtbot.mouseClick(put, Qt.MouseButton.LeftButton)
    assert told.args == ["early", chosen]


def test_a_suggestion_can_be_looked_at_and_the_panel_closed(finder: PlaceFinder, qtbot: QtBot) -> None:
    with qtbot.waitSignal(finder.looked_at) as told:
        qtbot.mouseClick(button(finder, "Look"), Qt.MouseButton.LeftButton)
    assert told.args == [FIRST]
    with qtbot.waitSignal(finder.closed):
        qtbot.keyClick(finder.widget(), Qt.Key.Key_Escape)
    assert not finder.grab().isNull()


def test_the_next_comment_may_be_begun_from_the_answer_to_this_one(finder: PlaceFinder, qtbot: QtBot) -> None:
    finder.answered.connect(lambda _: finder.begin(cards()[-1], (), "draft 3"))
    qtbot.mouseClick(button(finder, "answered"), Qt.MouseButton.LeftButton)
    assert finder.comment == "march"
