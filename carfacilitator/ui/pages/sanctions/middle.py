"""What stands beside the list: one of those who must agree in full, or a form that asks something about them."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from carfacilitator.errors import KnownError
from carfacilitator.model.terms import SanctionEntryKind
from carfacilitator.services.arrivals import Received
from carfacilitator.services.case_studies import CaseStudyDetails
from carfacilitator.services.conditions import Replacing
from carfacilitator.services.days import today
from carfacilitator.services.pack_wishes import Asked
from carfacilitator.services.sanction_rows import ConditionRow, SanctionRow
from carfacilitator.services.sanctions import Answered, Request
from carfacilitator.services.workspace import Services
from carfacilitator.ui.keeping import Keeping
from carfacilitator.ui.pack_ask import PackAsk
from carfacilitator.ui.page import Desk
from carfacilitator.ui.pages.sanctions.answer_form import AnswerForm
from carfacilitator.ui.pages.sanctions.ask_form import AskForm
from carfacilitator.ui.pages.sanctions.detail import DetailCard
from carfacilitator.ui.pages.sanctions.letter_card import LetterCard
from carfacilitator.ui.pages.sanctions.replacing_card import ReplacingCard
from carfacilitator.ui.widgets import spoken
from carfacilitator.ui.widgets.one_of import OneOf

_LOOKING, _WRITING = "Looking for the places", "Writing the next draft"
_SENT = "A chasing letter went"


class Middle(OneOf):
    """`came` when a form came up, `left` when it gives way to the detail. `asked_for` carries an output."""

    came = Signal()
    left = Signal()
    asked_for = Signal(str)
    wants = Signal(str, object)  # as the page's own

    def __init__(self, services: Services, desk: Desk, keeping: Keeping, detail: DetailCard) -> None:
        self._services, self._desk, self._keeping = services, desk, keeping
        self._row: SanctionRow | None = None
        self._study: CaseStudyDetails | None = None
        self.detail = detail
        self.answering = AnswerForm(services.unsaved, lambda: today(services.clock))
        self.asking = AskForm(lambda: today(services.clock))
        self.replacing = ReplacingCard()
        self.letter = LetterCard(services, desk, keeping)
        super().__init__(detail, self.answering, self.asking, self.replacing, self.letter)
        self._connect()

    @property
    def is_form(self) -> bool:
        """Whether a form stands there, and not the detail."""
        return self.current is not self.detail

    def show_detail(self) -> None:
        """Let the detail be seen."""
        self.choose(self.detail)

    def ask(self, study: CaseStudyDetails, output: str) -> None:
        """Ask who must agree to which output."""
        self._study = study
        own = self._services.groups.open(study.group_id).partnership_id
        keepers = sorted(self._services.gatekeepers.rows(), key=lambda row: row.partnership_id != own)
        self.asking.begin(study.author, keepers, output, self._services.sanctions.ledger(study.id))
        self._come(self.asking)

    def take_answer(self, row: SanctionRow) -> None:
        """Ask what somebody answered."""
        self._row = row
        self.answering.begin(row)
        self._come(self.answering)

    def write_letter(self, row: SanctionRow) -> None:
        """Show the letter to somebody who is silent.

        Raises:
            KnownError: there is nothing to chase, or its wording cannot be filled in.
        """
        self._row = row
        self.letter.show_letter(self._services.chasing.letter(row.id))
        self._come(self.letter)

    def preview(self, condition: ConditionRow) -> None:
        """Show what carrying out a condition would change."""
        self._desk.jobs.start(
            _LOOKING,
            lambda _: self._services.conditions.preview(condition.id),
            self._show_replacing,
            self._desk.messages.fail,
        )

    def _show_replacing(self, replacing: Replacing) -> None:
        self.replacing.show_replacing(replacing)
        self._come(self.replacing)

    def _come(self, form: QWidget) -> None:
        self.choose(form)
        self.came.emit()
        form.setFocus()

    def _connect(self) -> None:
        self.detail.conditions.replace.connect(self.preview)
        self.answering.given.connect(self._keep_answer)
        self.asking.asked.connect(self._request)
        self.replacing.wanted.connect(self._replace)
        self.letter.sent.connect(self._note_letter)
        for form in (self.answering, self.asking, self.replacing, self.letter):
            form.left.connect(self._leave)

    def _leave(self) -> None:
        self.show_detail()
        self.left.emit()

    def _request(self, wanted: Request) -> None:
        study = self._study
        if study is None or not self._keeping.attempt(lambda: self._services.sanctions.request(study.id, wanted)):
            return
        self.asked_for.emit(wanted.output)
        self._leave()
        count = len(wanted.gatekeepers) + wanted.author
        words = f"{spoken.counted(count, 'person', 'people').capitalize()} asked. Asking made no file yet."
        if wanted.gatekeepers:
            self._desk.messages.offer(words, "Make the packs", lambda: self._make_packs(study, wanted))
        else:
            self._keeping.say_done(words)

    def _make_packs(self, study: CaseStudyDetails, wanted: Request) -> None:
        for draft in self._services.drafts.timeline(study.id)[-1:]:
            ask = PackAsk(draft_id=draft.id, people=wanted.gatekeepers, asked=Asked.AGREE, reply_by=wanted.reply_by)
            self.wants.emit("packs", ask)

    def _keep_answer(self, given: Answered) -> None:
        row = self._row
        if row is None:
            return
        try:
            self._services.sanctions.take_answer(row.id, given)
        except KnownError as error:
            self.answering.refuse(error)
            return
        self.answering.done()
        self._leave()
        self._keeping.say_done(f"What {row.gatekeeper} answered is kept.")

    def _replace(self, condition_id: object, tracked: bool) -> None:  # noqa: FBT001  a signal of Qt carries it
        replace = self._services.conditions.replace
        self._desk.jobs.start(
            _WRITING,
            lambda _: replace(condition_id, tracked=tracked),  # type: ignore[arg-type]  # the id of a condition
            self._written,
            self._desk.messages.fail,
            stops=False,
        )

    def _written(self, received: Received) -> None:
        self._leave()
        self._keeping.say_done(f"Draft {received.number} is kept, with the condition carried out.")

    def _note_letter(self) -> None:
        row = self._row
        note = self._services.sanctions.note
        if row is not None and self._keeping.attempt(lambda: note(row.id, SanctionEntryKind.CHASED, _SENT)):
            self._leave()
            self._keeping.say_done("Noted. It is no answer yet.")
