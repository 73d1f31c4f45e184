"""What of the answers is in nobody's list: edits of words that the draft no longer has, and what could not be read."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from carfacilitator.document.blocks import Finding
from carfacilitator.document.lost_edits import LostEdit
from carfacilitator.services.combined_reviews import CombinedReview
from carfacilitator.ui import theme
from carfacilitator.ui.pages.combined.reading import compared
from carfacilitator.ui.widgets import spoken
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.marked_text import MarkedText
from carfacilitator.ui.widgets.sign import Sign
from carfacilitator.ui.widgets.words import MUTED, PLAIN, SMALL, STRONG, Words

NOTHING_UNREAD = "What could not be read: nothing."
_WHY = (
    "The author has changed these words since. Nothing is dropped: look whether it still matters, and if so "
    "write it to the author."
)


class ReportCard(QFrame):
    """One line that says that nothing was lost, or what was; the edits unfold below it."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self.setProperty("panel", "report")
        self.setObjectName("report")
        self.setAccessibleName("What is in no list")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.tells = False  # whether there is anything to say
        self._told: tuple[object, ...] = ()
        self._sign = Sign("check", "good", 18)
        self.words = Words("", PLAIN, wraps=True)
        self._edits = QWidget()
        self.look = Button("Show them", "down", "quiet")
        self.look.clicked.connect(lambda _: self.unfold(unfolded=self._edits.isHidden()))
        self._list = QVBoxLayout(self._edits)
        self._list.setContentsMargins(theme.Space.WIDE, 0, 0, theme.Space.SMALL)
        self._list.setSpacing(theme.Space.SMALL)
        row = QHBoxLayout()
        row.setSpacing(theme.Space.SMALL)
        row.addWidget(self._sign)
        row.addWidget(self.words, 1)
        row.addWidget(self.look)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.Space.MEDIUM, theme.Space.TINY, theme.Space.SMALL, theme.Space.TINY)
        column.setSpacing(theme.Space.SMALL)
        column.addLayout(row)
        column.addWidget(self._edits)
        self.hide()

    def show_review(self, review: CombinedReview) -> None:
        """Show what is in no list of a review; hidden where no file came back and nothing is lost."""
        told = (review.draft_id, review.lost, review.unread)
        self.tells = bool(review.lost) or any(voice.how == "file" for voice in review.voices)
        self.setVisible(self.tells)
        if told == self._told:
            return
        self._told = told
        self.words.setText(said(review))
        self.look.setHidden(not review.lost and not review.unread)
        grave = bool(review.lost)
        self._sign.set_sign("lost" if grave else "info" if review.unread else "check", "warn" if grave else "good")
        self._fill(review.lost, review.unread)
        self.unfold(unfolded=False)

    def unfold(self, *, unfolded: bool) -> None:
        """Show the edits below, or fold them away."""
        self._edits.setVisible(unfolded)
        self.look.say("Fold them" if unfolded else "Show them")
        self.look.set_icon("up" if unfolded else "down")

    def _fill(self, lost: Sequence[tuple[str, LostEdit]], unread: Sequence[tuple[str, Finding]]) -> None:
        while (item := self._list.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        if lost:
            self._list.addWidget(Words(_WHY, MUTED, wraps=True))
        for person, edit in lost:
            self._list.addWidget(_edit(person, edit))
        for name, finding in unread:
            self._list.addWidget(Words(f"{name}: {finding.sentence}", SMALL, wraps=True))


def said(review: CombinedReview) -> str:
    """Return in a sentence or two what is in no list."""
    count = len(review.lost)
    edits = spoken.counted(count, "edit")
    lost = f"{edits[0].upper()}{edits[1:]} found no place in this draft. " if count else ""
    unread = len(review.unread)
    return lost + (f"Not everything could be read: {spoken.counted(unread, 'thing')}." if unread else NOTHING_UNREAD)


def _edit(person: str, edit: LostEdit) -> QWidget:
    part = QWidget()
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme.Space.TINY)
    head = QHBoxLayout()
    head.setSpacing(theme.Space.SMALL)
    head.addWidget(Words(person, STRONG))
    head.addWidget(Words("not tracked" if edit.silent else "tracked", SMALL), 1, Qt.AlignmentFlag.AlignBottom)
    column.addLayout(head)
    text = MarkedText(theme.BODY)
    text.show_runs(compared(edit.before, edit.after))
    column.addWidget(text)
    return part
