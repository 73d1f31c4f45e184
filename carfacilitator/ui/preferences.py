"""What the facilitator prefers at this computer, kept as soon as it is chosen, and put into force."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from carfacilitator import settings
from carfacilitator.settings import Settings
from carfacilitator.ui import theme

SIZES = (90, 100, 110, 125, 150, 175, 200)  # per cent


class Preferences(QObject):
    """Holds the Settings of a file, and the look that they ask for."""

    look_changed = Signal()

    def __init__(self, app: QApplication, file: Path) -> None:
        super().__init__(app)
        self._app, self._file = app, file
        self.settings = settings.load(file)
        theme.apply(app, self.settings)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)

    def keep(self, change: Callable[[Settings], Settings]) -> None:
        """Keep changed settings, and put the look into force where it is another one."""
        before, self.settings = self.settings, change(self.settings)
        settings.save(self.settings, self._file)
        if (before.theme, before.text_size) != (self.settings.theme, self.settings.text_size):
            self._apply()

    def choose_theme(self, name: str) -> None:
        """Choose light, dark or system."""
        self.keep(lambda now: replace(now, theme=name))

    def grow(self) -> None:
        """Choose the next larger text size."""
        self._choose_size(next((size for size in SIZES if size > self.settings.text_size), SIZES[-1]))

    def shrink(self) -> None:
        """Choose the next smaller text size."""
        self._choose_size(next((size for size in reversed(SIZES) if size < self.settings.text_size), SIZES[0]))

    def usual_size(self) -> None:
        """Go back to 100 per cent."""
        self._choose_size(100)

    def _choose_size(self, size: int) -> None:
        self.keep(lambda now: replace(now, text_size=size))

    def _follow_system(self) -> None:
        if self.settings.theme == "system" and theme.is_dark() != theme.wants_dark(self.settings):
            self._apply()

    def _apply(self) -> None:
        theme.apply(self._app, self.settings)
        self.look_changed.emit()
