"""The page of who agrees: may this be published, who said what to which draft, and what is to be done about it."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from carfacilitator.model.terms import SanctionAnswer
from carfacilitator.services.case_studies import CaseStudyDetails
from carfacilitator.services.days import local, today
from carfacilitator.services.sanction_rows import Ledger, SanctionRow
from carfacilitator.services.workspace import Services
from carfacilitator.ui.actions import Action
from carfacilitator.ui.keeping import Keeping
from carfacilitator.ui.more_button import MoreButton
from carfacilitator.ui.page import Desk, Page
from carfacilitator.ui.pages.sanctions import texts
from carfacilitator.ui.pages.sanctions.deeds import Deeds
from carfacilitator.ui.pages.sanctions.detail import DetailCard
from carfacilitator.ui.pages.sanctions.errands import Errands
from carfacilitator.ui.pages.sanctions.ledger_side import LedgerSide
from carfacilitator.ui.pages.sanctions.middle import Middle
from carfacilitator.ui.pages.sanctions.verdict_card import VerdictCard
from carfacilitator.ui.widgets import spoken
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.empty_state import EmptyState
from carfacilitator.ui.widgets.list_detail import ListDetail
from carfacilitator.ui.widgets.tall import Tall

MENU = "Who agrees"
ASK = Action(
    "sanctions.ask", "Ask for sanction", "Ctrl+N", "sent", MENU, "Choose who must agree, to what, by when (S)."
)
ANSWER = Action("sanctions.answer", "Record an answer", "Ctrl+Shift+R", "reply", MENU, "What somebody answered (R).")
LETTER = Action(
    "sanctions.letter", "Write a chasing letter", "Ctrl+Shift+L", "mail", MENU, "To somebody who is silent (L)."
)
AGAIN = Action("sanctions.again", "Ask again", "", "sent", MENU, "About the newest draft; the old answer stays noted.")
REMOVE = Action("sanctions.remove", "Take off the list", "", "remove", MENU, "Their yes is not needed any more.")
HISTORY = Action("sanctions.history", "History as Word", "", "file", MENU, "Who agreed to what, and what happened.")
PUBLISH = Action(
    "sanctions.publish", "Write the copy for publication", "", "export", MENU, "The final text, once everybody agrees."
)
_OF_ROW = (ANSWER, LETTER, AGAIN, REMOVE)
_LETTERS = {"S": ASK, "R": ANSWER, "A": AGAIN, "L": LETTER}
_EMPTY = (
    "Before anything is published, everybody concerned is asked, the author first. A yes holds for the words it saw."
)
_NO_DRAFT = "No draft has come yet."


class SanctionsPage(Page):
    """Opens for a case study: figures and verdict above, the list beside one of those who must agree."""

    ID = "sanctions"
    PLACE = "case-studies"
    ACTIONS = (ASK, *_OF_ROW, HISTORY, PUBLISH)
    SHOWS = frozenset(
        {"Sanction", "SanctionCondition", "SanctionEntry", "Publication", "Draft", "CaseStudy", "Gatekeeper", "Person"}
    )

    def __init__(self, services: Services, desk: Desk) -> None:
        super().__init__(desk)
        self._services = services
        keeping = Keeping(services, desk.messages)
        self._today = partial(today, services.clock)
        self._study: CaseStudyDetails | None = None
        self._ledger = Ledger(())
        self._output = ""
        self._deeds, self._errands = Deeds(services, keeping, lambda: self.row), Errands(services, desk)
        self.verdict = VerdictCard()
        self.side = LedgerSide(self._nothing(), self._today)
        self.detail = DetailCard(self._today, Button.of(self.commands[ANSWER]), Button.of(self.commands[LETTER]))
        self.middle = Middle(services, desk, keeping, self.detail)
        self.both = ListDetail(self.side, Tall(self.middle), "Everybody who must agree", shares=(4, 3))
        self.body.addWidget(self.verdict)
        self.body.addWidget(self.both, 1)
        self.setFocusProxy(self.side)
        self._bind()

    def open(self, entity: UUID | None) -> None:
        """Show who must agree to a case study; else what was open stays."""
        if entity is not None and (self._study is None or entity != self._study.id):
            self._study = self._services.case_studies.open(entity)
            self._output = ""
            self.middle.show_detail()
            self.both.show_list()
        self.refresh()

    @property
    def shown(self) -> UUID | None:
        """The case study that is open."""
        return self._study.id if self._study else None

    @property
    def row(self) -> SanctionRow | None:
        """The line that is open."""
        return next((row for row in self._ledger.rows if row.id == self.side.current), None)

    def refresh(self) -> None:
        """Read the ledger again."""
        if self._study is None:
            return
        self._study = self._services.case_studies.open(self._study.id)
        whole = self._services.sanctions.ledger(self._study.id)
        if self._output not in whole.outputs:
            waiting = [one for one in whole.outputs if not whole.of(one).may_publish]
            self._output = next(iter((*waiting, *whole.outputs)), "")
        self._ledger = whole.of(self._output)
        self.verdict.show_ledger(self._ledger, whole.outputs, self._output)
        self.side.set_rows(self._ledger.rows)
        copies = self._services.publications.rows(self._study.id)
        self.side.set_foot(texts.written(copies, self._output, self._today()))
        self._show_verdict()
        self._show_row()
        self._say()

    def step_back(self) -> bool:
        """Close a form, or go from the detail to the list on a narrow window."""
        if self.middle.is_form:
            self.middle.show_detail()
            self._have_left()
            return True
        return self.both.step_back()

    def _go_up(self) -> None:
        self.wants.emit(self.PLACE, self.shown)

    def _nothing(self) -> EmptyState:
        return EmptyState("gatekeepers", "Nobody was asked yet", _EMPTY, Button.of(self.commands[ASK], "primary"))

    def _bind(self) -> None:
        self.on(ASK, lambda: self._with_study(lambda study: self.middle.ask(study, self._output)))
        self.on(ANSWER, lambda: self._with_row(self.middle.take_answer))
        self.on(LETTER, lambda: self._with_row(self.middle.write_letter))
        self.on(AGAIN, self._deeds.ask_again)
        self.on(REMOVE, self._deeds.remove)
        self.on(HISTORY, lambda: self._with_study(lambda study: self._errands.save_history(study, self._ledger)))
        self.on(PUBLISH, lambda: self._with_study(lambda study: self._errands.publish(study, self._output)))
        self.head.add_button(MoreButton(self.commands, PUBLISH, None, *_OF_ROW))
        self.offer(HISTORY)
        self.offer(ASK, primary=True)
        self._deeds.bind(self.detail)
        self.verdict.chosen.connect(self._choose_output)
        self.side.chosen.connect(lambda _: self._show_row())
        self.side.opened.connect(lambda _: self._open_row())
        self.side.letter.connect(self._hear)
        self.side.does.connect(self._do)
        self.side.seen.connect(self._show_verdict)
        self.middle.came.connect(self._have_come)
        self.middle.left.connect(self._have_left)
        self.middle.asked_for.connect(self._choose_output)
        self.middle.wants.connect(self.wants)

    def _with_study(self, do: Callable[[CaseStudyDetails], object]) -> None:
        if self._study is not None:
            do(self._study)

    def _with_row(self, do: Callable[[SanctionRow], object]) -> None:
        if self.row is not None:
            do(self.row)

    def _choose_output(self, output: str) -> None:
        self._output = output
        self.refresh()

    def _show_verdict(self) -> None:
        """Show the verdict beside the list, and not where the detail has all the room."""
        self.verdict.setHidden(self.side.isHidden() or not self._ledger.rows)

    def _show_row(self) -> None:
        """Show the chosen line in full, and offer what can be done with it."""
        row, commands = self.row, self.commands
        if row is not None:
            self.detail.show_row(row)
        self.middle.setHidden(row is None and not self.middle.is_form)
        for action in _OF_ROW:
            commands.allow(action, if_=row is not None, else_="Choose somebody first.")
        waits = row is not None and row.answer is SanctionAnswer.NONE
        commands[AGAIN].setVisible(not waits)
        commands[LETTER].setVisible(waits)

    def _open_row(self) -> None:
        self.middle.show_detail()
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
        self.commands[{"again": AGAIN, "letter": LETTER}[what]].trigger()

    def _have_come(self) -> None:
        self.middle.show()
        self.both.show_detail()

    def _have_left(self) -> None:
        self.both.show_list()
        self._show_row()
        self.side.setFocus()

    def _say(self) -> None:
        """Let the head say what it is about."""
        study = self._study
        if study is None:
            return
        latest = self._services.drafts.timeline(study.id)[-1:]
        days = [spoken.day(local(one.received_at).date(), self._today()) for one in latest]
        came = [f"draft {one.number}, which came on {day}" for one, day in zip(latest, days, strict=True)]
        self.head.set_crumb(f"Case studies  ›  {study.title}")
        self.head.set_title(
            "Who agrees to publication", ", ".join(filter(None, (self._output[:1].upper() + self._output[1:], *came)))
        )
        for action in (HISTORY, PUBLISH):
            self.commands.allow(action, if_=bool(latest), else_=_NO_DRAFT)
