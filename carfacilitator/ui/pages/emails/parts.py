"""The remarks that an email holds, as rows that can be put right before they are kept."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from carfacilitator.services.emails import EmailPart
from carfacilitator.services.passages import Place
from carfacilitator.ui import theme
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.card import Card, Rule
from carfacilitator.ui.widgets.field import Field, TextField
from carfacilitator.ui.widgets.flow import Flow
from carfacilitator.ui.widgets.words import MUTED, SMALL, Words

Find = Callable[[str], Sequence[Place]]
_NOTHING = "Paste the email on the other side. What it says stands here then, remark by remark, to be put right."
_WHOLE = "About the whole draft."
_NOWHERE = "These words stand nowhere in the draft. Change them, or take them out."


@dataclass(frozen=True)
class Proposed:
    """A remark and the passage that it is about, if it is about one; `sought` is what was typed to find it."""

    text: str
    place: Place | None = None
    sought: str = ""

    @property
    def part(self) -> EmailPart:
        """It as it is kept."""
        return EmailPart(self.text.strip(), self.place.anchor if self.place else None)


class PartRow(QWidget):
    """One remark: its words, the words that it is about, and joining, parting and leaving out."""

    changed = Signal()
    joined = Signal()
    parted = Signal(int)  # at which character
    left_out = Signal()

    def __init__(self, number: int, proposed: Proposed, find: Find) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._proposed, self._find = proposed, find
        self.text = TextField(f"Remark {number}", lines=(2, 8))
        self.sought = Field("About which words", example="a few words of the passage")
        self._where = Words("", SMALL, wraps=True)
        self.text.set_text(proposed.text)
        self.sought.set_text(proposed.sought)
        self.text.typed.connect(lambda _: self.changed.emit())
        self.text.finished.connect(lambda _: self.changed.emit())
        self.sought.typed.connect(self._look)
        self.sought.finished.connect(self._look)
        self._lay_out(number)
        self._tell()

    @property
    def proposed(self) -> Proposed:
        """The remark as it stands now."""
        return replace(self._proposed, text=self.text.text, sought=self.sought.text)

    @property
    def is_lost(self) -> bool:
        """Whether it seeks words that stand nowhere."""
        return bool(self.sought.text.strip()) and self._proposed.place is None

    def take_focus(self) -> None:
        """Let its words have the focus, the cursor at their beginning."""
        self.text.area.moveCursor(QTextCursor.MoveOperation.Start)
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def finish(self) -> None:
        """Look for words that were typed just now."""
        self._look(self.sought.text)

    def _look(self, sought: str) -> None:
        found = self._find(sought) if sought.strip() else ()
        self._proposed = replace(self._proposed, place=found[0] if found else None)
        self._tell()
        self.changed.emit()

    def _tell(self) -> None:
        place = self._proposed.place
        self.sought.say_wrong(_NOWHERE if self.is_lost else "")
        self._where.setText(f"{place.before}[{place.words}]{place.after}" if place else _WHOLE)
        self._where.setHidden(self.is_lost)

    def _lay_out(self, number: int) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.Space.SMALL)
        join = _button("Join with the one above", "arrow-up", self.joined.emit)
        if number == 1:
            join.hide()
        part = _button("Part at the cursor", "split", self._part)
        part.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the cursor where it is
        leave = _button("Leave out", "close", self.left_out.emit)
        for widget in (self.text, self.sought, self._where, Flow(join, part, leave)):
            column.addWidget(widget)

    def _part(self) -> None:
        self.parted.emit(self.text.area.textCursor().position())


class PartsCard(Card):
    """The rows; `changed` when there are others, or one says something else."""

    changed = Signal()

    def __init__(self, find: Find) -> None:
        super().__init__("What is in it")
        self._find = find
        self.rows: list[PartRow] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(theme.Space.MEDIUM)
        self._nothing = Words(_NOTHING, MUTED, wraps=True)
        self.add(self._nothing)
        self.body.addLayout(self._column)

    @property
    def proposed(self) -> list[Proposed]:
        """The remarks as they stand now; empty ones are none."""
        return [row.proposed for row in self.rows if row.text.text.strip()]

    @property
    def lost(self) -> PartRow | None:
        """The first row that seeks words that stand nowhere."""
        return next((row for row in self.rows if row.is_lost), None)

    def show_parts(self, parts: Sequence[Proposed]) -> None:
        """Show these."""
        self._take_away()
        self._nothing.setHidden(bool(parts))
        for number, proposed in enumerate(parts, 1):
            row = PartRow(number, proposed, self._find)
            row.changed.connect(self.changed)
            row.joined.connect(lambda at=number - 1: self._join(at))
            row.parted.connect(lambda where, at=number - 1: self._split(at, where))
            row.left_out.connect(lambda at=number - 1: self._leave_out(at))
            if number > 1:
                self._column.addWidget(Rule())
            self._column.addWidget(row)
            row.show()
            self.rows.append(row)
        self.changed.emit()

    def _join(self, at: int) -> None:
        now = [row.proposed for row in self.rows]
        above, one = now[at - 1], now[at]
        both = replace(above if above.place else one, text=f"{above.text.strip()}\n{one.text.strip()}")
        self._show_at(at - 1, [*now[: at - 1], both, *now[at + 1 :]])

    def _split(self, at: int, where: int) -> None:
        now = [row.proposed for row in self.rows]
        first, second = now[at].text[:where].strip(), now[at].text[where:].strip()
        if first and second:
            self._show_at(at + 1, [*now[:at], replace(now[at], text=first), Proposed(second), *now[at + 1 :]])

    def _leave_out(self, at: int) -> None:
        now = [row.proposed for row in self.rows]
        self._show_at(min(at, len(now) - 2), [*now[:at], *now[at + 1 :]])

    def _show_at(self, at: int, parts: Sequence[Proposed]) -> None:
        self.show_parts(parts)
        if 0 <= at < len(self.rows):
            self.rows[at].take_focus()

    def _take_away(self) -> None:
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()  # not at once: one of its buttons may be asking for this
        self.rows = []


def _button(words: str, icon: str, run: Callable[[], object]) -> Button:
    made = Button(words, icon, "quiet")
    made.clicked.connect(lambda _: run())
    return made
