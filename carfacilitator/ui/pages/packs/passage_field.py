"""Words of the draft, written or pasted, and where they stand in it."""

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from carfacilitator.document.blocks import Anchor, Document
from carfacilitator.document.finding import passages
from carfacilitator.document.sections import places
from carfacilitator.ui import theme
from carfacilitator.ui.widgets import spoken
from carfacilitator.ui.widgets.field import Field
from carfacilitator.ui.widgets.words import SMALL, Words

_NOWHERE = "These words do not stand in this draft. Write them as they stand there, or paste them."


class Whereabouts:
    """Where words stand in a draft."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._places = places(document)

    def anchor(self, words: str) -> Anchor | None:
        """Return the first place of some words; None where they stand nowhere."""
        return next(iter(passages(self._document, words)), None)

    def said(self, words: str) -> str:
        """Return '4 What we did, paragraph 3', and of how many places it is the first."""
        found = passages(self._document, words)
        if not found:
            return _NOWHERE
        where = self._places[found[0].first].words or "Before the first heading"
        return where if len(found) == 1 else f"{where}; the first of {spoken.number(len(found))} places"


class PassageField(QWidget):
    """A line for words of the draft; below it stands where they are."""

    def __init__(self, label: str, example: str = "") -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._whereabouts: Whereabouts | None = None
        self.field = Field(label, example=example or "words as they stand in the draft")
        self.field.line.textChanged.connect(lambda _: self._look())
        self._where = Words("", SMALL, wraps=True)
        self._where.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.Space.TINY)
        column.addWidget(self.field)
        column.addWidget(self._where)
        self.setFocusProxy(self.field)

    def look_in(self, whereabouts: Whereabouts | None) -> None:
        """Look for the words in this draft."""
        self._whereabouts = whereabouts
        self._look()

    @property
    def anchor(self) -> Anchor | None:
        """Where the words stand; None where there are none, or they stand nowhere."""
        words = self.field.text.strip()
        return self._whereabouts.anchor(words) if self._whereabouts is not None and words else None

    @property
    def is_astray(self) -> bool:
        """Whether there are words that stand nowhere."""
        return bool(self.field.text.strip()) and self.anchor is None

    def _look(self) -> None:
        words = self.field.text.strip()
        self._where.setHidden(not words or self._whereabouts is None)
        if words and self._whereabouts is not None:
            self._where.set_style(SMALL.in_tone("bad") if self.is_astray else SMALL)
            self._where.setText(self._whereabouts.said(words))
