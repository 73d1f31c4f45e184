"""The page of who agrees: may this be published, who said what to which draft, and what is to be done about it."""

from datetime import date
from uuid import UUID

from carfacilitator.errors import KnownError
from carfacilitator.model.terms import SanctionAnswer
from carfacilitator.services.case_studies import CaseStudyDetails
from carfacilitator.services.days import local, today
from carfacilitator.services.sanction_rows import Ledger, SanctionRow
from carfacilitator.services.sanctions import Answered, Request
from carfacilitator.services.workspace import Services
from carfacilitator.ui.actions import Action
from carfacilitator.ui.keeping import Keeping
from carfacilitator.ui.more_button import MoreButton
from carfacilitator.ui.page import Desk, Page
from carfacilitator.ui.pages.sanctions.answer_form import AnswerForm
from carfacilitator.ui.pages.sanctions.ask_form import AskForm
from carfacilitator.ui.pages.sanctions.deeds import Deeds
from carfacilitator.ui.pages.sanctions.detail import DetailCard
from carfacilitator.ui.pages.sanctions.ledger_side import LedgerSide
from carfacilitator.ui.pages.sanctions.verdict_card import VerdictCard
from carfacilitator.ui.widgets import spoken
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.empty_state import EmptyState
from carfacilitator.ui.widgets.list_detail import ListDetail
from carfacilitator.ui.widgets.one_of import OneOf
from carfacilitator.ui.widgets.tall import Tall

MENU = "Who agrees"
ASK = Action(
    "sanctions.ask", "Ask for sanction", "Ctrl+N", "sent", MENU, "Choose who must agree, to what, by when (S)."
)
ANSWER = Action("sanctions.answer", "Record an answer", "Ctrl+Shift+R", "reply", MENU, "What somebody answered (R).")
AGAIN = Action("sanctions.again", "Ask again", "", "sent", MENU, "About the newest draft; the old answer stays noted.")
REMOVE = Action("sanctions.remove", "Take off the list", "", "remove", MENU, "Their yes is not needed any more.")
_EMPTY = (
    "Before anything is published, everybody concerned is asked, the author first. A yes holds for the words it saw."
)


class SanctionsPage(Page):
    """Opens for a case study: figures and verdict above, the list beside one of those who must agree."""

    ID = "sanctions"
    PLACE = "case-studies"
    ACTIONS = (ASK, ANSWER, AGAIN, REMOVE)
    SHOWS = frozenset(
        {"Sanction", "SanctionCondition", "SanctionEntry", "Publication", "Draft", "CaseStudy", "Gatekeeper", "Person"}
    )

    def __init__(self, services: Services, desk: Desk) -> None:
        super().__init__(desk)
        self._services = services
        self._keeping = Keeping(services, desk.messages)
        self._study: CaseStudyDetails | None = None
        self._ledger = Ledger(())
        self._output = ""
        self.verdict = VerdictCard()
        self.side = LedgerSide(self._nothing(), self._today)
        self.detail = DetailCard(self._today, *self._buttons())
        self._deeds = Deeds(services, self._keeping, lambda: self.row)
        self.answer = AnswerForm(services.unsaved, self._today)
        self.asking = AskForm(self._today)
        self._middle = OneOf(self.detail, self.answer, self.asking)
        self.both = ListDetail(self.side, Tall(self._middle), "Everybody who must agree", shares=(4, 3))
        self.body.addWidget(self.verdict)
        self.body.addWidget(self.both, 1)
        self.head.set_crumb("Case studies")
        self.setFocusProxy(self.side)
        self._bind()

    def open(self, entity: UUID | None) -> None:
        """Show who must agree to a case study; else what was open stays."""
        if entity is not None and (self._study is None or entity != self._study.id):
            self._study = self._services.case_studies.open(entity)
            self._output = ""
            self._middle.choose(self.detail)
            self.both.show_list()
        self.refresh()

    @property
    def shown(self) -> UUID | None:
        """The case study that is open."""
        return self._study.id if self._study else None

    def refresh(self) -> None:
        """Read the ledger again."""
        if self._study is None:
            return
        self._study = self._services.case_studies.open(self._study.id)
        whole = self._services.sanctions.ledger(self._study.id)
        if self._output not in whole.outputs:
            self._output = next((one for one in whole.outputs if not whole.of(one).may_publish), "") or next(
                iter(whole.outputs), ""
            )
        self._ledger = whole.of(self._output)
        self.verdict.setHidden(not whole.rows)
        self.verdict.show_ledger(self._ledger, whole.outputs, self._output)
        self.side.set_rows(self._ledger.rows)
        self._show_row()
        self._say()

    def step_back(self) -> bool:
        """Close a form, or go from the detail to the list on a narrow window."""
        if self._middle.current is not self.detail:
            self._leave_form()
            return True
        return self.both.step_back()

    @property
    def study(self) -> CaseStudyDetails | None:
        """The case study whose ledger is open."""
        return self._study

    @property
    def row(self) -> SanctionRow | None:
        """The line that is open."""
        return next((row for row in self._ledger.rows if row.id == self.side.current), None)

    def _today(self) -> date:
        return today(self._services.clock)

    def _go_up(self) -> None:
        self.wants.emit(self.PLACE, self.shown)

    def _nothing(self) -> EmptyState:
        return EmptyState("gatekeepers", "Nobody was asked yet", _EMPTY, Button.of(self.commands[ASK], "primary"))

    def _buttons(self) -> list[Button]:
        return [Button.of(self.commands[ANSWER])]

    def _bind(self) -> None:
        self.on(ASK, self._ask)
        self.on(ANSWER, self._take_answer)
        self.on(AGAIN, self._deeds.ask_again)
        self.on(REMOVE, self._deeds.remove)
        self.head.add_button(MoreButton(self.commands, ANSWER, AGAIN, None, REMOVE))
        self.offer(ASK, primary=True)
        self._deeds.bind(self.detail)
        self.verdict.chosen.connect(self._choose_output)
        self.side.chosen.connect(lambda _: self._show_row())
        self.side.opened.connect(lambda _: self._open_row())
        self.side.letter.connect(self._hear)
        self.side.does.connect(self._do)
        self.answer.given.connect(self._given)
        self.asking.asked.connect(self._asked)
        for form in (self.answer, self.asking):
            form.left.connect(self._leave_form)

    def _choose_output(self, output: str) -> None:
        self._output = output
        self.refresh()

    def _show_row(self) -> None:
        """Show the chosen line in full, and offer what can be done with it."""
        row = self.row
        if row is not None:
            self.detail.show_row(row)
        forms = self._middle.current is not self.detail
        self._middle.setHidden(row is None and not forms)
        for action in (ANSWER, AGAIN, REMOVE):
            self.commands.allow(action, if_=row is not None, else_="Choose somebody first.")
        self.commands[AGAIN].setVisible(row is not None and row.answer is not SanctionAnswer.NONE)

    def _open_row(self) -> None:
        self._middle.choose(self.detail)
        self.both.show_detail()
        self._show_row()
        if self.both.is_narrow:
            self.detail.setFocus()

    def _hear(self, letter: str) -> None:
        action = _LETTERS.get(letter)
        if action is not None:
            self.commands[action].trigger()

    def _do(self, what: str, id_: UUID) -> None:
        """Do what the button on a line asks for."""
        self.side.choose(id_)
        self._show_row()
        self._hear({"again": "A", "letter": "L"}[what])

    def _show_form(self, form: AnswerForm | AskForm) -> None:
        self._middle.choose(form)
        self._middle.show()
        self.both.show_detail()
        form.setFocus()

    def _leave_form(self) -> None:
        self._middle.choose(self.detail)
        self.both.show_list()
        self._show_row()
        self.side.setFocus()

    def _ask(self) -> None:
        study = self._study
        if study is None:
            return
        own = self._services.groups.open(study.group_id).partnership_id
        keepers = sorted(self._services.gatekeepers.rows(), key=lambda row: row.partnership_id != own)
        known = self._services.sanctions.ledger(study.id).outputs
        self.asking.begin(study.author, keepers, self._output, known)
        self._show_form(self.asking)

    def _asked(self, wanted: Request) -> None:
        study = self._study
        if study is None or not self._keeping.attempt(lambda: self._services.sanctions.request(study.id, wanted)):
            return
        self._output = wanted.output
        self._leave_form()
        self.refresh()
        count = len(wanted.gatekeepers) + wanted.author
        self._keeping.say_done(f"{spoken.counted(count, 'person', 'people').capitalize()} asked. Now make the packs.")

    def _take_answer(self) -> None:
        if self.row is not None:
            self.answer.begin(self.row)
            self._show_form(self.answer)

    def _given(self, given: Answered) -> None:
        row = self.row
        if row is None:
            return
        try:
            self._services.sanctions.take_answer(row.id, given)
        except KnownError as error:
            self.answer.refuse(error)
            return
        self.answer.done()
        self._leave_form()
        self._keeping.say_done(f"What {row.gatekeeper} answered is kept.")

    def _say(self) -> None:
        """Let the head say what it is about."""
        study = self._study
        if study is None:
            return
        latest = self._services.drafts.timeline(study.id)[-1:]
        draft = [
            f"draft {one.number}, come on {spoken.day(local(one.received_at).date(), self._today())}" for one in latest
        ]
        self.head.set_crumb(f"Case studies  ›  {study.title}")
        self.head.set_title("Who agrees to publication", ", ".join(filter(None, (self._output, *draft))))


_LETTERS = {"S": ASK, "R": ANSWER, "A": AGAIN}
