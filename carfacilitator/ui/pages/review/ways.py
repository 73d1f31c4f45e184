"""How the drafts of each case study are looked at and compared: remembered, and kept under names of one's own."""

from collections.abc import Mapping
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from carfacilitator.document.profiles import AS_USUAL, Profile
from carfacilitator.services.workspace import Services
from carfacilitator.ui.dialogs import Dialogs, Question
from carfacilitator.ui.keeping import Keeping
from carfacilitator.ui.widgets.compare_button import CompareButton, KeptProfile
from carfacilitator.ui.widgets.sheet_model import Way

_NAME_IT = Question("Keep this way of comparing", "It is offered for every case study.", "Keep it")


class Ways(QObject):
    """The way and the profile of each case study; `compared_anew` says that another profile was chosen."""

    compared_anew = Signal()

    def __init__(self, services: Services, keeping: Keeping, dialogs: Dialogs, button: CompareButton) -> None:
        super().__init__(button)
        self._services, self._keeping, self._dialogs, self._button = services, keeping, dialogs, button
        self._study: UUID | None = None
        button.profile_chosen.connect(self._choose)
        button.keep_wanted.connect(self._keep)
        button.forget_wanted.connect(self._forget)

    def of(self, case_study_id: UUID) -> Way:
        """Return how the drafts of a case study were looked at last."""
        return Way.from_record(self._services.looks.of(case_study_id))

    def remember(self, case_study_id: UUID, way: Way) -> None:
        """Look at the drafts of a case study this way when they are opened again."""
        self._remember(case_study_id, way.to_record())

    def profile_of(self, case_study_id: UUID) -> Profile:
        """Return what counts as a change in a case study, and let it be chosen for that one."""
        self._study = case_study_id
        self._show()
        return self._profile()

    def _profile(self) -> Profile:
        return Profile.from_record(self._services.looks.of(self._study)) if self._study else AS_USUAL

    def _remember(self, case_study_id: UUID, choices: Mapping[str, str | bool]) -> None:
        looks = self._services.looks
        self._keeping.attempt(lambda: looks.remember(case_study_id, {**looks.of(case_study_id), **choices}))

    def _show(self) -> None:
        kept = [KeptProfile(str(row.id), row.name, row.profile) for row in self._services.profiles.rows()]
        self._button.show_profile(self._profile(), kept)

    def _choose(self, profile: Profile) -> None:
        if self._study is not None:
            self._remember(self._study, profile.to_record())
            self.compared_anew.emit()

    def _keep(self, profile: Profile) -> None:
        name = self._dialogs.ask_text(_NAME_IT, "Name")
        if name and self._keeping.attempt(lambda: self._services.profiles.keep(name, profile)):
            self._keeping.say_done(f"‘{name}’ is kept.")
            self._show()

    def _forget(self, profile_id: str) -> None:
        if self._keeping.attempt(lambda: self._services.profiles.remove(UUID(profile_id))):
            self._keeping.say_done("This way of comparing is kept no longer.", back=self._show)
            self._show()
