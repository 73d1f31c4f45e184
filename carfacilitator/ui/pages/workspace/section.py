"""What the parts of the page of the workspace have in common."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from carfacilitator.services.workspace import Services
from carfacilitator.ui import theme
from carfacilitator.ui.actions import Action
from carfacilitator.ui.page import Page
from carfacilitator.ui.widgets.pill import PillLook


@dataclass(frozen=True)
class Summary:
    """What the list says of a part: a muted line, and a pill where something is to be seen to."""

    words: str
    pill: PillLook | None = None


class Section(QWidget):
    """One part: a subclass names itself in class attributes, fills `column` with cards, and reads its data anew."""

    ID: ClassVar[UUID]
    TITLE: ClassVar[str]
    ICON: ClassVar[str]
    ACTIONS: ClassVar[tuple[Action, ...]] = ()

    goes = Signal(object, object)  # the ID of another part, and what it shall take

    def __init__(self, services: Services, page: Page) -> None:
        super().__init__()
        self.services, self.page = services, page
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(theme.Space.LARGE)

    def summary(self) -> Summary:
        """Return what the list says of it; read in a moment, for all parts at every refresh."""
        return Summary("")

    def refresh(self) -> None:
        """Read again what it shows; called when it is about to be seen, and after every change while it is."""

    def take(self, thing: object) -> None:
        """Begin with something that another part hands on."""

    def step_back(self) -> bool:
        """Close what is half done in it on Esc; return False where there is nothing."""
        return False
