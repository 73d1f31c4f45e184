"""What is asked and proposed of the text itself: questions, and other words for some of it, row by row."""

from abc import abstractmethod
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from carfacilitator.document.blocks import Anchor
from carfacilitator.ui import theme
from carfacilitator.ui.pages.packs.passage_field import PassageField, Whereabouts
from carfacilitator.ui.pages.packs.written import Pair
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.field import Field
from carfacilitator.ui.widgets.tab_order import tab_through
from carfacilitator.ui.widgets.words import LABEL, Words


class PairRow(QWidget):
    """Two texts that belong together; `entered` on Enter in the last of them that is seen."""

    changed = Signal()
    entered = Signal()
    removed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    @property
    @abstractmethod
    def pair(self) -> Pair:
        """What is written."""

    @abstractmethod
    def set_pair(self, pair: Pair) -> None:
        """Show two texts."""

    @abstractmethod
    def look_in(self, whereabouts: Whereabouts | None) -> None:
        """Look for words in this draft."""

    @property
    @abstractmethod
    def anchor(self) -> Anchor | None:
        """Where in the draft it belongs."""

    @property
    @abstractmethod
    def is_astray(self) -> bool:
        """Whether it speaks of words that stand nowhere."""

    def listen_to(self, *fields: Field) -> None:
        """Tell when one of these changes, or Enter is pressed in it."""
        for field in fields:
            field.typed.connect(lambda _: self.changed.emit())
            field.finished.connect(lambda _: self.changed.emit())
            field.line.returnPressed.connect(self.entered)


class QuestionRow(PairRow):
    """A question of the facilitator's: about the draft as a whole, or about words of it."""

    def __init__(self) -> None:
        super().__init__()
        self.question = Field("Question", example="A question, then Enter for another")
        self.question.hide_label()
        self.about = PassageField("is about these words")
        self.about.hide()
        self.narrow = Button("Ask about words of the draft", "comment", "icon")
        self.narrow.clicked.connect(self._narrow)
        remove = Button("Take this question away", "close", "icon")
        remove.clicked.connect(self.removed)
        head = QHBoxLayout()
        head.setSpacing(theme.Space.TINY)
        head.addWidget(self.question, 1)
        head.addWidget(self.narrow, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.Space.TINY)
        column.addLayout(head)
        column.addWidget(self.about)
        self.listen_to(self.question, self.about.field)
        self.setFocusProxy(self.question)

    @property
    def pair(self) -> Pair:
        """The question, and the words that it is about."""
        return self.question.text.strip(), self.about.field.text.strip()

    def set_pair(self, pair: Pair) -> None:
        """Show a question."""
        self.question.set_text(pair[0])
        self.question.line.home(False)  # noqa: FBT003  Qt takes it by place; a line that is too short shows how it begins
        self.about.field.set_text(pair[1])
        self.about.setHidden(not pair[1])

    def look_in(self, whereabouts: Whereabouts | None) -> None:
        """Look for its words in this draft."""
        self.about.look_in(whereabouts)

    @property
    def anchor(self) -> Anchor | None:
        """Where in the draft it is asked; None for the whole."""
        return self.about.anchor

    @property
    def is_astray(self) -> bool:
        """Whether it is about words that stand nowhere."""
        return self.about.is_astray

    def _narrow(self) -> None:
        """Ask about words, or about the whole again."""
        if self.about.isHidden():
            self.about.show()
            self.about.setFocus()
            return
        self.about.field.set_text("")
        self.about.hide()
        self.question.setFocus()
        self.changed.emit()


class ProposalRow(PairRow):
    """Words of the draft, and what the facilitator proposes in their place."""

    def __init__(self) -> None:
        super().__init__()
        self.words = PassageField("These words")
        self.instead = Field("become", example="leave empty to cut them")
        remove = Button("Take this proposal away", "close", "icon")
        remove.clicked.connect(self.removed)
        self.words.field.add_beside(remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.Space.TINY)
        column.addWidget(self.words)
        column.addWidget(self.instead)
        self.listen_to(self.words.field, self.instead)
        self.setFocusProxy(self.words)

    @property
    def pair(self) -> Pair:
        """The words, and what they should be."""
        return self.words.field.text.strip(), self.instead.text.strip()

    def set_pair(self, pair: Pair) -> None:
        """Show a proposal."""
        self.words.field.set_text(pair[0])
        self.instead.set_text(pair[1])

    def look_in(self, whereabouts: Whereabouts | None) -> None:
        """Look for its words in this draft."""
        self.words.look_in(whereabouts)

    @property
    def anchor(self) -> Anchor | None:
        """Where in the draft the words stand."""
        return self.words.anchor

    @property
    def is_astray(self) -> bool:
        """Whether the words stand nowhere."""
        return self.words.is_astray


class Pairs(QWidget):
    """Rows of one kind, to which Enter adds another; `least` of them are always there."""

    changed = Signal()

    def __init__(self, label: str, kind: type[PairRow], more: str, least: int = 1) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setAccessibleName(label)
        self._kind, self._least = kind, least
        self._whereabouts: Whereabouts | None = None
        self.rows: list[PairRow] = []
        self._label = Words(label, LABEL)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.Space.SMALL)
        self.more = Button(more, "plus", "quiet")
        self.more.clicked.connect(lambda: self.add_after(None))
        self._column.addWidget(self._label)
        self.set_pairs([])  # before the button is here, so that Tab comes to the rows first
        self._column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)

    @property
    def pairs(self) -> list[Pair]:
        """What is written, without rows that are empty."""
        return [row.pair for row in self.rows if row.pair[0]]

    @property
    def written(self) -> list[PairRow]:
        """The rows that are not empty."""
        return [row for row in self.rows if row.pair[0]]

    @property
    def is_astray(self) -> bool:
        """Whether one of them speaks of words that stand nowhere."""
        return any(row.is_astray for row in self.written)

    def set_pairs(self, pairs: Sequence[Pair]) -> None:
        """Show these in place of those before, without a signal."""
        for row in list(self.rows):
            self._drop(row)
        for pair in pairs or [("", "")] * self._least:
            self._make(len(self.rows)).set_pair(pair)
        self._label.setHidden(not self.rows)

    def look_in(self, whereabouts: Whereabouts | None) -> None:
        """Look for words in this draft."""
        self._whereabouts = whereabouts
        for row in self.rows:
            row.look_in(whereabouts)

    def add_after(self, row: PairRow | None) -> None:
        """Begin another one after `row`, or at the end; one that is empty already is gone to instead."""
        empty = next((one for one in self.rows if not one.pair[0]), None)
        place = self.rows.index(row) + 1 if row is not None else len(self.rows)
        (empty or self._make(place)).setFocus()
        self._label.show()

    def _make(self, place: int) -> PairRow:
        row = self._kind()
        row.look_in(self._whereabouts)
        row.changed.connect(self.changed)
        row.entered.connect(lambda: self._enter(row))
        row.removed.connect(lambda: self._take_away(row))
        self.rows.insert(place, row)
        self._column.insertWidget(place + 1, row)
        tab_through((*self.rows, self.more)[place + 1], [row])
        return row

    def _enter(self, row: PairRow) -> None:
        if row.pair[0]:
            self.add_after(row)

    def _take_away(self, row: PairRow) -> None:
        self._drop(row)
        if len(self.rows) < self._least:
            self._make(0)
        self._label.setHidden(not self.rows)
        (self.rows[-1] if self.rows else self.more).setFocus()
        self.changed.emit()

    def _drop(self, row: PairRow) -> None:
        self.rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()
