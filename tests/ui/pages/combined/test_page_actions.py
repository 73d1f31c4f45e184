from carfacilitator.ui.pages.combined.page import CombinedPage
from carfacilitator.ui.pages.combined.page_actions import ACCEPT, AGAIN, BEFORE, KEEP, NEXT, TAKE, allow


def test_numbers_work_for_the_wordings_there_are_and_one_more(page: CombinedPage) -> None:
    entry = next(one for one in page.decisions.side.shown if one.edit and len(one.edit.wordings) == 3)
    allow(page.commands, entry, (True, False))
    assert [page.commands[action].isEnabled() for action in TAKE[:5]] == [True, True, True, True, False]
    assert (page.commands[BEFORE].isEnabled(), page.commands[NEXT].isEnabled()) == (True, False)
    assert not page.commands[AGAIN].isVisible()


def test_without_an_edit_none_of_its_keys_work(page: CombinedPage) -> None:
    allow(page.commands, None, (False, False))
    assert not any(page.commands[action].isEnabled() for action in (*TAKE, KEEP, ACCEPT))


def test_a_wording_that_stands_alone_is_accepted_without_its_number(page: CombinedPage) -> None:
    for entry in page.decisions.side.shown:
        allow(page.commands, entry, (True, True))
        alone = entry.edit is None or len(entry.edit.wordings) == 1
        assert page.commands[ACCEPT].isEnabled() is alone
