"""To whom a pack goes: gatekeepers as rows with a tick, those of the case study's partnership first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from carfacilitator.services.gatekeepers import GatekeeperRow
from carfacilitator.ui import theme
from carfacilitator.ui.widgets import spoken
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.initials import initials
from carfacilitator.ui.widgets.keyed_column import KeyedColumn
from carfacilitator.ui.widgets.mark_rows import MarkRow
from carfacilitator.ui.widgets.rows import folded
from carfacilitator.ui.widgets.search_line import SearchLine
from carfacilitator.ui.widgets.words import LABEL, SMALL, Words

_FEW = 6  # rows that need neither a filter nor a fold


@dataclass(frozen=True, kw_only=True)
class Recipient:
    """A gatekeeper to choose: central, local or participant, and what they have seen ('saw draft 3 on 4 March')."""

    id: UUID
    name: str
    level: str
    role: str
    saw: str
    is_near: bool  # of the case study's own partnership

    @property
    def about(self) -> str:
        """The second line."""
        return " · ".join(filter(None, (self.level, self.saw or self.role)))


def recipients(rows: Sequence[GatekeeperRow], saw: Mapping[UUID, str], partnership_id: UUID) -> list[Recipient]:
    """Return those to choose from, the near ones first."""
    found = [
        Recipient(
            id=row.id,
            name=row.name,
            level=row.kind.value.partition("-")[0],
            role=row.role,
            saw=saw.get(row.id, ""),
            is_near=row.partnership_id == partnership_id,
        )
        for row in rows
    ]
    return sorted(found, key=lambda one: not one.is_near)


class Recipients(QWidget):
    """Rows to tick; `changed` when somebody was, by the person, and `looked_at` names who was ticked last."""

    changed = Signal()
    looked_at = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._all: list[Recipient] = []
        self._chosen: list[UUID] = []
        self._shows_all = False
        self.filter = SearchLine("Find a gatekeeper")
        self.rows = KeyedColumn[Recipient](lambda one: one.id, self._row, theme.Space.TINY)
        self.more = Button("", "down", "quiet")
        self._none = Words("Nobody here has these words.", SMALL)
        self.filter.textChanged.connect(lambda _: self._show())
        self.more.clicked.connect(self._toggle)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.Space.TINY)
        for part in (Words("To", LABEL), self.filter, self.rows, self._none):
            column.addWidget(part)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.setFocusProxy(self.filter)

    def offer(self, found: Sequence[Recipient]) -> None:
        """Offer these; who is chosen stays so while there."""
        self._all = list(found)
        there = {one.id for one in found}
        self._chosen = [id_ for id_ in self._chosen if id_ in there]
        self._show()

    def choose(self, ids: Sequence[UUID]) -> None:
        """Choose these without a signal."""
        there = {one.id for one in self._all}
        self._chosen = [id_ for id_ in ids if id_ in there]
        self._show()

    @property
    def chosen(self) -> list[UUID]:
        """Those who are chosen, in the order of the rows."""
        return [one.id for one in self._all if one.id in self._chosen]

    def name_of(self, id_: UUID) -> str:
        """Return whose row that is."""
        return next((one.name for one in self._all if one.id == id_), "")

    def mark(self, id_: UUID | None) -> None:
        """Show whom the page beside it is about."""
        for row in self.rows.widgets:
            if isinstance(row, RecipientRow):
                row.set_looked_at(looked_at=row.id is not None and row.id == id_)

    def turn(self, id_: UUID, *, on: bool) -> None:
        """Choose somebody, or no longer."""
        self._chosen = [one for one in self._chosen if one != id_] + ([id_] if on else [])
        if on:
            self.looked_at.emit(id_)
        self.changed.emit()

    def is_chosen(self, id_: UUID) -> bool:
        """Tell whether that one is ticked."""
        return id_ in self._chosen

    def _show(self) -> None:
        words = folded(self.filter.text()).split()
        many = len(self._all) > _FEW
        shown = [one for one in self._all if self._is_shown(one, words)]
        self.filter.setHidden(not many)
        self.rows.set_things(shown)
        self._none.setHidden(bool(shown))
        self.setFocusProxy(next((row for row in self.rows.widgets if not many), self.filter))
        far = len(self._all) - len(shown)
        self.more.setHidden(bool(words) or not many or (not far and not self._shows_all))
        self.more.say("Show fewer" if self._shows_all else f"Show {spoken.number(far)} more")
        self.more.set_icon("up" if self._shows_all else "down")

    def _is_shown(self, one: Recipient, words: Sequence[str]) -> bool:
        if words:
            return all(word in folded(f"{one.name} {one.about}") for word in words)
        near = [one.id for one in self._all][:_FEW]
        return self._shows_all or one.id in near or one.id in self._chosen

    def _toggle(self) -> None:
        self._shows_all = not self._shows_all
        self._show()

    def _row(self) -> "RecipientRow":
        return RecipientRow(self)


class RecipientRow(MarkRow):
    """One gatekeeper."""

    def __init__(self, around: Recipients) -> None:
        super().__init__()
        self._around = around
        self.id: UUID | None = None
        self.clicked.connect(self._tell)

    def fill(self, one: Recipient, /) -> None:
        """Show one."""
        self.id = one.id
        self.set_words(one.name, one.about, initials(one.name))
        self.setChecked(self._around.is_chosen(one.id))

    def _tell(self) -> None:
        if self.id is not None:
            self._around.turn(self.id, on=self.isChecked())
