"""A gentle word on the safety of the workspace, where something is to be seen to; else nothing at all."""

from PySide6.QtCore import Signal

from carfacilitator.services.safety import Notice
from carfacilitator.services.workspace import Services
from carfacilitator.ui import sections
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.card import Card
from carfacilitator.ui.widgets.flow import Flow
from carfacilitator.ui.widgets.words import PLAIN, Words


class SafetyCard(Card):
    """Shows the most urgent notice alone; `wanted` carries the part of the page of the workspace that sees to it."""

    wanted = Signal(object)

    def __init__(self, services: Services) -> None:
        super().__init__("Your workspace")
        self._services = services
        self._notice: Notice | None = None
        self._words = Words("", PLAIN, wraps=True)
        see_to = Button("See to it", "shield")
        see_to.clicked.connect(self._lead)
        self.add(self._words)
        self.add(Flow(see_to))
        self.hide()

    @property
    def said(self) -> str:
        """What it says, or nothing."""
        return self._notice.sentence if self._notice else ""

    def refresh(self) -> None:
        """Look again."""
        self._notice = next(iter(worth_saying(self._services)), None)
        self._words.setText(self.said)
        self.setHidden(self._notice is None)

    def _lead(self) -> None:
        if self._notice is not None:
            self.wanted.emit(sections.SEEN_TO_IN[self._notice.about])


def worth_saying(services: Services) -> list[Notice]:
    """Return what is to be seen to: nothing in a sample, and no missing backup before the first has had its time."""
    if services.facilitators.is_sample():
        return []
    has_backup = services.backups.newest() is not None
    return [notice for notice in services.safety.notices() if has_backup or notice.about != "backup"]
