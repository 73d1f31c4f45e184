"""What one goes elsewhere for from a review: the file in Word, a name for the draft, reports, the kinds of comment."""

from collections.abc import Callable
from uuid import UUID

from carfacilitator.document.profiles import Profile
from carfacilitator.services.drafts import DraftRow
from carfacilitator.services.workspace import Services
from carfacilitator.ui.actions import Action
from carfacilitator.ui.dialogs import Question
from carfacilitator.ui.keeping import Keeping
from carfacilitator.ui.lending import open_in_word
from carfacilitator.ui.page import Page
from carfacilitator.ui.reports import ReportAsk
from carfacilitator.ui.shared_actions import KINDS, OPEN_IN_WORD, REPORT

NAME = Action(
    "drafts.name", "Name this draft", "", "flag", "Case studies", "Say what state it is: it stands in the timeline."
)
MORE = (REPORT, OPEN_IN_WORD, NAME, KINDS)
_QUESTION = Question(
    "Name this draft", "For example ‘sent to Ailsa on 4 March’. A note is written on its page.", "Keep"
)


class Errands:
    """Binds the actions of MORE to the two drafts that are open, the older (or the same one) and the newer."""

    def __init__(
        self,
        services: Services,
        page: Page,
        keeping: Keeping,
        opened: Callable[[], tuple[DraftRow, DraftRow] | None],
        profile_of: Callable[[UUID], Profile],
    ) -> None:
        self._services, self._page, self._keeping = services, page, keeping
        self._opened, self._profile_of = opened, profile_of
        page.on(REPORT, self._report)
        page.on(OPEN_IN_WORD, self._open_in_word)
        page.on(NAME, self._name)
        page.on(KINDS, lambda: page.wants.emit("codebook", None))

    def _report(self) -> None:
        pair = self._opened()
        if pair is not None:
            older, newer = pair
            before = older.id if older.id != newer.id else None
            ask = ReportAsk(new_id=newer.id, old_id=before, profile=self._profile_of(newer.case_study_id))
            self._page.wants.emit("reports", ask)

    def _open_in_word(self) -> None:
        pair = self._opened()
        if pair is not None:
            open_in_word(self._services, self._page.desk, pair[1].id)

    def _name(self) -> None:
        pair = self._opened()
        if pair is None:
            return
        draft = self._services.drafts.open(pair[1].id)
        name = self._page.desk.dialogs.ask_text(_QUESTION, "Name", draft.name)
        if name is not None:
            self._services.drafts.amend(draft.id, name=name)
            self._keeping.say_done(f"Draft {draft.number} is called ‘{name}’.")
