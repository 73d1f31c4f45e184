"""What can be done with the case study that is open: its actions, and what each does."""

from typing import TYPE_CHECKING

from carfacilitator.services.case_studies import CaseStudyDetails
from carfacilitator.services.drafts import DraftRow
from carfacilitator.services.workspace import Services
from carfacilitator.ui.actions import Action
from carfacilitator.ui.keeping import Keeping
from carfacilitator.ui.page import Page
from carfacilitator.ui.pages.case_studies.drafts_card import DraftsCard
from carfacilitator.ui.reports import ReportAsk, ReportKind
from carfacilitator.ui.shared_actions import ALL_COMMENTS, ANSWERS, WHAT_CAME_BACK, WHO_AGREES

if TYPE_CHECKING:
    from uuid import UUID

MENU = "Case studies"
REVIEW = Action("drafts.review", "Review the latest draft", "Ctrl+O", "comment", MENU, "Read it, compare, comment.")
COMPARE = Action(
    "drafts.compare", "Compare with the one before", "Ctrl+E", "columns", MENU, "See what changed in the chosen draft."
)
PACK = Action(
    "packs.make", "Make a review pack", "Ctrl+Shift+P", "export", MENU, "Make a file of this draft for a gatekeeper."
)
AUTHOR = Action("case-studies.author", "Open the author", "", "people", MENU, "Go to the person whose study it is.")
DROP_DRAFT = Action(
    "drafts.remove", "Remove the latest draft", "", "remove", MENU, "Take away a draft that was kept by mistake."
)
REMOVE = Action(
    "case-studies.remove",
    "Remove this case study",
    "",
    "remove",
    MENU,
    "Take it out of every list; Undo brings it back.",
)
COMMENTS = Action(
    "comments.report", "Report on the comments", "", "comment", MENU, "By kind or by draft, as Word or a table."
)
OF_STUDY = (
    *(REVIEW, COMPARE, PACK, WHAT_CAME_BACK, ANSWERS, WHO_AGREES, AUTHOR),
    *(ALL_COMMENTS, COMMENTS, DROP_DRAFT, REMOVE),
)
_NO_DRAFT = "No draft has come yet."


class StudyCommands:
    """Binds the actions of a page to the case study that it shows."""

    def __init__(self, services: Services, page: Page, keeping: Keeping) -> None:
        self._services, self._page, self._keeping = services, page, keeping
        self._study: CaseStudyDetails | None = None
        self._latest: DraftRow | None = None
        self._chosen: DraftRow | None = None
        self._came: UUID | None = None  # the draft of which something came back
        page.on(REVIEW, lambda: self._go("review", self._latest))
        page.on(COMPARE, lambda: self._go("review", self._chosen))
        page.on(PACK, lambda: self._go("packs", self._latest))
        page.on(ANSWERS, lambda: self._go("answers", self._latest))
        page.on(AUTHOR, self._go_to_author)
        page.on(COMMENTS, self._report_comments)
        page.on(ALL_COMMENTS, self._go_to_comments)
        page.on(WHAT_CAME_BACK, self._go_to_what_came_back)
        page.on(WHO_AGREES, self._go_to_who_agrees)
        page.on(DROP_DRAFT, self._remove_draft)
        page.on(REMOVE, self._remove)

    def show(self, study: CaseStudyDetails | None, drafts: DraftsCard) -> None:
        """Offer what can be done with `study`, of which `drafts` shows a draft; nothing for None."""
        self._study = study
        self._latest = drafts.latest if study else None
        self._chosen = drafts.chosen_draft if study else None
        before = drafts.before_chosen if study else None
        commands = self._page.commands
        for action in OF_STUDY:
            commands[action].setVisible(study is not None)
        for action in (REVIEW, PACK, ANSWERS, ALL_COMMENTS, COMMENTS, DROP_DRAFT):
            commands.allow(action, if_=self._latest is not None, else_=_NO_DRAFT)
        came = self._services.combined_reviews.waiting(study.id) if study is not None else None
        self._came = came.draft_id if came is not None else None
        commands.allow(WHAT_CAME_BACK, if_=came is not None, else_="Nothing came back of a pack yet.")
        commands.allow(COMPARE, if_=before is not None, else_="There is no draft before it.")
        self._name(before)

    def _name(self, before: DraftRow | None) -> None:
        commands, latest, chosen = self._page.commands, self._latest, self._chosen
        commands[REVIEW].setText(f"Review draft {latest.number}" if latest else REVIEW.text)
        commands[DROP_DRAFT].setText(f"Remove draft {latest.number}" if latest else DROP_DRAFT.text)
        pair = f"Compare draft {chosen.number} with draft {before.number}" if before and chosen else COMPARE.text
        commands[COMPARE].setText(pair)
        if self._study is not None:
            commands[AUTHOR].setText(f"Open {self._study.author}")

    def _go(self, page: str, draft: DraftRow | None) -> None:
        if draft is not None:
            self._page.wants.emit(page, draft.id)

    def _go_to_author(self) -> None:
        if self._study is not None:
            self._page.wants.emit("people", self._study.author_id)

    def _go_to_comments(self) -> None:
        if self._study is not None:
            self._page.wants.emit("comments", self._study.id)

    def _go_to_what_came_back(self) -> None:
        if self._came is not None:
            self._page.wants.emit("combined", self._came)

    def _go_to_who_agrees(self) -> None:
        if self._study is not None:
            self._page.wants.emit("sanctions", self._study.id)

    def _report_comments(self) -> None:
        if self._latest is not None:
            self._page.wants.emit("reports", ReportAsk(new_id=self._latest.id, kind=ReportKind.COMMENTS))

    def _remove_draft(self) -> None:
        draft = self._latest
        if draft is not None:
            self._services.drafts.remove(draft.id)
            self._keeping.say_done(f"Draft {draft.number} of ‘{draft.case_study}’ was removed.")

    def _remove(self) -> None:
        study = self._study
        if study is not None:
            self._services.case_studies.remove(study.id)
            self._keeping.say_done(f"‘{study.title}’ was removed.", lambda: self._page.open(study.id))
