"""What happened on the way to an answer, and a line to note what else did: a call, a meeting of three, a letter."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from carfacilitator.model.terms import SanctionEntryKind
from carfacilitator.services.sanction_rows import EntryRow, SanctionRow
from carfacilitator.ui import theme
from carfacilitator.ui.pages.sanctions import texts
from carfacilitator.ui.widgets import spoken
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.field import ChoiceField, TextField
from carfacilitator.ui.widgets.flow import Flow
from carfacilitator.ui.widgets.keyed_column import KeyedColumn
from carfacilitator.ui.widgets.sign import Sign
from carfacilitator.ui.widgets.when_fields import DayField
from carfacilitator.ui.widgets.words import PLAIN, SECTION, SMALL, Words

_KINDS = (
    (SanctionEntryKind.RANG, "A call"),
    (SanctionEntryKind.MET, "A meeting"),
    (SanctionEntryKind.CHASED, "A letter or message"),
    (SanctionEntryKind.NOTED, "Something else"),
)
_OURS = frozenset({SanctionEntryKind.ASKED, SanctionEntryKind.ANSWERED, SanctionEntryKind.STANDS})


class HappenedPart(QWidget):
    """`noted` carries a kind, the words and the day; `gone` an EntryRow that is to be taken away."""

    noted = Signal(object, str, object)
    gone = Signal(object)

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._today = today
        self._shown = ""
        self.lines = KeyedColumn[EntryRow](lambda one: one.id, self._make, gap=theme.Space.SMALL)
        self.more = Button("Note what happened", "plus", "quiet")
        self.kind = ChoiceField("What it was", [(kind.value, words) for kind, words in _KINDS])
        self.words = TextField("What happened", "The author may read this.", "Rang: reads it to her committee.", (2, 6))
        self.day = DayField("On which day", today)
        self.keep = Button("Keep it", "check", "primary")
        self._inside = (self.kind, self.words, self.day, self.keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.Space.SMALL)
        column.addWidget(Words("What happened", SECTION))
        for part in (self.lines, Flow(self.more), self.kind, self.words, self.day, Flow(self.keep)):
            column.addWidget(part)
        self.more.clicked.connect(self.unfold)
        self.keep.clicked.connect(self._keep)

    def show_row(self, row: SanctionRow) -> None:
        """Show what happened with somebody."""
        if self._shown != str(row.id):
            self.fold()
        self._shown = str(row.id)
        self.lines.set_things(row.entries)

    def unfold(self) -> None:
        """Ask what happened."""
        for part in self._inside:
            part.show()
        self.more.hide()
        self.kind.setFocus(Qt.FocusReason.OtherFocusReason)

    def fold(self) -> None:
        """Ask no more."""
        self.kind.set_value(SanctionEntryKind.RANG)
        self.words.set_text("")
        self.words.say_wrong("")
        self.day.set_value(self._today())
        for part in self._inside:
            part.hide()
        self.more.show()

    def _make(self) -> "EntryLine":
        line = EntryLine(self._today)
        line.gone.connect(self.gone)
        return line

    def _keep(self) -> None:
        if not self.words.text.strip():
            self.words.say_wrong("Say what happened.")
            self.words.area.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.noted.emit(SanctionEntryKind(self.kind.value), self.words.text, self.day.value)


class EntryLine(QWidget):
    """A sign, what happened, and the day; what was noted by hand can be taken away."""

    gone = Signal(object)

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._today = today
        self._entry: EntryRow | None = None
        self._sign, self._words, self._day = Sign("sent"), Words("", PLAIN, wraps=True), Words("", SMALL)
        self.drop = Button("Remove", "remove", "icon")
        self.drop.clicked.connect(lambda: self.gone.emit(self._entry))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.Space.SMALL)
        for part, share in ((self._sign, 0), (self._words, 1), (self._day, 0), (self.drop, 0)):
            row.addWidget(part, share, Qt.AlignmentFlag.AlignTop if part is not self._words else Qt.AlignmentFlag(0))

    def fill(self, entry: EntryRow) -> None:
        """Show something that happened."""
        self._entry = entry
        day = spoken.short_day(entry.day, self._today())
        self._sign.set_sign(texts.ICONS[entry.kind], "muted")
        self._words.setText(entry.words)
        self._day.setText(day)
        self.drop.say(f"Remove “{entry.words}”")
        self.drop.setHidden(entry.kind in _OURS)
        self.setAccessibleName(f"{day}: {entry.words}")
