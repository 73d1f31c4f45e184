"""All comments on a case study in one list: narrowed, weighed by kind, opened at their passages, made a document of."""

from collections.abc import Hashable
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from carfacilitator.services.days import today
from carfacilitator.services.workspace import Services
from carfacilitator.ui import theme
from carfacilitator.ui.actions import Action
from carfacilitator.ui.page import Desk, Page
from carfacilitator.ui.pages.comments.choices import CommentChoices
from carfacilitator.ui.pages.comments.rows import counts, rows
from carfacilitator.ui.reports import ReportAsk, ReportKind
from carfacilitator.ui.widgets.card import Card
from carfacilitator.ui.widgets.columns import Columns
from carfacilitator.ui.widgets.count_bars import CountBars
from carfacilitator.ui.widgets.row_list import RowList
from carfacilitator.ui.widgets.spoken import counted
from carfacilitator.ui.widgets.words import MUTED, Words

MENU = "Comments"
FILTER = Action("comments.filter", "Find in the comments", "Ctrl+F", "search", MENU, "Go to the line that finds.")
EVERYTHING = Action("comments.all", "Show all", "", "close", MENU, "Leave nothing out.")
DOCUMENT = Action("comments.document", "As a document", "", "export", MENU, "Make a Word document of these comments.")
TABLE = Action("comments.table", "As a table", "", "table", MENU, "Make a table of these comments.")


class CommentsPage(Page):
    """The comments of the case study that it is opened with."""

    ID = "comments"
    PLACE = "case-studies"
    ACTIONS = (FILTER, EVERYTHING, DOCUMENT, TABLE)
    SHOWS = frozenset({"Comment", "Reply", "CommentAnchor", "CommentKind", "Draft", "CaseStudy"})

    def __init__(self, services: Services, desk: Desk) -> None:
        super().__init__(desk)
        self._services = services
        self._study: UUID | None = None
        self.choices = CommentChoices()
        self.list = RowList("Comments", grows=True)
        self.told = Words("", MUTED)
        self.nothing = Words("No comment is like that.", MUTED, wraps=True)
        self.sentence = Words("", wraps=True)
        self.bars = CountBars("Your comments by kind")
        self._fill()
        self.choices.chosen.connect(lambda: self.attempt(self._show))
        self.choices.line.goes_down_to(self.list)
        self.list.opened.connect(self._open_comment)
        self.setFocusProxy(self.list)

    def open(self, entity: UUID | None) -> None:
        """Show the comments of a case study."""
        if entity is not None and entity != self._study:
            self._study = entity
            self.choices.reset()
            self.refresh()

    def refresh(self) -> None:
        """Read the comments again; what was narrowed stays so."""
        if self._study is None:
            return
        study = self._services.case_studies.open(self._study)
        self.head.set_title("Comments", study.title)
        self.choices.offer(self._services.comments.choices(self._study))
        weighed = self._services.comments.balance(self._study)
        self.sentence.setText(weighed.sentence)
        self.bars.set_counts(counts(weighed))
        self._show()

    def _show(self) -> None:
        found = self._services.comments.rows(self.choices.wanted(self._study))
        self.list.set_rows(rows(found, today(self._services.clock)))
        still_open = sum(row.is_open for row in found)
        self.told.setText(f"{counted(len(found), 'comment')}, {still_open} open" if found else "")
        self.nothing.setVisible(not found)
        self.list.setVisible(bool(found))
        for action in (DOCUMENT, TABLE):
            self.commands.allow(action, if_=bool(found), else_="There is no comment to make it of.")
        self.commands.allow(EVERYTHING, if_=self.choices.are_narrow, else_="All of them are shown.")

    def _go_up(self) -> None:
        self.wants.emit(self.PLACE, self._study)

    def _open_comment(self, comment_id: Hashable) -> None:
        self.wants.emit("review", comment_id)

    def _make(self, kind: ReportKind) -> None:
        newest = self._services.drafts.timeline(self._study)[-1] if self._study else None
        if newest is not None:
            ask = ReportAsk(new_id=newest.id, kind=kind, wanted=self.choices.wanted(self._study))
            self.wants.emit("reports", ask)

    def _fill(self) -> None:
        self.head.set_crumb("Case studies")
        self.on(FILTER, self.choices.line.setFocus)
        self.on(EVERYTHING, self.choices.reset)
        self.on(DOCUMENT, lambda: self._make(ReportKind.COMMENTS))
        self.on(TABLE, lambda: self._make(ReportKind.TABLE))
        for action in (EVERYTHING, TABLE, DOCUMENT):
            self.offer(action)
        found = QWidget()
        column = QVBoxLayout(found)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.Space.SMALL)
        for part in (self.choices, self.told, self.nothing, self.list):
            column.addWidget(part)
        balance = Card("What your comments are about")
        balance.add(self.sentence)
        balance.add(self.bars)
        columns = Columns(2, 1, least=320)
        columns.add(0, found)
        columns.add(1, balance)
        columns.end()
        self.body.addWidget(columns)
