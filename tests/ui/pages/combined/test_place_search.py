from functools import partial

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from carfacilitator.services.passages import places
from carfacilitator.ui.pages.combined.place_search import PlaceSearch
from tests.builders import a_text

TEXT = a_text("The hall was open.", "The hall was shut.", "Nobody came.")


@pytest.fixture
def search(qtbot: QtBot) -> PlaceSearch:
    made = PlaceSearch()
    qtbot.addWidget(made)
    made.begin("1", "the old hall", partial(places, TEXT), has_place=False)
    return made


def test_passages_are_found_by_a_few_words_and_one_is_chosen(qtbot: QtBot, search: PlaceSearch) -> None:
    search.words.line.setText("hall")
    assert len(search.found) == 2
    with qtbot.waitSignal(search.placed) as told:
        search.found[1].click()
    (anchor,) = told.args
    assert (anchor.first, anchor.start, anchor.end) == (1, 4, 8)


def test_passages_that_still_hold_all_its_words_are_offered_at_once(qtbot: QtBot, search: PlaceSearch) -> None:
    assert search.found == [], "no paragraph holds ‘the old hall’"
    search.begin("2", "hall open", partial(places, TEXT), has_place=False)
    assert len(search.found) == 1
    with qtbot.waitActive(search):
        search.show()
    qtbot.keyClick(search.words.line, Qt.Key.Key_Return)
    assert search.found[0].hasFocus()


def test_nothing_found_is_said_and_another_remark_begins_anew(search: PlaceSearch) -> None:
    search.words.line.setText("lighthouse")
    assert search.words.line.accessibleDescription() == "Nothing in the draft reads like that."
    search.begin("1", "the old hall", partial(places, TEXT), has_place=False)
    assert search.words.text == "lighthouse", "a search that was begun stays"
    search.begin("2", "", partial(places, TEXT), has_place=True)
    assert search.words.text == ""
    assert not search.close_it.isHidden()
