"""The page of answers: to each gatekeeper what was done about what they said, and to the author her copy."""

from uuid import UUID

from carfacilitator.errors import NotFoundError
from carfacilitator.services.answers import AnswerRow, AnswerTable, AuthorCopy
from carfacilitator.services.workspace import Services
from carfacilitator.ui.actions import Action
from carfacilitator.ui.jobs import Job
from carfacilitator.ui.keeping import Keeping
from carfacilitator.ui.page import Desk, Page
from carfacilitator.ui.pages.answers import texts
from carfacilitator.ui.pages.answers.copy import CopyView
from carfacilitator.ui.pages.answers.hand_over import HandOver
from carfacilitator.ui.pages.answers.handing import Handing
from carfacilitator.ui.pages.answers.reading import Reading, read_answers
from carfacilitator.ui.pages.answers.table import TableView
from carfacilitator.ui.widgets.empty_state import EmptyState
from carfacilitator.ui.widgets.list_detail import ListDetail
from carfacilitator.ui.widgets.list_side import ListSide
from carfacilitator.ui.widgets.one_of import OneOf
from carfacilitator.ui.widgets.tall import Tall

MENU = "Answers"
SAVE = Action("answers.save", "Save as Word", "Ctrl+S", "export", MENU, "Save it with a message, to be handed over.")
COPY = Action("answers.copy", "A copy for the author", "Ctrl+Shift+A", "people", MENU, "See what the author will see.")
MAIL = Action("answers.mail", "Open a mail draft", "Ctrl+D", "mail", MENU, "Open the message in your mail program.")
TEXT = Action("answers.text", "Copy the text", "Ctrl+Shift+C", "copy", MENU, "Copy what the message says.")
FOLDER = Action("answers.folder", "Show in folder", "Ctrl+O", "folder", MENU, "Open the folder that it is in.")
NEXT = Action("answers.decide", "Decide the next one", "F7", "right", MENU, "Go to what is not decided yet.")
YES = Action("answers.sent", "Yes, sent just now", "Y", "check", MENU, "Note that you sent it by email.")
OTHER = Action("answers.other", "Sent another way …", "O", "sent", MENU, "Say by which way you sent it.")
NOT_YET = Action("answers.later", "Not yet", "N", "clock", MENU, "It can be handed over from here at any time.")
HANDING = (MAIL, TEXT, FOLDER)
ASKING = (YES, OTHER, NOT_YET)
_EMPTY = "When a pack comes back, what you decide about each thing becomes an answer to who sent it."
_BY_EMAIL = "email"
_READING, _BEGUN = "Putting the answers together", 0.1


class AnswersPage(Page):
    """It opens for a pack, or for a draft or a case study, of which the first answer is shown."""

    ID = "answers"
    PLACE = "case-studies"
    ACTIONS = (SAVE, COPY, NEXT, *HANDING, *ASKING)
    SHOWS = frozenset(
        {"Return", "ReturnedRemark", "EditDecision", "Comment", "CommentAnchor", "Reply", "Draft", "Pack", "Departure"}
    )

    def __init__(self, services: Services, desk: Desk) -> None:
        super().__init__(desk)
        self._services = services
        self._study: UUID | None = None
        self._chosen: UUID | None = None
        self._read = Reading()
        self._job: Job | None = None
        self.handing = Handing(services, desk, self._show_chosen)
        keeping = Keeping(services, desk.messages)
        self.table = TableView(keeping, self._tell)
        self.copy = CopyView()
        keeping.conceal(self.copy.private)
        self._fill()
        self.table.decide_wanted.connect(self._go_and_decide)

    def open(self, entity: UUID | None) -> None:
        """Show an answer; without anything to open, what was shown stays."""
        if entity is None:
            return
        study, self._chosen = self._found(entity)
        if study != self._study:
            self._study, self._read = study, Reading()
            self.handing.forget()
        self.both.show_detail()
        self.refresh()

    @property
    def shown(self) -> UUID | None:
        """The answer that is open."""
        return self._chosen or self._study

    @property
    def tables(self) -> tuple[AnswerTable, ...]:
        """The answers to gatekeepers that it shows."""
        return self._read.tables

    def refresh(self) -> None:
        """Put the answers together again, aside."""
        study = self._study
        if study is None:
            return
        if self._job is not None:
            self._job.cancel()
        self._job = self.desk.jobs.start(_READING, lambda job: self._read_aside(study, job), self._show)

    def step_back(self) -> bool:
        """Go from an answer to the list on a narrow window."""
        return self.hand.question.close_ways() or self.both.step_back()

    def _go_up(self) -> None:
        self.wants.emit(self.PLACE, self._study)

    def _fill(self) -> None:
        self.head.set_crumb("Case study")
        self.on(NEXT, self._decide_next)
        self.on(COPY, lambda: self._open_row(self._read.draft_id))
        self.on(SAVE, self._save)
        self.on(MAIL, lambda: self.handing.open_mail(self._chosen))
        self.on(TEXT, lambda: self.handing.copy_text(self._chosen))
        self.on(FOLDER, lambda: self.handing.show_folder(self._chosen))
        self.on(YES, lambda: self.handing.answer(self._chosen, _BY_EMAIL))
        self.on(NOT_YET, lambda: self.handing.answer(self._chosen, ""))
        for action in (NEXT, COPY):
            self.offer(action)
        self.offer(SAVE, primary=True)
        empty = EmptyState("gatekeepers", "Nothing came back yet", _EMPTY)
        self.side = ListSide("Answers", empty)
        actions = ([self.commands[action] for action in some] for some in (HANDING, ASKING))
        self.hand = HandOver(*actions)
        self.hand.hide()
        self.on(OTHER, self.hand.question.ask_which)
        self.hand.question.way_chosen.connect(lambda how: self.handing.answer(self._chosen, how))
        self.hand.question.not_sent.connect(lambda: self.handing.answer(self._chosen, ""))
        self.states = OneOf(self.table, self.copy)
        self.both = ListDetail(self.side, Tall(self.hand, self.states), "All answers")
        self.states.hide()
        self.body.addWidget(self.both, 1)
        self.side.list.chosen.connect(self._choose)
        self.side.list.opened.connect(self._open_row)
        self.setFocusProxy(self.side.list)

    def _found(self, entity: UUID) -> tuple[UUID, UUID | None]:
        """Return the case study of a pack, a draft or itself, and the answer that is meant, if one is."""
        try:
            return self._services.packs.open(entity).case_study_id, entity
        except NotFoundError:
            pass
        try:
            draft = self._services.drafts.open(entity)
        except NotFoundError:
            return self._services.case_studies.open(entity).id, None
        packs = [row.id for row in self._services.packs.rows(draft.case_study_id) if row.draft_id == draft.id]
        return draft.case_study_id, next(iter(reversed(packs)), None)

    def _read_aside(self, study_id: UUID, job: Job) -> Reading:
        job.report(_BEGUN)
        return read_answers(self._services, study_id)

    def _show(self, read: Reading) -> None:
        was_empty = not self.side.list.rows
        self._job, self._read = None, read
        rows = read.rows()
        self.side.set_rows(rows)
        self.states.show()
        ids = {row.id for row in rows}
        if self._chosen not in ids:
            self._chosen = read.tables[0].pack_id if read.tables else read.draft_id
        self._show_chosen()
        if was_empty and self.isVisible():
            self.side.list.setFocus()  # there was nothing to go to before

    def _show_chosen(self) -> None:
        table, copy = self._read.table(self._chosen), self._read.copy
        if table is not None:
            self.table.show_table(table)
            self.head.set_title(f"Answer to {table.gatekeeper}", f"{table.case_study} · draft {table.sent_number}")
        elif copy is not None:
            self.copy.show_copy(copy)
            self.head.set_title(f"A copy for {copy.author}", f"{copy.case_study} · draft {copy.draft_number}")
        self.states.choose(self.copy if table is None else self.table)
        self.side.list.choose(self._chosen)
        self._show_saved(table, copy)
        self._allow(table, copy)

    def _show_saved(self, table: AnswerTable | None, copy: AuthorCopy | None) -> None:
        """Show how far handing over is; only what was saved can be handed over, and be said to be sent."""
        saved = self.handing.of(self._chosen)
        self.hand.setHidden(saved is None)
        for action in HANDING:
            self.commands.allow(action, if_=saved is not None, else_="Save it first.")
        sent = table.answered_at if table is not None else copy.answered_at if copy is not None else None
        for action in ASKING:
            self.commands[action].setVisible(saved is not None and sent is None)
            self.commands.allow(action, if_=saved is not None and sent is None, else_="Save it first.")
        if saved is not None:
            self.hand.show_outgoing(saved.going, saved.files, is_sent=sent is not None)

    def _allow(self, table: AnswerTable | None, copy: AuthorCopy | None) -> None:
        self.commands[NEXT].setVisible(bool(table and table.undecided))
        self.commands[COPY].setVisible(copy is not None and table is not None)
        self.commands[COPY].setText(f"A copy for {texts.first_name(copy.author)}" if copy else COPY.text)
        self.commands.allow(SAVE, if_=table is not None or copy is not None, else_="There is nothing to save yet.")

    def _choose(self, id_: UUID) -> None:
        self._chosen = id_
        self._show_chosen()

    def _open_row(self, id_: UUID | None) -> None:
        if id_ is not None:
            self._choose(id_)
            self.both.show_detail()

    def _save(self) -> None:
        self.setFocus()  # what is being typed is finished, and so in it
        answers, table, draft_id = self._services.answers, self._read.table(self._chosen), self._read.draft_id
        if table is not None:
            self.handing.save(table.pack_id, lambda: answers.to_gatekeeper(answers.table(table.pack_id)))
        elif draft_id is not None:
            self.handing.save(draft_id, lambda: answers.to_author(draft_id))

    def _tell(self, row: AnswerRow, why: str) -> None:
        """Keep what the sender is told; what was decided stays."""
        if row.remark_id is not None and row.verdict is not None:
            self._services.combined_reviews.answer(row.remark_id, row.verdict, why)
        else:
            self._services.answers.explain(row.draft_id, row.key, why)

    def _decide_next(self) -> None:
        table = self._read.table(self._chosen)
        rows = (*table.remarks, *table.edits) if table else ()
        waiting = next((row for row in rows if row.verdict is None), None)
        if waiting is not None:
            self._go_and_decide(waiting)

    def _go_and_decide(self, row: AnswerRow) -> None:
        self.wants.emit("combined", row.remark_id or row.draft_id)
