"""The list of changes as a model, under the headings of the draft, and how its rows are drawn."""

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from carfacilitator.ui import icons, theme
from carfacilitator.ui.widgets.change_entries import ChangeEntry
from carfacilitator.ui.widgets.change_filter import BEFORE_FIRST, ChangeFilter

Index = QModelIndex | QPersistentModelIndex
ENTRY = Qt.ItemDataRole.UserRole + 1
ICON, ICON_ROOM, PAD = 16, 28, 6
TOP = QModelIndex()
EVERYTHING = ChangeFilter()


class ChangeRows(QAbstractListModel):
    """Entries and the headings between them; a heading is a string and cannot be chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[ChangeEntry, ...] = ()
        self._rows: list[ChangeEntry | str] = []
        self._numbers: dict[int, int] = {}

    def set_entries(
        self, entries: Sequence[ChangeEntry], shown: ChangeFilter = EVERYTHING, groups: Sequence[ChangeEntry] = ()
    ) -> None:
        """Show of these entries what the filter lets through, below those that stand for several of them."""
        self.beginResetModel()
        self._all = tuple(entries)
        self._rows, self._numbers = [], {}
        for section, found in groupby(groups, key=lambda entry: entry.section):
            self._rows += [section, *found]
        section = "Every change" if groups else None
        let = ((number, entry) for number, entry in enumerate(self._all) if shown.lets(number, entry))
        for number, entry in let:
            if entry.section != section and (entry.section or section):
                self._rows.append(entry.section or BEFORE_FIRST)
            section = entry.section
            self._numbers[len(self._rows)] = number
            self._rows.append(entry)
        self.endResetModel()

    def rowCount(self, parent: Index = TOP) -> int:
        """Return the number of entries and headings."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return an entry, its words, or what a screen reader says."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ENTRY:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row if isinstance(row, str) else f"{row.look.title} {row.words}"
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            return row if isinstance(row, str) else row.spoken(self.number(index) + 1, len(self._all))
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that entries can be chosen and headings cannot."""
        if self.entry(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def entry(self, index: Index) -> ChangeEntry | None:
        """Return the entry of a row, None for a heading or outside."""
        row = self._rows[index.row()] if index.isValid() else ""
        return row if isinstance(row, ChangeEntry) else None

    def number(self, index: Index) -> int:
        """Return which of all changes a row is, counted from 0; -1 for a heading."""
        return self._numbers.get(index.row(), -1)

    def index_of(self, number: int) -> QModelIndex:
        """Return where a change stands, an invalid index if it is not shown."""
        row = next((row for row, known in self._numbers.items() if known == number), None)
        return QModelIndex() if row is None else self.index(row, 0)


class ChangePainter(QStyledItemDelegate):
    """Draws a change on two lines with its sign, and a heading on one."""

    def sizeHint(self, _: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a row; its width is the list's."""
        if isinstance(index.data(ENTRY), str):
            return QSize(80, round(_height(_muted()) + 2 * PAD))
        return QSize(80, round(_height(_strong(chosen=False)) + _height(_muted()) + 2 * PAD))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the row."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area, row = QRectF(option.rect), index.data(ENTRY)
        if isinstance(row, str):
            painter.setPen(theme.colour("muted"))
            _line(painter, row, theme.font(theme.CAPTION, theme.MEDIUM), area.adjusted(8, PAD, -4, 0))
        else:
            chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            focused = chosen and bool(option.state & QStyle.StateFlag.State_HasFocus)
            _ground(painter, area.adjusted(0, 1, 0, -1), chosen=chosen, focused=focused)
            _entry(painter, row, area.adjusted(8, PAD, -6, -PAD), chosen=chosen)
        painter.restore()


def _ground(painter: QPainter, area: QRectF, *, chosen: bool, focused: bool) -> None:
    if not chosen:
        return
    painter.setPen(QPen(theme.colour("lead"), theme.FOCUS_RING) if focused else Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("lead_soft"))
    painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), theme.CONTROL_CORNER, theme.CONTROL_CORNER)
    painter.fillRect(QRectF(area.left() + 1, area.top() + 4, 3, area.height() - 8), theme.colour("lead"))


def _entry(painter: QPainter, entry: ChangeEntry, area: QRectF, *, chosen: bool) -> None:
    size, strong, muted = theme.px(ICON), _strong(chosen=chosen), _muted()
    icons.paint(painter, QRectF(area.left(), area.top() + 1, size, size), entry.look.icon, entry.look.tone)
    area = area.adjusted(theme.px(ICON_ROOM - 4), 0, 0, 0)
    note = _note(entry)
    width = QFontMetricsF(theme.font(theme.CAPTION)).horizontalAdvance(note)
    title = QFontMetricsF(strong).horizontalAdvance(entry.look.title)
    painter.setPen(theme.colour("muted"))
    if title + width + 8 <= area.width():
        _line(painter, note, theme.font(theme.CAPTION), area.adjusted(area.width() - width - 1, 0, 1, 0))
    painter.setPen(theme.colour("ink"))
    _line(painter, entry.look.title, strong, area)
    painter.setPen(theme.colour("muted"))
    _line(painter, entry.words, muted, area.adjusted(0, _height(strong), 0, 0))


def _note(entry: ChangeEntry) -> str:
    if entry.comments:
        return "1 comment" if entry.comments == 1 else f"{entry.comments} comments"
    return entry.note


def _line(painter: QPainter, words: str, face: QFont, area: QRectF) -> None:
    metrics = QFontMetricsF(face)
    painter.setFont(face)
    shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(QPointF(area.left(), area.top() + metrics.ascent()), shown)


def _strong(*, chosen: bool) -> QFont:
    return theme.font(theme.SMALL, theme.SEMIBOLD if chosen else theme.MEDIUM)


def _muted() -> QFont:
    return theme.font(theme.SMALL)


def _height(face: QFont) -> float:
    return QFontMetricsF(face).height() + 1
