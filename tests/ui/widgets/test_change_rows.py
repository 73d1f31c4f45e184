from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from carfacilitator.ui.widgets.change_entries import entries
from carfacilitator.ui.widgets.change_filter import ChangeFilter
from carfacilitator.ui.widgets.change_rows import ChangeRows
from tests.ui.widgets.review_demo import drafts

FOUND = entries(drafts())


def test_entries_stand_under_the_headings_of_the_draft(qtmodeltester: ModelTester) -> None:
    rows = ChangeRows()
    rows.set_entries(FOUND)
    qtmodeltester.check(rows, force_py=True)
    shown = [rows.index(n, 0) for n in range(rows.rowCount())]
    headings = [index.data() for index in shown if rows.entry(index) is None]
    assert "5 What I found" in headings
    assert all(rows.flags(index) == Qt.ItemFlag.NoItemFlags for index in shown if rows.entry(index) is None)


def test_a_change_keeps_its_number_when_others_are_hidden() -> None:
    rows = ChangeRows()
    rows.set_entries(FOUND, ChangeFilter(frozenset({"wording"})))
    moved = next(n for n, entry in enumerate(FOUND) if entry.look.id == "moved")
    index = rows.index_of(moved)
    assert rows.number(index) == moved
    assert rows.data(index, Qt.ItemDataRole.AccessibleTextRole) == FOUND[moved].spoken(moved + 1, len(FOUND))
    assert not rows.index_of(next(n for n, entry in enumerate(FOUND) if entry.look.id == "wording")).isValid()
