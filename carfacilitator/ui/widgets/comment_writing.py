"""Comments being written on the desk: a new one, one that was set aside, or one that is put into other words."""

from PySide6.QtCore import QObject, Signal

from carfacilitator.ui.widgets.comment_composer import CommentComposer
from carfacilitator.ui.widgets.comparison_view import ComparisonView
from carfacilitator.ui.widgets.review_data import CommentCard, WrittenComment


class CommentWriting(QObject):
    """The composer and what is written in it. Nothing is lost: what is not kept is set aside or remembered."""

    kept = Signal(object)  # a WrittenComment
    typed = Signal(object)
    set_aside = Signal(object)
    amended = Signal(str, object)  # a comment's id, and what it shall be now
    began = Signal()
    ended = Signal()

    def __init__(self, view: ComparisonView, composer: CommentComposer, parent: QObject) -> None:
        super().__init__(parent)
        self._view, self._composer = view, composer
        self.aside: list[WrittenComment] = []
        self._audience = ""
        self._amending = ""
        self._unkept: dict[str, WrittenComment] = {}  # other words that were begun for a comment
        composer.typed.connect(self._typed)
        composer.kept.connect(self._kept)
        composer.set_aside.connect(self._aside)

    def prefer_audience(self, identity: str) -> None:
        """Offer this audience first for a new comment."""
        self._audience = identity

    def start(self) -> None:
        """Write a comment on the chosen words; where none are chosen, on the paragraph that the caret is in."""
        chosen = self._view.commented()
        if chosen is not None:
            self.resume(WrittenComment(chosen, "", "", self._audience))

    def resume(self, written: WrittenComment) -> None:
        """Go on with a comment that was set aside."""
        self.aside = [one for one in self.aside if one != written]
        self._begin(written, "")

    def amend(self, card: CommentCard) -> None:
        """Put a comment into other words, give it another kind or another audience."""
        if card.anchor is None or card.from_file:
            return
        audience = card.audience.id if card.audience else ""
        now = WrittenComment(card.anchor, card.kind.id, card.text, audience)
        self._begin(self._unkept.pop(card.id, now), card.id)

    def _begin(self, written: WrittenComment, amending: str) -> None:
        self._amending = amending
        self._view.choose(written.anchor)
        self.began.emit()
        heading = "Change the comment" if amending else "New comment"
        self._composer.begin(written, self._view.cursor_on_sheet.words(), heading)

    def _typed(self, written: WrittenComment) -> None:
        if not self._amending:
            self.typed.emit(written)

    def _kept(self, written: WrittenComment) -> None:
        amending, self._amending = self._amending, ""
        self.ended.emit()
        if amending:
            self.amended.emit(amending, written)
        else:
            self._audience = written.audience
            self.kept.emit(written)

    def _aside(self, written: WrittenComment) -> None:
        if self._amending:
            self._unkept[self._amending] = written
            self._amending = ""
            self.ended.emit()
            return
        if written.text:
            self.aside.append(written)
        self.ended.emit()
        self.set_aside.emit(written)
