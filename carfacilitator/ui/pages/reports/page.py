"""The page of the reports: what is wished at the left, what was made of it at the right, and the way out."""

from uuid import UUID

from carfacilitator.errors import KnownError, NotFoundError
from carfacilitator.services.drafts import DraftRow
from carfacilitator.services.reports import Form, Report
from carfacilitator.services.workspace import Services
from carfacilitator.ui.actions import Action
from carfacilitator.ui.dialogs import Question
from carfacilitator.ui.jobs import Job
from carfacilitator.ui.page import Desk, Page
from carfacilitator.ui.pages.reports.made_card import MadeCard
from carfacilitator.ui.pages.reports.wishes_card import Wish, WishesCard
from carfacilitator.ui.reports import ReportAsk, ReportKind
from carfacilitator.ui.saving import Saving
from carfacilitator.ui.widgets.columns import Columns
from carfacilitator.ui.widgets.tall import Tall

SAVE = Action("reports.save", "Save the report", "Ctrl+S", "file", "Reports", "Save it, with a receipt of what left.")
PRINT = Action("reports.print", "Print", "Ctrl+P", "handouts", "Reports", "Print the pages that are shown.")
_MAKING, _BEGUN = "Making the report", 0.1


class ReportsPage(Page):
    """It opens for a draft, for a case study, or for a ReportAsk of another page."""

    ID = "reports"
    PLACE = "case-studies"
    ACTIONS = (SAVE, PRINT)
    SHOWS = frozenset({"Draft", "Comment", "Reply", "CommentKind", "CaseStudy"})

    def __init__(self, services: Services, desk: Desk) -> None:
        super().__init__(desk)
        self._services = services
        self._saving = Saving(services, desk)
        self._drafts: list[DraftRow] = []
        self._report: Report | None = None
        self._job: Job | None = None
        self.wishes, self.made = WishesCard(), MadeCard()
        columns = Columns(2, 3, least=300)
        columns.add(0, self.wishes)
        columns.add(1, self.made)
        columns.end()
        self.body.addWidget(Tall(columns))
        self.setFocusProxy(self.wishes.kind)
        self.head.set_crumb("Case study")
        self.offer(PRINT)
        self.offer(SAVE, primary=True)
        self.on(SAVE, self._save)
        self.on(PRINT, self._print)
        self.wishes.changed.connect(self._make)

    def open(self, entity: UUID | ReportAsk | None) -> None:
        """Begin a report; without anything to begin with, what was shown stays."""
        if entity is None:
            return
        ask = entity if isinstance(entity, ReportAsk) else ReportAsk(new_id=self._draft(entity).id)
        newest = self._services.drafts.open(ask.new_id)
        study = self._services.case_studies.open(newest.case_study_id)
        self._drafts = self._services.drafts.timeline(study.id)
        self.head.set_title("A report", f"{study.title} · {study.author}")
        self.wishes.show_ask(ask, self._drafts, study.author)
        self._make()

    def refresh(self) -> None:
        """Make it again from what is there now."""
        if self._drafts:
            self._make()

    def _go_up(self) -> None:
        self.wants.emit(self.PLACE, self._drafts[0].case_study_id if self._drafts else None)

    def _draft(self, entity: UUID) -> DraftRow:
        try:
            return self._services.drafts.open(entity)
        except NotFoundError:
            drafts = self._services.drafts.timeline(entity)
        if not drafts:
            raise NotFoundError("No draft of this case study has arrived yet.", "Receive one first (Ctrl R).")
        return drafts[-1]

    def _make(self) -> None:
        """Make the report aside; one that is still under way for another wish is let go."""
        if self._job is not None:
            self._job.cancel()
        self._report = None
        self._allow()
        wish = self.wishes.wish(self._drafts[0].case_study_id)
        if wish is None:
            self.made.say_why(KnownError("There is no draft before this one.", "Choose another one."))
            return
        self._job = self.desk.jobs.start(
            _MAKING, lambda job: (wish.ask.kind, self._made_of(wish, job)), self._show, self._say_why
        )

    def _made_of(self, wish: Wish, job: Job) -> Report:
        reports, ask = self._services.reports, wish.ask
        job.report(_BEGUN, wish.reader.recipient)
        if ask.kind is ReportKind.REDLINE and ask.old_id is not None:
            return reports.redline(ask.old_id, ask.new_id, wish.reader)
        if ask.kind is ReportKind.CHANGES and ask.old_id is not None:
            return reports.changes(ask.old_id, ask.new_id, wish.reader, ask.profile)
        form = Form.TABLE if ask.kind is ReportKind.TABLE else Form.WORD
        return reports.comments(wish.comments, wish.arrange, form, wish.reader)

    def _show(self, made: tuple[ReportKind, Report]) -> None:
        kind, self._report = made
        self._job = None
        self.made.show_report(self._report, kind)
        self._allow()

    def _say_why(self, error: KnownError) -> None:
        self._job = None
        self.made.say_why(error)

    def _allow(self) -> None:
        is_made = self._report is not None
        self.commands.allow(SAVE, if_=is_made, else_="There is nothing to save yet.")
        has_pages = self._report is not None and bool(self._report.pages)
        self.commands[PRINT].setVisible(has_pages or not is_made)
        self.commands.allow(PRINT, if_=has_pages, else_="There are no pages to print yet.")

    def _save(self) -> None:
        report, reports = self._report, self._services.reports
        folder = self.desk.dialogs.choose_folder("Save the report and its receipt in which folder?")
        if folder is None or report is None:
            return
        standing = reports.standing(report, folder)
        question = Question(f"There is already a {report.parcel.name} there.", "It would be replaced.", "Replace it")
        if not standing or self.desk.dialogs.confirm(question):
            self._saving.say(reports.hand_over(report, folder, replace=standing)[0])

    def _print(self) -> None:
        report = self._report
        if report is not None and self._services.departures.print(report.parcel, report.pages):
            self.desk.messages.say("The report went to the printer.")
