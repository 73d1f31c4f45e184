"""One case study in full: its cycle, its drafts, what is open about it, who has a pack of it, and what it is."""

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from carfacilitator.services.case_studies import CaseStudyDetails
from carfacilitator.services.days import today
from carfacilitator.services.workspace import Services
from carfacilitator.ui.actions import Actions
from carfacilitator.ui.consent import ConsentLines
from carfacilitator.ui.keeping import Keeping
from carfacilitator.ui.pages.case_studies.about_card import AboutCards
from carfacilitator.ui.pages.case_studies.agreement_card import AgreementCard
from carfacilitator.ui.pages.case_studies.begin_card import BeginCard
from carfacilitator.ui.pages.case_studies.came_back_card import CameBackCard
from carfacilitator.ui.pages.case_studies.cycle_card import CycleCard
from carfacilitator.ui.pages.case_studies.drafts_card import DraftsCard
from carfacilitator.ui.pages.case_studies.side_cards import CommentsCard, PacksCard
from carfacilitator.ui.pages.case_studies.study_commands import COMMENTS, PACK
from carfacilitator.ui.receiving.panel import RECEIVE
from carfacilitator.ui.shared_actions import ALL_COMMENTS, ANSWERS, WHAT_CAME_BACK, WHO_AGREES
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.columns import Columns


class StudyDetail(QWidget):
    """The right side of the page: a case study, or the form for a new one, or nothing."""

    seen = Signal()  # or no longer: on a narrow window it gives way to the list

    def __init__(self, services: Services, keeping: Keeping, commands: Actions) -> None:
        super().__init__()
        self._services = services
        self._open: CaseStudyDetails | None = None
        self.cycle = CycleCard(services, keeping)
        self.drafts = DraftsCard(services, keeping, commands[RECEIVE])
        self.comments = CommentsCard(Button.of(commands[ALL_COMMENTS]), Button.of(commands[COMMENTS]))
        self.packs = PacksCard(Button.of(commands[PACK]), Button.of(commands[ANSWERS]))
        self.came_back = CameBackCard(Button.of(commands[WHAT_CAME_BACK]))
        self.consent = ConsentLines(services, keeping)
        self.packs.add(self.consent)
        self.agreement = AgreementCard(Button.of(commands[WHO_AGREES]))
        self.about = AboutCards(services, keeping)
        self.begin = BeginCard(services, keeping)
        self._cards = self._lay_out_study()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.begin)
        column.addWidget(self._cards)
        column.addStretch(1)
        self.show_nothing()

    def show_nothing(self) -> None:
        """Show neither."""
        self._open = None
        self.begin.hide()
        self._cards.hide()

    def show_form(self) -> None:
        """Ask for a new case study."""
        self._cards.hide()
        self.begin.show()
        self.begin.start()

    def show_study(self, study_id: UUID) -> None:
        """Show a case study.

        Raises:
            NotFoundError: it is not there any more.
        """
        services = self._services
        self._open = study = services.case_studies.open(study_id)
        drafts, packs = services.drafts.timeline(study_id), services.packs.rows(study_id)
        self.cycle.show_study(study)
        self.drafts.show_study(study_id, drafts, packs)
        threads = services.reviews.threads(drafts[-1].id) if drafts else []
        self.comments.show_counts(services.reviews.counts(study_id), threads, services.facilitators.owner().name)
        dispatches = services.dispatches.rows(study_id)
        self.packs.show_packs(dispatches, today(services.clock), has_draft=bool(drafts))
        self.consent.show_study(study_id)
        self.came_back.show_waiting(services.combined_reviews.waiting(study_id))
        self.agreement.show_ledger(services.sanctions.ledger(study_id))
        self.about.show_study(study)
        self.begin.hide()
        self._cards.show()

    def showEvent(self, event: QShowEvent) -> None:
        """Tell that it is seen."""
        super().showEvent(event)
        self.seen.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        """Tell that it is seen no more."""
        super().hideEvent(event)
        self.seen.emit()

    @property
    def study(self) -> CaseStudyDetails | None:
        """The case study that is open, also behind the form."""
        return self._open

    @property
    def asks(self) -> bool:
        """Whether it asks for a new case study."""
        return not self.begin.isHidden()

    def _lay_out_study(self) -> Columns:
        """Put side by side what is written and what is counted, where the page is wide."""
        sides = Columns(8, 3, least=500)
        for card in (self.came_back, self.cycle, self.drafts):
            sides.add(0, card)
        pair = Columns(1, 1, least=300)
        pair.add(0, self.comments)
        pair.add(1, self.packs)
        pair.end()
        sides.add(1, pair)
        sides.add(1, self.agreement)
        sides.add(1, self.about)
        sides.end()
        return sides
