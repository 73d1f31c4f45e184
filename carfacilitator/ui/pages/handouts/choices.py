"""What can be chosen about a sheet, and what is good to know before it is printed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from carfacilitator.services.handouts import PrintSize
from carfacilitator.services.workspace import Services
from carfacilitator.ui import theme
from carfacilitator.ui.pages.handouts.overview import LARGE_PRINT, Overview
from carfacilitator.ui.widgets import spoken
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.card import Card, Rule
from carfacilitator.ui.widgets.flow import Flow
from carfacilitator.ui.widgets.segments import Segments
from carfacilitator.ui.widgets.sign import Sign
from carfacilitator.ui.widgets.words import FIGURE, LABEL, MUTED, SMALL, STRONG, Words

_SIZES = ((PrintSize.STANDARD.value, "Standard"), (PrintSize.LARGE.value, "Large print"))
_MOST_NAMED = 4
_NO_PLAN = "Nothing is planned for this meeting yet, so the sheet has no agenda."


class Choices(Card):
    """The size of the print, who needs it large, what is left out, and how many pages it makes."""

    size_chosen = Signal()

    def __init__(self, services: Services, change: Button) -> None:
        kind = services.handouts.kinds()[0]
        super().__init__(kind.title)
        self.sizes = Segments("Print", _SIZES)
        self.sizes.chosen.connect(lambda _: self.size_chosen.emit())
        self.no_plan = Said("alert", "warn")
        self.large = Said(LARGE_PRINT, "lead")
        self.private = Said("lock", "muted")
        self._figure, self._pages, self._copies = Words("", FIGURE), Words("", STRONG), Words("", SMALL)
        self.add(Words(kind.about, MUTED, wraps=True))
        self.add(Words("Print", LABEL))
        self.add(Flow(self.sizes))
        for said in (self.no_plan, self.large, self.private):
            self.add(said)
        self.add(Flow(change))
        self.add(Rule())
        self.add(self._foot())

    @property
    def print_size(self) -> PrintSize:
        """How large the print shall be."""
        return PrintSize(self.sizes.value)

    def fill(self, shown: Overview, /) -> None:
        """Say what is good to know about the sheet of a meeting."""
        self.no_plan.say("" if shown.meeting.agenda else _NO_PLAN)
        names = _listed(shown.needing_large)
        self.large.say(f"{names} {'needs' if len(shown.needing_large) == 1 else 'need'} large print." if names else "")
        self.private.say(_left_out(shown.left_out))
        self._copies.setText(_who_may_come(shown.expected))
        self._copies.setHidden(not shown.expected)

    def count(self, pages: int) -> None:
        """Say how many pages the sheet has."""
        self._figure.setText(str(pages) if pages else "–")
        self._pages.setText("page, A4" if pages == 1 else "pages, A4")

    def _foot(self) -> QWidget:
        holder = QWidget()
        holder.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        lines = QVBoxLayout()
        lines.setSpacing(2)
        lines.addWidget(self._pages)
        lines.addWidget(self._copies)
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.Space.MEDIUM)
        row.addWidget(self._figure)
        row.addLayout(lines, 1)
        return holder


class Said(QWidget):
    """A sign and a sentence; not there while it has nothing to say."""

    def __init__(self, icon: str, tone: str) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._words = Words("", MUTED, wraps=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.Space.SMALL)
        row.addWidget(Sign(icon, tone))
        row.addWidget(self._words, 1)
        self.hide()

    def say(self, words: str) -> None:
        """Say this, or nothing."""
        self._words.setText(words)
        self.setHidden(not words)

    @property
    def words(self) -> str:
        """What it says."""
        return self._words.text()


def _listed(names: tuple[str, ...]) -> str:
    """Return 'Jean Lockhart and Tom Baird', and no more than a few names."""
    if len(names) > _MOST_NAMED:
        others = len(names) - _MOST_NAMED + 1
        names = (*names[: _MOST_NAMED - 1], f"{spoken.number(others)} others")
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1]))) if names else ""


def _who_may_come(expected: int) -> str:
    count = spoken.counted(expected, "person", "people")
    return f"{count[0].upper()}{count[1:]} may come"


def _left_out(count: int) -> str:
    if not count:
        return ""
    verb = "is" if count == 1 else "are"
    notes = spoken.counted(count, "private note")
    return f"{notes[0].upper()}{notes[1:]} of yours {verb} left out of it."
