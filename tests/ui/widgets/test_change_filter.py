from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from carfacilitator.ui.widgets.change_entries import entries
from carfacilitator.ui.widgets.change_filter import ChangeFilter, filter_menu
from tests.ui.widgets.review_demo import drafts

FOUND = entries(drafts())


def let(shown: ChangeFilter) -> list[int]:
    return [number for number, entry in enumerate(FOUND) if shown.lets(number, entry)]


def test_kinds_parts_and_sizes_narrow_together() -> None:
    part = next(one.section for one in FOUND if one.section and one.look.id != "wording" and one.size >= 3)
    shown = ChangeFilter(frozenset({"wording"}), part, least=3)
    found = let(shown)
    assert all(FOUND[n].look.id != "wording" and FOUND[n].section == part and FOUND[n].size >= 3 for n in found)
    assert 0 < len(found) < len(FOUND)
    assert shown.words() == f"{part} · 3 words and more · without wording"


def test_the_places_of_a_replacement_are_all_that_is_shown() -> None:
    shown = ChangeFilter(frozenset({"wording"}), places=frozenset({1, 2}), about="‘a’ → ‘b’")
    assert let(shown) == [1, 2]
    assert shown.words() == "‘a’ → ‘b’, two places"


def test_the_menu_offers_the_kinds_and_parts_that_are_there(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    chosen: list[ChangeFilter] = []

    def choose(wanted: ChangeFilter) -> None:
        chosen.append(wanted)

    menu = filter_menu(parent, FOUND, ChangeFilter(), choose)
    words = [action.text() for action in menu.actions()]
    assert words[:5] == ["Wording", "New", "Cut", "Moved", "Split and joined"]
    menu.actions()[0].trigger()
    next(action for action in menu.actions() if action.text().startswith("10 words")).trigger()
    where = menu.findChild(QMenu)
    assert where is not None
    where.actions()[1].trigger()
    assert chosen == [
        ChangeFilter(frozenset({"wording"})),
        ChangeFilter(least=10),
        ChangeFilter(section=FOUND[0].section),
    ]


def test_everything_needs_no_words() -> None:
    assert ChangeFilter().words() == ""
    assert let(ChangeFilter()) == list(range(len(FOUND)))
