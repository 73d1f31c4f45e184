"""The rows of a list as data, and the model that filters them and sets headings between them."""

import unicodedata
from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from carfacilitator.ui.widgets.pill import PillLook

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole
_NOWHERE = QModelIndex()


@dataclass(frozen=True, kw_only=True)
class Row:
    """One row: a strong line, a muted line, and signs of its state. `id` is what the list gives back.

    Before the lines stand `initials` or an `icon`, after them dots (`reached` of `stages`) and pills. Rows with the
    same `section` stand together under it. `serif` is for what a practitioner wrote.
    """

    id: Hashable
    strong: str
    muted: str = ""
    section: str = ""
    initials: str = ""
    icon: str = ""
    tone: str = "lead"
    pills: tuple[PillLook, ...] = ()
    reached: int = 0
    stages: int = 0
    serif: bool = False
    faint: bool = False
    opens: bool = False  # shows an arrow at the end

    @property
    def heard(self) -> str:
        """What a screen reader says: all that the row shows."""
        stage = f"stage {self.reached} of {self.stages}" if self.stages else ""
        parts = (self.strong, self.muted, stage, *(pill.text for pill in self.pills))
        return ", ".join(part for part in parts if part)

    def matches(self, words: Sequence[str]) -> bool:
        """Tell whether every one of the folded `words` is in what it shows."""
        text = folded(f"{self.section} {self.heard}")
        return all(word in text for word in words)


def folded(text: str) -> str:
    """Return `text` without case and accents, as it is compared in a filter."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in parts if not unicodedata.combining(letter))


class RowModel(QAbstractListModel):
    """Rows that match the filter, each section under its heading (which is a text instead of a Row)."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[Row, ...] = ()
        self._words: list[str] = []
        self._shown: list[Row | str] = []

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows."""
        self._all = tuple(rows)
        self._renew()

    def set_filter(self, text: str) -> None:
        """Show only rows in which every word of `text` stands."""
        self._words = folded(text).split()
        self._renew()

    @property
    def rows(self) -> list[Row]:
        """The rows that are shown, without headings."""
        return [item for item in self._shown if isinstance(item, Row)]

    @property
    def is_filtered(self) -> bool:
        """Whether a filter leaves something out."""
        return bool(self._words) and len(self.rows) < len(self._all)

    def place_of(self, id_: Hashable) -> QModelIndex:
        """Return where the row with that id stands; an invalid index when it is not shown."""
        for place, item in enumerate(self._shown):
            if isinstance(item, Row) and item.id == id_:
                return self.index(place)
        return QModelIndex()

    def first(self) -> QModelIndex:
        """Return where the first row stands."""
        return self.place_of(self.rows[0].id) if self.rows else QModelIndex()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many rows and headings are shown."""
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the strong line, the whole row, or what is heard."""
        if not index.isValid():
            return None
        item = self._shown[index.row()]
        if role == ROW:
            return item
        if role == Qt.ItemDataRole.DisplayRole:
            return item if isinstance(item, str) else item.strong
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return item if isinstance(item, str) else item.heard
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let rows be chosen, and headings not."""
        if index.isValid() and isinstance(self._shown[index.row()], Row):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.NoItemFlags

    def _renew(self) -> None:
        self.beginResetModel()
        self._shown = []
        section = ""
        for row in self._all:
            if not row.matches(self._words):
                continue
            if row.section != section:
                section = row.section
                self._shown.append(section)
            self._shown.append(row)
        self.endResetModel()
