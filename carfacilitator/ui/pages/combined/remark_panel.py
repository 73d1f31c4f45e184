"""One remark that came back, with all that is needed to answer it: who said it, about which words, and to whom."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from carfacilitator.document.blocks import Anchor
from carfacilitator.model.terms import Audience, Verdict
from carfacilitator.services.combined_reviews import CombinedReview
from carfacilitator.services.combined_rows import RemarkRow
from carfacilitator.services.days import today
from carfacilitator.services.passages import places
from carfacilitator.services.workspace import Services
from carfacilitator.ui import theme
from carfacilitator.ui.keeping import Keeping
from carfacilitator.ui.looks import audience_look, kind_look
from carfacilitator.ui.page import Desk, Found
from carfacilitator.ui.pages.combined import remark_texts as texts
from carfacilitator.ui.pages.combined.answer_card import AnswerCard
from carfacilitator.ui.pages.combined.kind_choice import KindChoice
from carfacilitator.ui.pages.combined.place_search import PlaceSearch
from carfacilitator.ui.pages.combined.remark_place import standing
from carfacilitator.ui.pages.combined.said_card import Said, SaidCard
from carfacilitator.ui.pages.combined.sent_card import SentCard
from carfacilitator.ui.widgets.button import Button

_OFFERED = (Audience.FACILITATOR, Audience.AUTHOR, Audience.GROUP)


class RemarkPanel(QWidget):
    """The remark in the middle, and with it those that say the same, which are answered together.

    `decided` tells that it was answered, so that the next one can come; `wants` goes to another page.
    """

    decided = Signal()
    wants = Signal(str, object)

    def __init__(self, services: Services, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("remark")
        self._services = services
        self._keeping = Keeping(services, desk.messages)
        self._review: CombinedReview | None = None
        self._group: tuple[RemarkRow, ...] = ()
        self._looks_for_place = False
        self.said = SaidCard([audience_look(audience) for audience in _OFFERED])
        self.sent = SentCard()
        self.elsewhere = Button("Other words", "link", "quiet")
        self.elsewhere.setToolTip("It is about other words of the draft.")
        self.sent.add_beside(self.elsewhere)
        self.search = PlaceSearch()
        self.kinds = KindChoice()
        self.answer = AnswerCard(services.unsaved)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.said)

    def show_remark(self, review: CombinedReview, row: RemarkRow) -> None:
        """Show a remark of a review; what is being written about the same one stays."""
        is_other = not self._group or self._group[0].id != row.id
        self._review, self._group = review, texts.group_of(review, row)
        self._looks_for_place = self._looks_for_place and not is_other
        day = today(self._services.clock)
        self.said.show_said([self._said(one) for one in self._group], texts.heard(review, self._group, day))
        self._show_place()
        self.kinds.offer([kind_look(kind) for kind in self._services.reviews.kinds()])
        self.kinds.show_kind(str(row.kind.id) if row.kind else "", str(row.likely.id) if row.likely else "")
        reader = " and ".join(dict.fromkeys(one.person for one in self._group))
        self.answer.show_answer(f"remark:{row.id}", row.answer, reader, texts.decided(row, day))

    def take_focus(self) -> None:
        """Put the focus on the remark, where the keys of the verdicts work."""
        self.said.setFocus(Qt.FocusReason.OtherFocusReason)

    def accept(self) -> None:
        """Accept it, with what is written as the answer."""
        self.answer.give(Verdict.ACCEPTED)

    def discuss(self) -> None:
        """Leave it to be discussed with the author."""
        self.answer.give(Verdict.DISCUSS)

    def make_comment(self) -> None:
        """Make a comment for the author of it."""
        self.answer.give(Verdict.COMMENT)

    def decline(self) -> None:
        """Ask for the words with which it is declined, or whether those that are written are the reason."""
        self.answer.ask_why()

    def choose_kind(self, index: int) -> bool:
        """Say of which kind it is, by the number of the kind counted from 0; tell whether there is such a kind."""
        return self.kinds.take(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give a verdict by its letter, or say the kind by its number; a field takes what is typed in it before."""
        letter = event.text().upper()
        give = self.answer.verdict_of(letter) if letter else None
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif give is not None:
            give()
        elif not (letter.isdecimal() and self.choose_kind(int(letter) - 1)):
            super().keyPressEvent(event)

    def _connect(self) -> None:
        self.said.audience_chosen.connect(self._show_to)
        self.kinds.chosen.connect(self._sort)
        self.answer.given.connect(self._give)
        self.sent.page_wanted.connect(self._see_page)
        self.elsewhere.clicked.connect(partial(self._look_for_place, look=True))
        self.search.closed.connect(partial(self._look_for_place, look=False))
        self.search.placed.connect(self._place)

    def _give(self, verdict: Verdict, words: str) -> None:
        if not self._group:
            return
        first, *others = self._group
        alike = [one.id for one in others]
        answer = partial(self._services.combined_reviews.answer, first.id, verdict, words, alike)
        if self._keeping.attempt(answer):
            self.answer.forget()
            people = [one.person for one in self._group]
            self._keeping.say_done(texts.done(verdict, people, told=bool(words)))
            self.decided.emit()

    def _sort(self, kind_id: str) -> None:
        if self._group:
            first, *others = self._group
            sort = self._services.combined_reviews.sort
            self._do(partial(sort, first.id, UUID(kind_id), [one.id for one in others]), "Its kind is noted.")

    def _show_to(self, remark_id: str, audience: str) -> None:
        seen_by = Audience(audience)
        show = partial(self._services.combined_reviews.show_to, UUID(remark_id), seen_by)
        private = seen_by is Audience.FACILITATOR
        self._do(show, "Only you see this remark now." if private else f"It is now seen by: {seen_by}.")

    def _place(self, anchor: Anchor) -> None:
        if self._group:
            self._looks_for_place = False
            place = partial(self._services.combined_reviews.place, self._group[0].id, anchor)
            self._do(place, "The remark has its place.")
            self.take_focus()

    def _do(self, deed: Callable[[], object], words: str) -> None:
        if self._keeping.attempt(deed):
            self._keeping.say_done(words)

    def _see_page(self) -> None:
        anchor = self._group[0].anchor if self._group else None
        if self._review is not None and anchor is not None:
            self.wants.emit("review", Found(self._review.draft_id, anchor.first))

    def _look_for_place(self, *, look: bool) -> None:
        self._looks_for_place = look
        self._show_place()
        (self.search.words if look else self.said).setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_place(self) -> None:
        review, row = self._review, self._group[0]
        there = standing(review, row) if review is not None else None
        self.sent.setVisible(there is not None)
        self.elsewhere.setVisible(not self._looks_for_place)
        self.search.setVisible(there is None or self._looks_for_place)
        if there is not None:
            self.sent.show_sent(there.sent, there.told, f"It stands in {there.sent.place}: {there.sent.text}")
            self.sent.words.show_runs(there.runs, there.passage)
        if review is not None:
            find = partial(places, review.document)
            self.search.begin(str(row.id), row.quote, find, has_place=there is not None)

    def _said(self, row: RemarkRow) -> Said:
        review = self._review
        day = today(self._services.clock)
        return Said(
            id=str(row.id),
            person=row.person,
            role=texts.role_of(review, row) if review else "",
            came=texts.came(review, row, day) if review else "",
            icon=texts.icon_of(row),
            text=row.text,
            answers=texts.answers(row),
            guessed=row.inferred,
            audience=audience_look(row.audience),
        )

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.Space.SMALL)
        for part in (self.said, self.sent, self.search, self.kinds, self.answer):
            column.addWidget(part)
