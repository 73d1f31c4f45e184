"""Where the decisions become the next draft: what will be in it, how it is written, and the making of it."""

from dataclasses import dataclass
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from carfacilitator.errors import KnownError
from carfacilitator.services.arrivals import Received
from carfacilitator.services.combined_reviews import CombinedReview
from carfacilitator.services.workspace import Services
from carfacilitator.ui import theme
from carfacilitator.ui.jobs import Job
from carfacilitator.ui.keeping import Keeping
from carfacilitator.ui.page import Desk
from carfacilitator.ui.pages.combined import result_texts as texts
from carfacilitator.ui.pages.combined.result_changes import Changed, changed
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.card import Card
from carfacilitator.ui.widgets.flow import Flow
from carfacilitator.ui.widgets.marked_text import MarkedText
from carfacilitator.ui.widgets.segments import Segments
from carfacilitator.ui.widgets.words import CAPTION, LABEL, MUTED, PLAIN, SMALL, Words

_TRACKED, _DONE = "tracked", "done"
_MEASURE = 860  # pixels at 100 per cent: lines that the eye finds back from
_WAYS = ((_TRACKED, "As tracked changes"), (_DONE, "Done in the text"))


@dataclass(frozen=True)
class _Seen:
    """What a preview found: what was decided, and what will read otherwise."""

    review: CombinedReview
    changed: Changed


class Writing(QWidget):
    """The panel from which a new draft is made. `closed` leaves it; `wants` goes to another page, as a Page's does."""

    wants = Signal(str, object)
    closed = Signal()

    def __init__(self, services: Services, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("writing")
        self._services = services
        self._desk = desk
        self._keeping = Keeping(services, desk.messages)
        self._draft_id: UUID | None = None
        self._job: Job | None = None
        self.card = Card("Write the next draft")
        self.sums, self.left = Words("", PLAIN, wraps=True), Words("", MUTED, wraps=True)
        self.older = Words("", PLAIN.in_tone("warn"), wraps=True)
        self.ways, self.way_told = Segments("How the edits are written", _WAYS), Words("", SMALL, wraps=True)
        self.make = Button("Write the draft", "file", "primary")
        self.back = Button("Back to deciding", "back", "quiet")
        self.preview = Card("What will read otherwise")
        self._changes = QWidget()
        self._list = QVBoxLayout(self._changes)
        self._lay_out()
        self.ways.chosen.connect(lambda _: self._look())
        self.make.clicked.connect(self._make)
        self.back.clicked.connect(self._close)
        self.setFocusProxy(self.make)

    def begin(self, draft_id: UUID) -> None:
        """Show what the next draft would be, made of what was decided about this one; the panel is seen from now on."""
        self._draft_id = draft_id
        draft = self._services.drafts.open(draft_id)
        newest = self._services.drafts.timeline(draft.case_study_id)[-1].number
        number = newest + 1
        self.older.setText(texts.older(draft.number, newest))
        self.older.setHidden(not self.older.text())
        self.card.set_title(f"Write draft {number}")
        self.make.say(f"Write draft {number}")
        self.show()
        self.ways.setFocus(Qt.FocusReason.OtherFocusReason)
        self._look()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the lines of the preview to a width that is read with ease."""
        super().resizeEvent(event)
        self._list.setContentsMargins(0, 0, max(0, self.width() - theme.px(_MEASURE)), 0)

    def _look(self) -> None:
        """Work out aside what the draft will be."""
        draft_id, tracked = self._draft_id, self.ways.value == _TRACKED
        self.way_told.setText(texts.WAYS_TOLD[tracked])
        if draft_id is None:
            return
        self._stop()
        self.make.setEnabled(False)
        self.sums.setText("Working out what the draft will read …")
        self.left.setText("")
        self._show_changes(Changed((), 0))
        work = partial(self._seen, draft_id, tracked)
        self._job = self._desk.jobs.start("Working out the next draft", work, self._show, self._refuse)
        self._job.ended.connect(partial(self._say_stopped, self._job))

    def _seen(self, draft_id: UUID, tracked: bool, job: Job) -> _Seen:  # noqa: FBT001  a partial's own
        made = self._services.results.preview(draft_id, tracked=tracked, report=job.report)
        review = self._services.combined_reviews.open(draft_id)
        job.report(0.9)
        return _Seen(review, changed(review.document, made.file.document))

    def _show(self, seen: _Seen) -> None:
        self._job = None
        self.sums.setText(texts.sums(seen.review))
        self.left.setText(texts.left(seen.review))
        self.left.setHidden(not self.left.text())
        self.make.setEnabled(bool(texts.written(seen.review)))
        self.make.setToolTip("" if texts.written(seen.review) else texts.NOTHING)
        self._show_changes(seen.changed)

    def _refuse(self, error: KnownError) -> None:
        """Say in one sentence why it cannot be written."""
        self._job = None
        self.sums.setText(str(error))
        self.left.hide()

    def _say_stopped(self, job: Job) -> None:
        """Say so where the work was cancelled on the window; where it was not, its result comes next."""
        if self._job is job:
            self._job = None
            self.sums.setText(texts.STOPPED)

    def _make(self) -> None:
        draft_id, tracked = self._draft_id, self.ways.value == _TRACKED
        if draft_id is None:
            return
        self.make.setEnabled(False)
        write = partial(self._services.results.make_draft, draft_id, tracked=tracked)
        job = self._desk.jobs.start("Writing the draft", lambda job: write(report=job.report), self._written)
        job.ended.connect(lambda: self.make.setEnabled(True))

    def _written(self, made: Received) -> None:
        way = ("Open the review", lambda: self.wants.emit("review", made.id))
        self._keeping.say_done(f"Draft {made.number} is written.", way=way)
        self.closed.emit()

    def _close(self) -> None:
        self._stop()
        self.closed.emit()

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _show_changes(self, told: Changed) -> None:
        while (item := self._list.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for paragraph in told.paragraphs:
            self._list.addWidget(Words(paragraph.place, CAPTION))
            text = MarkedText(theme.BODY)
            text.show_runs(paragraph.runs)
            self._list.addWidget(text)
            self._list.addSpacing(theme.Space.SMALL)
        more = told.count - len(told.paragraphs)
        if more:
            self._list.addWidget(Words(texts.more(more), MUTED))
        self.preview.setHidden(not told.count)
        self.preview.set_note(texts.paragraphs(told.count))

    def _lay_out(self) -> None:
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(theme.Space.TINY)
        self.preview.add(self._changes)
        for widget in (
            self.older,
            self.sums,
            self.left,
            Words("How the edits are written", LABEL),
            Flow(self.ways),
            self.way_told,
            Flow(self.make, self.back),
        ):
            self.card.add(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.Space.LARGE)
        column.addWidget(self.card)
        column.addWidget(self.preview)
        column.addStretch(1)
