from pytestqt.qtbot import QtBot

from carfacilitator.services.combined_reviews import CombinedReview
from carfacilitator.ui.pages.combined.decision_list import DecisionList
from carfacilitator.ui.pages.combined.entries import Show, entries_of
from tests.came_back import ALAN, FIONA


def shown(qtbot: QtBot, review: CombinedReview) -> DecisionList:
    side = DecisionList()
    qtbot.addWidget(side)
    side.show_entries(entries_of(review), [FIONA, ALAN])
    return side


def test_one_steps_along_what_the_filter_lets_through(qtbot: QtBot, review: CombinedReview) -> None:
    side = shown(qtbot, review)
    side.narrow_to(Show.REMARKS)
    ids = [entry.id for entry in side.shown]
    assert side.step(1) == ids[0]
    side.list.choose(ids[0])
    assert (side.step(1), side.step(-1)) == (ids[1], "")


def test_what_it_is_narrowed_to_stays_while_that_person_is_there(qtbot: QtBot, review: CombinedReview) -> None:
    side = shown(qtbot, review)
    with qtbot.waitSignal(side.narrowed):
        side.narrow_to(ALAN)
    side.show_entries(entries_of(review), [FIONA, ALAN])
    assert side.filter.value == ALAN
    side.show_entries(entries_of(review), [FIONA])
    assert side.filter.value == Show.ALL
