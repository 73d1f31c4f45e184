from pytestqt.qtbot import QtBot

from carfacilitator.ui.widgets.review_data import ViewMode
from carfacilitator.ui.widgets.sheet_heads import SheetHeads, heads
from carfacilitator.ui.widgets.sheet_model import Drafts, SheetModel, Way
from carfacilitator.ui.widgets.sheet_page import columns
from tests.ui.widgets.review_demo import drafts


def told(way: Way) -> list[tuple[str, str]]:
    return [(head.title, head.note) for head in heads(SheetModel(drafts(), way))]


def test_each_sheet_names_its_draft() -> None:
    assert [title for title, _ in told(Way())] == ["Draft 3", "Draft 4"]


def test_one_sheet_says_what_it_does_with_the_older_draft() -> None:
    assert told(Way(ViewMode.INLINE)) == [("Draft 4", "with what draft 3 said struck through")]
    assert told(Way(ViewMode.CLEAN)) == [("Draft 4", "alone; bars at the edge show where draft 3 differed")]
    assert told(Way(ViewMode.CLEAN, own_changes=True)) == [("Draft 4", "with the changes tracked in its file")]


def test_a_draft_that_is_read_alone_keeps_its_own_note() -> None:
    both = drafts()
    assert heads(SheetModel(Drafts(both.new, new_head=both.new_head), Way())) == (both.new_head,)


def test_what_is_drawn_is_also_heard(qtbot: QtBot) -> None:
    made = SheetHeads()
    qtbot.addWidget(made)
    made.resize(760, 30)
    made.show_heads(SheetModel(drafts(), Way()), columns(ViewMode.SIDE, 760))
    made.show()
    assert made.accessibleName().startswith("Draft 3, came by email")
    assert not made.grab().isNull()
