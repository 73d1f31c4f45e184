"""Buttons: primary, plain, quiet, or an icon alone; coloured by the theme and worked by Enter as well as Space."""

from typing import Literal, Self

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from carfacilitator.ui import icons, theme

Look = Literal["primary", "plain", "quiet", "icon", "undo"]
_TINTS: dict[str, str] = {"primary": "on_lead", "quiet": "lead", "undo": "message_link"}


class Button(QPushButton):
    """A button; with look "icon" the words are its tooltip and what a screen reader says."""

    def __init__(self, text: str, icon: str = "", look: Look = "plain", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self._look: Look = look
        self._action: QAction | None = None
        self._words, self._folded = text, False
        self.setProperty("look", look)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAutoDefault(False)
        self.say(text)
        self._tint()

    @classmethod
    def of(cls, action: QAction, look: Look = "plain", icon: str = "") -> Self:
        """Return a button that does what `action` does, and is enabled, shown and named as it is."""
        made = cls("", icon or str(action.property("icon_name") or ""), look)
        made._action = action
        made._follow()
        action.changed.connect(made._follow)
        made.clicked.connect(action.trigger)
        return made

    def say(self, text: str) -> None:
        """Show these words."""
        self._words = text
        self.setAccessibleName(text)
        if self._look == "icon":
            self.setToolTip(text)
        if self._look == "icon" or self._folded:
            self.setText("")
            return
        shown = text.replace("&", "&&")
        self.setText(f" {shown}" if self._icon else shown)  # Qt leaves too little room between icon and words

    def set_look(self, look: Look) -> None:
        """Be of another look."""
        if look == self._look:
            return
        self._look = look
        self.setProperty("look", look)
        self.style().polish(self)
        self._tint()

    def set_icon(self, name: str) -> None:
        """Show another icon, or none."""
        self._icon = name
        self._tint()

    def fold(self, *, folded: bool) -> None:
        """Show the icon without its words, which a hover and a screen reader still say; or the words again."""
        if not self._icon or folded == self._folded:
            return
        self._folded = folded
        self.say(self._words)
        if folded and not self.toolTip():
            self.setToolTip(self._words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press on Enter too: that is what tired hands try."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Take the colours of the theme that comes into force."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.PaletteChange, QEvent.Type.StyleChange}:
            self._tint()

    def _follow(self) -> None:
        if self._action is None:
            return
        self.say(self._action.text())
        self.setToolTip(self._action.toolTip())
        self.setEnabled(self._action.isEnabled())
        if self.parentWidget() is not None or not self._action.isVisible():  # else it would show as a window of its own
            self.setHidden(not self._action.isVisible())

    def _tint(self) -> None:
        if not self._icon:
            return
        self.setIcon(icons.icon(self._icon, _TINTS.get(self._look, "ink")))
        self.setIconSize(QSize(theme.px(icons.SIZE), theme.px(icons.SIZE)))
