"""What changed since somebody said yes, each word in its sentence, and whether they need to agree again."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from carfacilitator.document.changed_sentences import ChangedSentence
from carfacilitator.services.sanction_rows import SanctionRow
from carfacilitator.ui import theme
from carfacilitator.ui.pages.sanctions import texts
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.field import TextField
from carfacilitator.ui.widgets.flow import Flow
from carfacilitator.ui.widgets.keyed_column import KeyedColumn
from carfacilitator.ui.widgets.marked_text import MarkedText
from carfacilitator.ui.widgets.sign import Sign
from carfacilitator.ui.widgets.words import CAPTION, MUTED, SECTION, STRONG, Words

_QUESTION = "Do they need to agree again?"
_ABOUT = (
    "Their yes was to other words. If only a mistake was put right it may stand; if the meaning changed, ask again."
)
_MOST = 12  # sentences that are shown until all are asked for

_Numbered = tuple[int, ChangedSentence]


class ChangedPart(QWidget):
    """`stands` carries the reason why a yes holds all the same; `again` asks them once more."""

    stands = Signal(str)
    again = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._row: SanctionRow | None = None
        self._all_of = False
        self._count = Words("", STRONG.in_tone("inserted"))
        self._sentences = KeyedColumn[_Numbered](lambda one: one[0], _Sentence, gap=theme.Space.SMALL)
        self._more = Button("", "down", "quiet")
        self._stood = Words("", MUTED, wraps=True)
        self._question, self._about = Words(_QUESTION, SECTION, wraps=True), Words(_ABOUT, MUTED, wraps=True)
        self.no, self.ask = Button("No, it stands…", "check"), Button("Ask again", "sent")
        self.reason = TextField("Why it stands", "Your reason is kept beside it.", "A spelling mistake was put right.")
        self.keep = Button("Keep this reason", "check", "primary")
        self._lay_out()
        self._connect()

    def show_row(self, row: SanctionRow) -> None:
        """Show what changed since this yes; nothing where nothing did."""
        if self._row is None or self._row.id != row.id:
            self._fold()
            self._all_of = False
        self._row = row
        self.setHidden(not row.is_yes or not row.sentences)
        if self.isHidden():
            return
        self._count.setText(texts.changed(row))
        self._show_sentences()
        self._stood.setText(f"It stands all the same: {row.stands_reason}")
        self._stood.setHidden(not row.stands)
        for part in (self._question, self._about, self.no):
            part.setHidden(row.stands)
        if row.stands:
            self._fold()

    def _show_sentences(self) -> None:
        sentences = self._row.sentences if self._row else ()
        shown = sentences if self._all_of else sentences[:_MOST]
        self._sentences.set_things(list(enumerate(shown)))
        self._more.say(f"Show all {len(sentences)}")
        self._more.setHidden(len(shown) == len(sentences))

    def _show_all(self) -> None:
        self._all_of = True
        self._show_sentences()

    def _unfold(self) -> None:
        for part in (self.reason, self.keep):
            part.show()
        self.reason.area.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fold(self) -> None:
        self.reason.set_text("")
        self.reason.say_wrong("")
        for part in (self.reason, self.keep):
            part.hide()

    def _give(self) -> None:
        if not self.reason.text.strip():
            self.reason.say_wrong("Write down why they need not be asked again.")
            self.reason.area.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.stands.emit(self.reason.text)

    def _connect(self) -> None:
        self._more.clicked.connect(self._show_all)
        self.no.clicked.connect(self._unfold)
        self.ask.clicked.connect(self.again)
        self.keep.clicked.connect(self._give)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(theme.Space.SMALL)
        head.addWidget(Sign("note", "inserted"))
        head.addWidget(self._count, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.Space.SMALL)
        column.addLayout(head)
        parts: tuple[QWidget, ...] = (self._sentences, self._more, self._stood, self._question, self._about)
        for part in (*parts, Flow(self.no, self.ask), self.reason, Flow(self.keep)):
            column.addWidget(part)


class _Sentence(QFrame):
    """Where it stands, and the words with their marks, on paper."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "private")
        self._where, self._text = Words("", CAPTION, wraps=True), MarkedText()
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.Space.MEDIUM] * 4)
        column.setSpacing(theme.Space.TINY)
        column.addWidget(self._where)
        column.addWidget(self._text)

    def fill(self, told: _Numbered) -> None:
        """Show a sentence."""
        self._where.setText(told[1].where)
        self._where.setHidden(not told[1].where)
        self._text.show_runs(texts.runs(told[1].pieces))
