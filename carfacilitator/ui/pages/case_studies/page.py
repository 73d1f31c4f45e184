"""The page of case studies: the list with how far each is, and one of them, or a draft that arrives."""

from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QPoint

from carfacilitator.errors import NotFoundError
from carfacilitator.services.workspace import Services
from carfacilitator.ui.actions import Action
from carfacilitator.ui.keeping import Keeping
from carfacilitator.ui.more_button import MoreButton
from carfacilitator.ui.page import Desk, Page
from carfacilitator.ui.pages.case_studies import texts
from carfacilitator.ui.pages.case_studies.detail import StudyDetail
from carfacilitator.ui.pages.case_studies.draft_commands import (
    EARLIER,
    LATER,
    OF_DRAFT,
    RESTORE,
    DraftCommands,
)
from carfacilitator.ui.pages.case_studies.lent_files import LentFiles
from carfacilitator.ui.pages.case_studies.study_commands import (
    AUTHOR,
    COMPARE,
    DROP_DRAFT,
    MENU,
    OF_STUDY,
    PACK,
    REMOVE,
    REVIEW,
    StudyCommands,
)
from carfacilitator.ui.receiving.panel import OF_RECEIVING, RECEIVE, Receiving
from carfacilitator.ui.shared_actions import KINDS, OPEN_IN_WORD, REPORT
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.empty_state import EmptyState
from carfacilitator.ui.widgets.list_detail import ListDetail
from carfacilitator.ui.widgets.list_side import ListSide

NEW = Action("case-studies.new", "New case study", "Ctrl+N", "plus", MENU, "Begin a case study of one author.")
FILES = Action("comparison.open", "Compare two Word files", "", "columns", MENU, "Any two, from the disk.")
FILTER = Action("case-studies.filter", "Filter the case studies", "Ctrl+F", "search", MENU, "Go to the filter.")
_EMPTY = "Each member of a case-study group writes one. Begin it here, or let its first draft begin it."


class CaseStudiesPage(Page):
    """List left, one case study right; a draft that arrives stands in place of both until it is kept or set aside."""

    ID = PLACE = "case-studies"
    ACTIONS = (NEW, FILTER, *OF_RECEIVING, *OF_STUDY, *OF_DRAFT, FILES, KINDS)
    SHOWS = frozenset(
        {"CaseStudy", "Justification", "Draft", "Comment", "CommentAnchor", "CommentKind", "Pack", "Person", "Group"}
        | {"Return", "ReturnedRemark", "EditDecision", "Clause", "Clearance", "Sanction"}
        | {"SanctionCondition", "Departure"}  # a copy may lie outside
    )
    OPENS = frozenset({"case study", "justification"})
    TAKES = frozenset({".docx"})

    def __init__(self, services: Services, desk: Desk) -> None:
        super().__init__(desk)
        self._services = services
        keeping = Keeping(services, desk.messages)
        self._commands = StudyCommands(services, self, keeping)
        self._draft_commands = DraftCommands(services, self, keeping)
        self.on(NEW, self._ask_for_new)
        self._receive = self.offer(RECEIVE)
        self.offer(PACK)
        self.offer(REVIEW, primary=True)
        self.receiving = Receiving(services, self)
        self.side = self._list_side()
        self.detail = StudyDetail(services, keeping, self.commands)
        self.lent = LentFiles(services, self)
        self.both = ListDetail(self.side, self.detail, "All case studies")
        self.body.addWidget(self.lent.card)
        self.body.addWidget(self.both, 1)
        self.body.addWidget(self.receiving, 1)
        self._connect()
        self._say()

    @property
    def shown(self) -> UUID | None:
        """The case study that is open."""
        return self.detail.study.id if self.detail.study is not None else None

    def refresh(self) -> None:
        """Read the list and the open case study again."""
        self.lent.look()
        self.receiving.refresh()
        studies = sorted(self._services.case_studies.rows(), key=lambda study: study.group.casefold())
        self.side.set_rows([texts.study_row(study) for study in studies])
        if self.detail.study is not None and not self.detail.asks:
            self._show(self.detail.study.id)
        if self.detail.study is None and studies and not self.detail.asks:
            self._show(studies[0].id)
        self._say()

    def open(self, entity: UUID | None) -> None:
        """Show a case study; a draft that waits for an answer stays before it."""
        if entity is not None:
            self._show(entity)
            self.both.show_detail()
            self._say()

    def step_back(self) -> bool:
        """Close what is innermost: the draft that arrived, the form, or the detail on a narrow window."""
        if self.receiving.is_open:
            self.receiving.set_aside()
            return True
        if self.detail.asks:
            self._leave_form()
            return True
        return self.both.step_back()

    def take(self, files: list[Path]) -> None:
        """Receive drafts."""
        self.receiving.take(files)

    def _list_side(self) -> ListSide:
        new = self.commands[NEW]
        empty = EmptyState("case-studies", "No case studies yet", _EMPTY, Button.of(new, "primary"))
        side = ListSide("Case studies", empty, new)
        side.setFocusProxy(side.list)
        self.on(FILTER, side.focus_filter)
        return side

    def _connect(self) -> None:
        rows, detail = self.side.list, self.detail
        rows.chosen.connect(self._choose)
        rows.opened.connect(self.open)
        rows.menu_wanted.connect(self._offer_menu)
        detail.seen.connect(self._say)
        detail.begin.begun.connect(self._have_begun)
        detail.begin.left.connect(self._leave_form)
        detail.drafts.chosen.connect(self._say)
        detail.drafts.review_wanted.connect(lambda id_: self.wants.emit("review", id_))
        for card in (detail.drafts, detail.packs):
            card.pack_wanted.connect(lambda id_: self.wants.emit("packs", id_))
        for action in (COMPARE, REPORT, OPEN_IN_WORD):
            detail.drafts.draft.buttons.add(Button.of(self.commands[action]))
        detail.drafts.draft.buttons.add(MoreButton(self.commands, RESTORE, EARLIER, LATER, None, DROP_DRAFT))
        self.lent.receive_wanted.connect(lambda file: self.receiving.take([file]))
        self.on(KINDS, lambda: self.wants.emit("codebook", None))
        self.on(FILES, lambda: self.wants.emit("comparison", None))
        detail.about.buttons.add(Button.of(self.commands[AUTHOR]))
        detail.about.buttons.add(Button.of(self.commands[REMOVE], "quiet"))
        self.receiving.began.connect(self._say)
        self.receiving.ended.connect(self._say)
        self.receiving.kept.connect(lambda study_id, _: self.open(study_id))

    def _choose(self, study_id: UUID) -> None:
        self.attempt(lambda: self._show(study_id))
        self._say()

    def _show(self, study_id: UUID) -> None:
        """Show a case study, or nothing if it is gone."""
        try:
            self.detail.show_study(study_id)
            self.side.list.choose(study_id)
        except NotFoundError:
            self.detail.show_nothing()
        self.receiving.stand_near(self.detail.study.id if self.detail.study else None)

    def _ask_for_new(self) -> None:
        self.both.show_detail()
        self.detail.show_form()
        self._say()

    def _leave_form(self) -> None:
        if self.detail.study is not None:
            self._show(self.detail.study.id)
        else:
            self.detail.show_nothing()
            self.both.show_list()
        self._say()
        self.side.list.setFocus()

    def _have_begun(self, study_id: UUID) -> None:
        self.open(study_id)
        self.detail.about.question.setFocus()

    def _say(self, *_: object) -> None:
        """Let the head say what is open, and offer what can be done with it."""
        arriving, asks = self.receiving.is_open, self.detail.asks
        self.both.setHidden(arriving)
        shown = None if arriving or asks or self._sees_list_only() else self.detail.study
        self._commands.show(shown, self.detail.drafts)
        card = self.detail.drafts
        self._draft_commands.show(card.drafts if shown else (), card.chosen_draft if shown else None)
        self._aim_focus()
        for action in (NEW, KINDS, FILES):
            self.commands[action].setVisible(not arriving)
        self._receive.setHidden(shown is not None)  # it stands above the drafts then
        if arriving:
            self.head.set_title(self.receiving.heading, self.receiving.file_name)
        elif asks:
            self.head.set_title("A new case study")
        elif shown is not None:
            self.head.set_title(shown.title, texts.about(shown), serif=True)
        else:
            self.head.set_title("Case studies")

    def _aim_focus(self) -> None:
        """Let the focus, when one comes here, go to what is seen first."""
        if self.receiving.is_open:
            self.setFocusProxy(self.receiving)
        elif self.detail.asks:
            self.setFocusProxy(self.detail.begin.form.title)
        else:
            self.setFocusProxy(self.detail.cycle.picture if self.side.isHidden() else self.side.list)

    def _sees_list_only(self) -> bool:
        return self.both.is_narrow and not self.side.isHidden()

    def _offer_menu(self, study_id: UUID, at: QPoint) -> None:
        self._choose(study_id)
        self.commands.menu(self, REVIEW, PACK, AUTHOR, None, REMOVE).popup(at)
