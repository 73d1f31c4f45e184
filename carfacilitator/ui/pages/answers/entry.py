"""One row of an answer: what somebody said, what was done, where it stands now, and why, which is written here."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from carfacilitator.services.answers import AnswerRow
from carfacilitator.ui import theme
from carfacilitator.ui.keeping import Keeping, Kept
from carfacilitator.ui.pages.answers.texts import about_words, read_by
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.card import Rule
from carfacilitator.ui.widgets.columns import Columns
from carfacilitator.ui.widgets.fact import Fact
from carfacilitator.ui.widgets.flow import Flow
from carfacilitator.ui.widgets.marked_text import MarkedText
from carfacilitator.ui.widgets.sheet_runs import Mark, Run
from carfacilitator.ui.widgets.sign import Sign
from carfacilitator.ui.widgets.words import CAPTION, MUTED, QUOTE, SMALL, STRONG, Words

HEADS = ("What was done, and where", "Why: they will read this")
SHARES, LEAST = (5, 3, 4), 190

Tell = Callable[[AnswerRow, str], object]


def columns(*stacks: tuple[QWidget, ...]) -> Columns:
    """Return columns that turn at the same width as all others of an answer."""
    made = Columns(*SHARES, least=LEAST)
    for number, stack in enumerate(stacks):
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.Space.TINY)
        for widget in stack:
            column.addWidget(widget)
        made.add(number, whole)
    made.end()
    return made


class AnswerEntry(QWidget):
    """A row; `tell` keeps what its sender is told. One that is not decided yet has a button instead."""

    decide_wanted = Signal(object)  # the AnswerRow

    def __init__(self, keeping: Keeping, tell: Tell) -> None:
        super().__init__()
        self._tell = tell
        self._row: AnswerRow | None = None
        self._changed = MarkedText(theme.BODY)
        self._said, self._about = Words("", QUOTE, wraps=True), Words("", MUTED, wraps=True)
        self._done, self._where = Words("", STRONG, wraps=True), Words("", MUTED, wraps=True)
        self._waits = Sign("clock", "warn")
        fact = Fact("Why", "Nothing more is said", paragraphs=True)
        fact.hide_label()
        self._area = fact.area
        self.why = Kept(fact, keeping)
        self._read_by = Words("", SMALL, wraps=True)
        self.decide = Button("Decide", "right")
        self.decide.clicked.connect(lambda _: self.decide_wanted.emit(self._row))
        self._lay_out()

    def fill(self, row: AnswerRow) -> None:
        """Show what became of one thing."""
        self._row = row
        waits = row.verdict is None
        marked = row.remark_id is None and not row.moved
        self._said.setText(row.said)
        self._said.setHidden(marked)
        self._changed.setHidden(not marked)
        self._changed.show_runs(_runs(row) if marked else ())
        self._about.setText("" if marked else about_words(row))
        self._about.setHidden(not self._about.text())
        self._done.setText(row.done)
        self._done.set_style(STRONG.in_tone("warn") if waits else STRONG)
        self._where.setText(row.where)
        self._waits.setHidden(not waits)
        self.decide.setHidden(not waits)
        self._read_by.setText(read_by(row))
        self._read_by.setHidden(waits or not self._read_by.text())
        self.decide.setAccessibleName(f"Decide about: {row.said}")
        self.why.field.setHidden(waits)
        self._area.setAccessibleName(f"Why, for: {row.said}")
        self.why.show(f"answer:{row.remark_id or row.key}", row.why, lambda text: self._tell(row, text))
        self.setAccessibleName(f"{row.said}. {about_words(row)}. {row.done}. {row.where}")

    def _lay_out(self) -> None:
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        done = QWidget()
        beside = QHBoxLayout(done)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(theme.Space.TINY)
        beside.addWidget(self._waits)
        beside.addWidget(self._done, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.Space.SMALL, 0, 0)
        column.setSpacing(theme.Space.MEDIUM)
        column.addWidget(Rule())
        column.addWidget(
            columns(
                (self._said, self._changed, self._about),
                (done, self._where),
                (self.why.field, self._read_by, Flow(self.decide)),
            )
        )


def _runs(row: AnswerRow) -> tuple[Run, ...]:
    before, cut, put, after = row.parts
    runs = Run(before), Run(cut, mark=Mark.CUT), Run(put, mark=Mark.NEW), Run(after)
    return tuple(run for run in runs if run.text)


class Heads(QWidget):
    """What stands in the columns, said once above them; gone where they stand below one another."""

    def __init__(self, first: str) -> None:
        super().__init__()
        self._columns = columns(*((Words(head, CAPTION, wraps=True),) for head in (first, *HEADS)))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._columns)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give way where the columns of the rows stand below one another."""
        super().resizeEvent(event)
        needed = len(SHARES) * theme.px(LEAST) + (len(SHARES) - 1) * theme.Space.LARGE
        self._columns.setHidden(event.size().width() < needed)
