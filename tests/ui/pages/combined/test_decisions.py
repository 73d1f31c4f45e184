from carfacilitator.ui.pages.combined.entries import Show
from carfacilitator.ui.pages.combined.page import CombinedPage
from carfacilitator.ui.pages.combined.page_actions import ALONE, TAKE


def test_the_list_can_be_folded_away_on_a_wide_window_too(page: CombinedPage) -> None:
    page.commands[ALONE].trigger()
    assert not page.decisions.side.isVisible()
    assert not page.answered.people.isVisible()
    page.commands[ALONE].trigger()
    assert page.decisions.side.isVisible()
    assert page.answered.people.isVisible()


def test_what_becomes_current_in_the_list_is_shown_and_the_list_keeps_the_focus(page: CombinedPage) -> None:
    rows = page.decisions.side.list
    rows.setFocus()
    rows.setCurrentIndex(rows.model().index(3, 0))
    assert page.entry is not None
    assert page.entry.id == rows.current
    assert rows.hasFocus()


def test_narrowing_stays_with_what_is_open_if_it_is_listed(page: CombinedPage) -> None:
    entry = next(one for one in page.decisions.side.shown if one.edit is None)
    page.decisions.go_to(entry.id)
    page.decisions.side.narrow_to(Show.REMARKS)
    assert page.entry == entry
    page.decisions.side.narrow_to(Show.EDITS)
    assert page.entry is not None
    assert page.entry.edit is not None


def test_folded_away_the_focus_is_on_the_item_and_the_button_brings_the_list_back(page: CombinedPage) -> None:
    page.decisions.side.list.setFocus()
    page.commands[ALONE].trigger()
    assert page.decisions.middle.edit.sent.hasFocus()
    assert page.commands[ALONE].text() == "Show the list"
    page.commands[ALONE].trigger()
    assert page.commands[ALONE].text() == "One at a time"


def test_what_is_not_seen_is_shown_before_it_is_decided(page: CombinedPage) -> None:
    page.resize(900, 700)
    page.decisions.show_list()
    assert page.entry is not None
    key = page.entry.id
    page.commands[TAKE[0]].trigger()
    assert page.decisions.middle.isVisible()
    assert page.entry.id == key
    page.commands[TAKE[0]].trigger()
    assert page.entry.id != key
