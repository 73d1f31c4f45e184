"""Wiping the workspace from this computer, when the work is over: its name is typed before anything goes."""

from carfacilitator.services import wiping
from carfacilitator.services.days import local
from carfacilitator.services.wiping import WipePlan
from carfacilitator.services.workspace import Services
from carfacilitator.ui.dialogs import Question
from carfacilitator.ui.page import Page
from carfacilitator.ui.requests import WhileClosed
from carfacilitator.ui.widgets import spoken
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.card import Card
from carfacilitator.ui.widgets.field import Field
from carfacilitator.ui.widgets.flow import Flow
from carfacilitator.ui.widgets.switch import Switch
from carfacilitator.ui.widgets.words import MUTED, PLAIN, Words

_ABOUT = "Its keys are written over first, then all that it has, and it is forgotten here. It cannot be undone."


class WipeCard(Card):
    """Says what would go and what would stay; the button waits for the name."""

    def __init__(self, services: Services, page: Page) -> None:
        super().__init__("Wipe this workspace", look="bad")
        self._services, self._page = services, page
        self.goes = Words("", PLAIN, wraps=True)
        self.name = Field("Type the name of the workspace")
        self.backups = Switch("Its backups, too", "Those here and in the second place, if that is there")
        self.wipe = Button("Wipe it …", "remove")
        for part in (Words(_ABOUT, MUTED, wraps=True), self.goes, self.name, self.backups, Flow(self.wipe)):
            self.add(part)
        self.name.line.textChanged.connect(lambda _: self._look())
        self.wipe.clicked.connect(self._wipe)
        self._look()

    def refresh(self) -> None:
        """Look what there is."""
        plan = wiping.plan(self._services.folder)
        self.goes.setText(f"The workspace is called ‘{plan.name}’. {_held(plan)}")
        self.backups.setHidden(not plan.backups)
        self._look()

    def _look(self) -> None:
        self.wipe.setEnabled(self.name.line.text().strip() == self._services.folder.stem)

    def _wipe(self) -> None:
        folder, typed, with_backups = self._services.folder, self.name.line.text(), self.backups.isChecked()
        back = "Nothing brings it back." if with_backups else "Only a backup brings it back."
        if not self._page.desk.dialogs.confirm(Question(f"Wipe ‘{folder.stem}’ now?", back, "Wipe it")):
            return
        self._page.desk.requests.while_closed.emit(
            WhileClosed(
                "Wiping the workspace",
                lambda job: wiping.wipe(folder, typed, with_backups=with_backups, report=job.report),
                f"‘{folder.stem}’ is wiped from this computer.",
                ends=True,
            )
        )


def _held(plan: WipePlan) -> str:
    if not plan.backups:
        return "No backup holds it."
    count, holds = spoken.counted(len(plan.backups), "backup"), "holds" if len(plan.backups) == 1 else "hold"
    last = f", the newest of {spoken.short_day(local(plan.backed_up_at).date())}" if plan.backed_up_at else ""
    return f"{count[:1].upper()}{count[1:]} still {holds} it{last}."
