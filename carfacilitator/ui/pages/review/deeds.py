"""What is done to comments from the desk: each deed is kept at once and said with a way back."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from carfacilitator.document.blocks import Anchor
from carfacilitator.model.terms import Audience
from carfacilitator.services.reviews import CommentChanges, Remark
from carfacilitator.services.workspace import Services
from carfacilitator.ui.keeping import Keeping
from carfacilitator.ui.pages.review.asides import Asides
from carfacilitator.ui.pages.review.pauses import AtPause
from carfacilitator.ui.widgets.review_data import WrittenComment
from carfacilitator.ui.widgets.review_desk import ReviewDesk


class CommentDeeds(QObject):
    """Does to the comments of one draft what the desk asks for; `made` tells of a new comment."""

    made = Signal(str)

    def __init__(self, services: Services, keeping: Keeping, review: ReviewDesk) -> None:
        super().__init__(review)
        self._services = services
        self._keeping = keeping
        self._review = review
        self.draft_id: UUID | None = None
        self._comment_rests, self._reply_rests = AtPause(self), AtPause(self)
        heard = review.comments
        heard.writing.kept.connect(self._add)
        heard.writing.typed.connect(lambda written: self._comment_rests.later(partial(self._typed, written)))
        heard.writing.set_aside.connect(self._set_aside)
        heard.writing.amended.connect(self._amend)
        heard.audience_wanted.connect(self._show_to)
        heard.remark_wanted.connect(self._keep_remark)
        heard.remove_wanted.connect(self._remove)
        heard.replied.connect(self._reply)
        heard.reply_typed.connect(lambda id_, text: self._reply_rests.later(partial(self._reply_typed, id_, text)))
        heard.resolve_wanted.connect(self._resolve)
        heard.reopen_wanted.connect(self._reopen)
        heard.answered.connect(self._resolve)
        heard.confirmed.connect(self._confirm)
        heard.left_on_old.connect(self._leave_behind)
        heard.placed.connect(self._place)

    def asides(self) -> Asides | None:
        """Return what is being written on this draft."""
        return Asides(self._services.unsaved, self.draft_id) if self.draft_id else None

    def finish(self) -> None:
        """Keep at once what waits for a pause; called before one goes elsewhere."""
        self._comment_rests.now()
        self._reply_rests.now()

    def _add(self, written: WrittenComment) -> None:
        self._comment_rests.drop()
        if self.draft_id is None:
            return
        remark = Remark(text=written.text, kind_id=UUID(written.kind), audience=Audience(written.audience))
        draft, made = self.draft_id, list[UUID]()
        if not self._keeping.attempt(
            lambda: made.append(self._services.reviews.comment(draft, written.anchor, remark))
        ):
            self._review.comments.writing.resume(written)  # not a word of it is lost
            return
        self._forget(written)
        self.made.emit(str(made[0]))
        self._keeping.say_done("The comment was kept.")

    def _amend(self, comment: str, written: WrittenComment) -> None:
        changes = CommentChanges(text=written.text, kind_id=UUID(written.kind), audience=Audience(written.audience))
        self._do(lambda: self._services.reviews.amend(UUID(comment), **changes), "The comment was changed.")

    def _show_to(self, comment: str, audience: str) -> None:
        seen_by = Audience(audience)
        words = f"It is now seen by: {seen_by}."
        self._do(lambda: self._services.reviews.amend(UUID(comment), audience=seen_by), words)

    def _keep_remark(self, comment: str) -> None:
        card = next((card for card in self._review.comments.cards if card.id == comment), None)
        if card is not None:
            keep = partial(self._services.remarks.keep, UUID(card.kind.id), card.text)
            self._do(keep, f"It is offered whenever you write about {card.kind.name.lower()}.")

    def _remove(self, comment: str) -> None:
        self._do(lambda: self._services.reviews.remove(UUID(comment)), "The comment was removed.")

    def _typed(self, written: WrittenComment) -> None:
        asides = self.asides()
        if asides is not None:
            self._keeping.attempt(lambda: asides.keep(written))

    def _set_aside(self, written: WrittenComment) -> None:
        self._comment_rests.drop()
        self._typed(written)

    def _forget(self, written: WrittenComment) -> None:
        asides = self.asides()
        if asides is not None:
            asides.forget(written)

    def _reply(self, comment: str, text: str) -> None:
        self._reply_rests.drop()
        if self._keeping.attempt(lambda: self._services.reviews.reply(UUID(comment), text)):
            self._reply_typed(comment, "")
            self._keeping.say_done("The reply was kept.")

    def _reply_typed(self, comment: str, text: str) -> None:
        asides = self.asides()
        if asides is not None:
            self._keeping.attempt(lambda: asides.keep_reply(comment, text))

    def _resolve(self, comment: str) -> None:
        self._do(lambda: self._services.reviews.resolve(UUID(comment)), "The comment is resolved.")

    def _reopen(self, comment: str) -> None:
        self._do(lambda: self._services.reviews.reopen(UUID(comment)), "The comment is open again.")

    def _confirm(self, comment: str) -> None:
        draft = self.draft_id
        if draft is not None:
            self._do(lambda: self._services.reviews.confirm(UUID(comment), draft), "The comment stays at this place.")

    def _leave_behind(self, comment: str) -> None:
        draft = self.draft_id
        if draft is not None:
            words = "The comment stays with the older draft."
            self._do(lambda: self._services.reviews.leave_behind(UUID(comment), draft), words)

    def _place(self, comment: str, anchor: Anchor) -> None:
        draft = self.draft_id
        if draft is not None:
            self._do(lambda: self._services.reviews.place(UUID(comment), draft, anchor), "The comment has its place.")

    def _do(self, deed: Callable[[], object], words: str) -> None:
        if self._keeping.attempt(deed):
            self._keeping.say_done(words)
