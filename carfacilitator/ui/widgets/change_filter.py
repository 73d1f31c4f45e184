"""Which changes the list shows: by kind, by place, by size, or the places of one replacement; and the menu for it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from carfacilitator.ui.widgets.change_entries import FILTERS, ChangeEntry
from carfacilitator.ui.widgets.spoken import counted

SIZES = ((0, "Of any size"), (3, "3 words and more"), (10, "10 words and more"), (30, "30 words and more"))
BEFORE_FIRST = "Before the first heading"


@dataclass(frozen=True, slots=True)
class ChangeFilter:
    """What is left out. `section` is a heading, `least` a number of words, `places` the numbers of some changes."""

    hidden: frozenset[str] = frozenset()
    section: str | None = None
    least: int = 0
    places: frozenset[int] = frozenset()
    about: str = ""  # the replacement whose places these are

    def lets(self, number: int, entry: ChangeEntry) -> bool:
        """Tell whether a change is shown."""
        if self.places:
            return number in self.places
        here = self.section is None or entry.section == self.section
        return here and entry.look.id not in self.hidden and entry.size >= self.least

    def words(self) -> str:
        """Return what it lets through in words, '' for everything."""
        if self.places:
            return f"{self.about}, {counted(len(self.places), 'place')}"
        kinds = [words.lower() for kind, words in FILTERS if kind in self.hidden]
        size = next((words for least, words in SIZES if least == self.least), "") if self.least else ""
        section = "" if self.section is None else self.section or BEFORE_FIRST
        return " · ".join(part for part in (section, size, f"without {', '.join(kinds)}" if kinds else "") if part)


def filter_menu(
    parent: QWidget, entries: Sequence[ChangeEntry], now: ChangeFilter, choose: Callable[[ChangeFilter], object]
) -> QMenu:
    """Return a menu of the kinds, sizes and places that there are."""
    menu = QMenu(parent)
    present = {entry.look.id for entry in entries}
    for kind, words in FILTERS:
        if kind in present:
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(kind not in now.hidden)
            turned = replace(now, hidden=now.hidden ^ {kind}, places=frozenset())
            action.triggered.connect(lambda _, one=turned: choose(one))
    menu.addSeparator()
    sizes = ((words, replace(now, least=least, places=frozenset())) for least, words in SIZES)
    _one_of(menu, list(sizes), now)
    menu.addSeparator()
    sections = [None, *dict.fromkeys(entry.section for entry in entries)]
    where = menu.addMenu("In which part")
    parts = ((_named(section), replace(now, section=section, places=frozenset())) for section in sections)
    _one_of(where, list(parts), now)
    for action in (*menu.actions(), *where.actions()):
        wanted = action.data()
        if isinstance(wanted, ChangeFilter):
            action.triggered.connect(lambda _, one=wanted: choose(one))
    return menu


def _one_of(menu: QMenu, choices: Sequence[tuple[str, ChangeFilter]], now: ChangeFilter) -> None:
    group = QActionGroup(menu)
    for words, wanted in choices:
        action = menu.addAction(words.replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(wanted == replace(now, places=frozenset()))
        action.setData(wanted)
        group.addAction(action)


def _named(section: str | None) -> str:
    return "In all parts" if section is None else section or BEFORE_FIRST
