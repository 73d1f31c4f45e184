"""The list of changes: the overview for the hand and for the ear, filtered by kind, gone through by keyboard."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListView,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from carfacilitator.ui import theme
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.change_entries import ChangeEntry
from carfacilitator.ui.widgets.change_filter import ChangeFilter, filter_menu
from carfacilitator.ui.widgets.change_rows import ChangePainter, ChangeRows, Index
from carfacilitator.ui.widgets.words import MUTED, SECTION, SMALL, Style, Words

WIDTH = 226


class ChangeList(QFrame):
    """All changes, one of which one is at. `chosen` names a change by its number, counted from 0."""

    chosen = Signal(int)
    fold_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("changes")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.entries: tuple[ChangeEntry, ...] = ()
        self.groups: tuple[ChangeEntry, ...] = ()
        self.filter = ChangeFilter()
        self._quiet, self._counted = False, True
        self._rows = ChangeRows(self)
        self._count = Words("", Style(theme.SECTION, tone="muted"))
        self._nothing = Words("", MUTED, wraps=True)
        self._filter = Button("Filter changes", "filter", "icon")
        self._filter.clicked.connect(self._offer_filter)
        self._all = Button("Show all", "close", "quiet")
        self._all.clicked.connect(lambda: self.show_only(ChangeFilter()))
        self._only = Words("", SMALL, wraps=True)
        self.view = self._make_view()
        self._lay_out()

    def show_entries(
        self, entries: Sequence[ChangeEntry], groups: Sequence[ChangeEntry] = (), *, counted: bool = True
    ) -> None:
        """Show these changes, above them those that stand for several; all of them, whatever was left out before.

        Until they are `counted`, nothing is said of there being none.
        """
        self._counted = counted
        self.entries, self.groups, self.filter = tuple(entries), tuple(groups), ChangeFilter()
        self._fill()

    def show_comments(self, counts: Mapping[int, int]) -> None:
        """Tell how many comments stand on each row of the comparison."""
        counted = tuple(entry.with_comments(counts.get(entry.row, 0)) for entry in self.entries)
        if counted != self.entries:
            self.entries, at = counted, self.current
            self._fill()
            self.choose(at)

    def float(self, *, over: bool) -> None:
        """Look as what lies over the sheets, or as what stands beside them."""
        self.setProperty("look", "float" if over else "")
        self.setAutoFillBackground(over)
        self.style().unpolish(self)
        self.style().polish(self)

    @property
    def current(self) -> int:
        """Return the change that one is at, -1 for none."""
        return self._rows.number(self.view.currentIndex())

    def choose(self, number: int) -> None:
        """Mark a change as the one that one is at, without telling."""
        index = self._rows.index_of(number)
        self._quiet = True
        self.view.setCurrentIndex(index)
        self._quiet = False

    def choose_row(self, row: int) -> None:
        """Mark the first change of a row of the comparison, unless one is at a change of it already."""
        if not (0 <= self.current < len(self.entries) and self.entries[self.current].row == row):
            self.choose(next((n for n, entry in enumerate(self.entries) if entry.row == row), -1))

    def step(self, way: int) -> None:
        """Go to the next change that is shown (1) or the one before (-1), round at the ends."""
        shown = [n for n, entry in enumerate(self.entries) if self.filter.lets(n, entry)]
        if not shown:
            return
        ahead = [n for n in shown if (n > self.current if way > 0 else n < self.current)]
        number = (ahead or shown)[0 if way > 0 else -1]
        self.choose(number)
        self.chosen.emit(number)

    def show_only(self, shown: ChangeFilter) -> None:
        """Leave out what the filter does not let through."""
        at, self.filter = self.current, shown
        self._fill()
        self.choose(at)

    def sizeHint(self) -> QSize:
        """Return its width, which grows a little with the text."""
        return QSize(round(WIDTH * (1 + (theme.scale() - 1) * 0.5)), 400)

    def _lay_out(self) -> None:
        fold = Button("Fold the list of changes", "back", "icon")
        fold.clicked.connect(self.fold_wanted)
        head = QHBoxLayout()
        head.setContentsMargins(theme.Space.SMALL, 0, 0, 0)
        for part in (Words("Changes", SECTION), self._count):
            head.addWidget(part)
        head.addStretch(1)
        head.addWidget(self._filter)
        head.addWidget(fold)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.Space.TINY, theme.Space.TINY, theme.Space.TINY, 0)
        column.setSpacing(theme.Space.TINY)
        column.addLayout(head)
        column.addWidget(self._only)
        column.addWidget(self._all, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._nothing)
        column.addWidget(self.view, 1)

    def _make_view(self) -> QListView:
        view = QListView()
        view.setObjectName("change-rows")
        view.setAccessibleName("Changes")
        view.setModel(self._rows)
        view.setItemDelegate(ChangePainter(view))
        view.setUniformItemSizes(False)
        view.setProperty("alone", "true")
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.selectionModel().currentChanged.connect(self._current_changed)
        view.clicked.connect(self._open)
        view.activated.connect(self._open)
        return view

    def _fill(self) -> None:
        narrowed = self.filter.words()
        self._rows.set_entries(self.entries, self.filter, () if narrowed else self.groups)
        shown = sum(self.filter.lets(number, entry) for number, entry in enumerate(self.entries))
        total = len(self.entries)
        self._count.setText(str(total) if shown == total else f"{shown} of {total}")
        self._only.setText(narrowed)
        for part in (self._only, self._all):
            part.setVisible(bool(narrowed))
        self._nothing.setText("" if shown or not self._counted else "No such changes." if total else "Nothing changed.")
        self._nothing.setVisible(not shown)
        self._filter.setEnabled(bool(total))

    def _current_changed(self, index: QModelIndex, _: QModelIndex) -> None:
        if not self._quiet and self.view.hasFocus():
            self._tell(index)

    def _tell(self, index: Index) -> None:
        number = self._rows.number(index)
        if number >= 0:
            self.chosen.emit(number)

    def _open(self, index: Index) -> None:
        entry = self._rows.entry(index)
        if entry is not None and entry.members:
            self.show_only(ChangeFilter(places=frozenset(entry.members), about=entry.words))
            self.step(1)
        else:
            self._tell(index)

    def _offer_filter(self) -> None:
        menu = filter_menu(self, self.entries, self.filter, self.show_only)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._filter.mapToGlobal(QPoint(0, self._filter.height())))
