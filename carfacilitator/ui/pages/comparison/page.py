"""The page on which any two Word files are compared: which they are, then both side by side, and the way out."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from uuid import UUID

from carfacilitator.document.comparison import compare
from carfacilitator.document.profiles import AS_USUAL, Profile
from carfacilitator.model.terms import Audience
from carfacilitator.services.comparisons import FilePair, compare_files
from carfacilitator.services.files import OpenedFile
from carfacilitator.services.reports import Report
from carfacilitator.services.workspace import Services
from carfacilitator.ui.actions import Action
from carfacilitator.ui.dialogs import PDF_FILES, WORD_FILES, Question
from carfacilitator.ui.keeping import Keeping
from carfacilitator.ui.page import Desk, Page
from carfacilitator.ui.pages.comparison.files_card import FilesCard
from carfacilitator.ui.saving import Saving
from carfacilitator.ui.widgets.compare_button import KeptProfile
from carfacilitator.ui.widgets.file_cards import file_cards
from carfacilitator.ui.widgets.review_data import DraftHead
from carfacilitator.ui.widgets.review_desk import ReviewDesk
from carfacilitator.ui.widgets.sheet_model import Drafts

MENU = "Compare files"
OTHERS = Action("comparison.others", "Compare other files", "Ctrl+N", "folder", MENU, "Choose two files.")
REDLINE = Action(
    "comparison.redline", "Save with tracked changes", "Ctrl+S", "file", MENU, "The newer file, with every difference."
)
SHEET = Action("comparison.sheet", "Save as PDF", "", "handouts", MENU, "What changed, on paper.")
_NAME_IT = Question("Keep this way of comparing", "It is offered for every case study.", "Keep it")


class ComparisonPage(Page):
    """Files that belong to no case study; nothing of them is kept in the workspace."""

    ID = "comparison"
    PLACE = "case-studies"
    ACTIONS = (OTHERS, REDLINE, SHEET)
    TAKES = frozenset({".docx"})
    FOLDS_RAIL = True

    def __init__(self, services: Services, desk: Desk) -> None:
        super().__init__(desk)
        self._services = services
        self._saving = Saving(services, desk)
        self._keeping = Keeping(services, desk.messages)
        self._pair: FilePair | None = None
        self._profile = AS_USUAL
        self.files = FilesCard(desk.dialogs)
        self.review = ReviewDesk()
        self.review.letters_live = False  # there is nothing to comment on: the files are nobody's drafts
        self.body.addWidget(self.files)
        self.body.addWidget(self.review, 1)
        self.body.addStretch()
        self.head.set_crumb("Case studies")
        for action in (OTHERS, SHEET):
            self.offer(action)
        self.offer(REDLINE, primary=True)
        self._connect()
        self._choose_files()

    def open(self, entity: UUID | None) -> None:
        """Show what was compared last, or ask for two files."""
        del entity  # no record is opened here

    def take(self, files: list[Path]) -> None:
        """Compare two files that were dropped; one waits for the other."""
        self._choose_files()
        self.files.take(files)
        if len(files) > 1:
            self.files.go.click()

    def step_back(self) -> bool:
        """Go back to the comparison from choosing other files."""
        if self._pair is None or self.files.isHidden():
            return False
        self._show_pair(self._pair)
        return True

    def compare(self, older: Path, newer: Path) -> None:
        """Read two files aside and show what changed from the one to the other."""
        profile = self._profile
        self.desk.jobs.start(
            "Comparing the files", lambda _: _ready(compare_files(older, newer, profile)), self._show_pair
        )

    def _connect(self) -> None:
        reports = self._services.reports
        self.on(OTHERS, self._choose_files)
        self.on(REDLINE, lambda: self._save(reports.redline_of_files, WORD_FILES))
        self.on(SHEET, lambda: self._save(reports.changes_of_files, PDF_FILES))
        self.files.wanted.connect(self.compare)
        self.review.copy_wanted.connect(self._copy)
        chooser = self.review.bar.compare
        chooser.profile_chosen.connect(self._compare_anew)
        chooser.keep_wanted.connect(self._keep_profile)
        chooser.forget_wanted.connect(self._forget_profile)

    def _choose_files(self) -> None:
        self.files.show()
        self.review.hide()
        self.setFocusProxy(self.files)
        if self.isVisible():
            self.setFocus()
        self.head.set_title("Compare two Word files")
        for action in self.ACTIONS:
            self.commands[action].setVisible(False)

    def _show_pair(self, pair: FilePair) -> None:
        self._pair = pair
        self.files.hide()
        self.review.show()
        self.setFocusProxy(self.review.view)
        if self.isVisible():
            self.setFocus()
        self.head.set_title(pair.new.name, f"compared with {pair.old.name}")
        drafts = Drafts(pair.new.document, pair.old.document, pair.comparison, _head(pair.new), _head(pair.old))
        self.review.show_drafts(drafts)
        self.review.show_cards(file_cards(pair.new.document))
        self._show_profiles()
        for action in self.ACTIONS:
            self.commands[action].setVisible(True)

    def _compare_anew(self, profile: Profile) -> None:
        pair, self._profile = self._pair, profile
        if pair is not None:
            texts = pair.old.document, pair.new.document
            self.desk.jobs.start(
                "Comparing the files",
                lambda _: _ready(replace(pair, comparison=compare(*texts, profile))),
                self._show_pair,
            )

    def _show_profiles(self) -> None:
        kept = [KeptProfile(str(row.id), row.name, row.profile) for row in self._services.profiles.rows()]
        self.review.bar.compare.show_profile(self._profile, kept)

    def _keep_profile(self, profile: Profile) -> None:
        name = self.desk.dialogs.ask_text(_NAME_IT, "Name")
        if name and self._keeping.attempt(lambda: self._services.profiles.keep(name, profile)):
            self._keeping.say_done(f"‘{name}’ is kept.", back=self._show_profiles)
            self._show_profiles()

    def _forget_profile(self, profile_id: str) -> None:
        if self._keeping.attempt(lambda: self._services.profiles.remove(UUID(profile_id))):
            self._keeping.say_done("This way of comparing is kept no longer.", back=self._show_profiles)
            self._show_profiles()

    def _save(self, make: Callable[[FilePair], Report], kinds: str) -> None:
        if self._pair is not None:
            work = partial(make, self._pair)
            self.desk.jobs.start("Making the file", lambda _: work(), partial(self._keep, kinds))

    def _keep(self, kinds: str, report: Report) -> None:
        self.attempt(lambda: self._saving.ask(report.parcel, "Save what changed", kinds))

    def _copy(self, words: str) -> None:
        if self._pair is not None:
            name = self._pair.new.name
            self.attempt(lambda: self._services.departures.copy_words(words, Audience.AUTHOR, name))


def _ready(pair: FilePair) -> FilePair:
    """Have the summary ready, so that the window never waits for it."""
    pair.comparison.summary  # noqa: B018  it is worked out once and kept
    return pair


def _head(file: OpenedFile) -> DraftHead:
    words = sum(len(text.split()) for text in file.document.texts())
    return DraftHead(file.name, f"{words:,} words")
