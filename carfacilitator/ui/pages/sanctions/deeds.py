"""What is done with the line of the ledger that is open: asked again, let stand, noted, its conditions kept."""

from collections.abc import Callable
from datetime import date

from carfacilitator.model.terms import SanctionEntryKind
from carfacilitator.services.sanction_rows import ConditionRow, EntryRow, SanctionRow
from carfacilitator.services.workspace import Services
from carfacilitator.ui.keeping import Keeping
from carfacilitator.ui.pages.sanctions.detail import DetailCard


class Deeds:
    """Every deed is one step of Undo, and says so."""

    def __init__(self, services: Services, keeping: Keeping, current: Callable[[], SanctionRow | None]) -> None:
        self._sanctions = services.sanctions
        self._keeping = keeping
        self._current = current
        self._detail: DetailCard | None = None

    def bind(self, detail: DetailCard) -> None:
        """Do what the buttons of the detail ask for."""
        self._detail = detail
        detail.local_use.connect(self._allow_local_use)
        detail.changed.again.connect(self.ask_again)
        detail.changed.stands.connect(self._let_stand)
        detail.conditions.added.connect(self._add_condition)
        detail.conditions.met.connect(self._mark_met)
        detail.conditions.gone.connect(self._remove_condition)
        detail.happened.noted.connect(self._note)
        detail.happened.gone.connect(self._remove_entry)

    def ask_again(self) -> None:
        """Note that somebody is asked about the newest draft; what they answered before stays in what happened."""
        self._do(lambda row: self._sanctions.ask_again(row.id), "{} is asked again. Make a pack of the newest draft.")

    def remove(self) -> None:
        """Take somebody off the list."""
        self._do(lambda row: self._sanctions.remove(row.id), "{} was taken off the list.")

    def _let_stand(self, reason: str) -> None:
        self._do(lambda row: self._sanctions.let_stand(row.id, reason), "The yes of {} stands; your reason is kept.")

    def _allow_local_use(self, allowed: bool) -> None:  # noqa: FBT001  a signal of Qt carries it
        words = "It is marked for local use." if allowed else "It is not marked for local use any more."
        self._do(lambda row: self._sanctions.allow_local_use(row.id, allowed=allowed), words)

    def _add_condition(self, text: str, words: str, instead: str) -> None:
        if self._do(lambda row: self._sanctions.put_condition(row.id, text, words, instead), "The condition is kept."):
            self._fold()

    def _mark_met(self, one: ConditionRow) -> None:
        met = not one.is_met
        words = "The condition is said to be met." if met else "The condition is not met."
        self._do(lambda _: self._sanctions.mark_met(one.id, met=met), words)

    def _remove_condition(self, one: ConditionRow) -> None:
        self._do(lambda _: self._sanctions.remove_condition(one.id), "The condition was removed.")

    def _note(self, kind: SanctionEntryKind, words: str, day: date | None) -> None:
        if self._do(lambda row: self._sanctions.note(row.id, kind, words, day), "Noted."):
            self._fold()

    def _remove_entry(self, one: EntryRow) -> None:
        self._do(lambda _: self._sanctions.remove_entry(one.id), "It was taken off what happened.")

    def _fold(self) -> None:
        if self._detail is not None:
            self._detail.conditions.fold()
            self._detail.happened.fold()

    def _do(self, deed: Callable[[SanctionRow], object], words: str) -> bool:
        row = self._current()
        if row is None or not self._keeping.attempt(lambda: deed(row)):
            return False
        self._keeping.say_done(words.format(row.gatekeeper))
        return True
