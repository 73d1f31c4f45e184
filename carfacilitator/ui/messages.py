"""What the program says at the bottom of the window: short, with Undo where there is something to undo."""

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QEasingCurve, QEvent, QPropertyAnimation, QSize, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QEnterEvent
from PySide6.QtWidgets import QFrame, QGraphicsOpacityEffect, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from carfacilitator.errors import KnownError
from carfacilitator.ui import theme
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.sign import Sign
from carfacilitator.ui.widgets.words import PLAIN, Words

Tone = Literal["good", "warn", "bad"]
_ICONS: dict[Tone, str] = {"good": "check", "warn": "alert", "bad": "alert"}
_SHOWN = 8_000  # milliseconds that a message without weight stays
_MOST = 3


class Message(QFrame):
    """One message: a sign, the words, what can be done about it, and a way to put it away."""

    def __init__(self, words: str, tone: Tone, parent: QWidget) -> None:
        super().__init__(parent)
        self.words = words
        self.is_deed = False  # something done, which can be taken back for a while
        self.setProperty("look", "message")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(14, 6, 6, 6)
        self._row.setSpacing(theme.Space.SMALL)
        self._row.addWidget(Sign(_ICONS[tone], f"message_{tone}"))
        self._row.addWidget(Words(words, PLAIN.in_tone("message_ink"), self, wraps=True), 1)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.put_away)

    def offer(self, text: str, run: Callable[[], object]) -> None:
        """Offer something to do, which also puts the message away."""
        button = Button(text, look="undo", parent=self)
        button.clicked.connect(self.put_away)
        button.clicked.connect(lambda _: run())
        self._row.addWidget(button)

    def offer_close(self) -> None:
        """Offer to put it away."""
        button = Button("Put this message away", "close", "undo", self)
        button.setText("")
        button.setToolTip("Put this message away")
        button.clicked.connect(self.put_away)
        self._row.addWidget(button)

    def stay(self, milliseconds: int) -> None:
        """Go by itself after so long; while the pointer rests on it, it stays."""
        self._timer.start(milliseconds)

    def appear(self) -> None:
        """Come in with a fade, or at once where nothing may move."""
        self.show()
        if theme.is_still():
            return
        effect = QGraphicsOpacityEffect(self)
        self.setGraphicsEffect(effect)
        fade = QPropertyAnimation(effect, b"opacity", self)
        fade.setDuration(theme.FADE)
        fade.setStartValue(0.0)
        fade.setEndValue(1.0)
        fade.setEasingCurve(QEasingCurve.Type.OutCubic)
        fade.finished.connect(lambda: self.setGraphicsEffect(None))  # type: ignore[arg-type]  # None takes it off
        fade.start()

    def put_away(self) -> None:
        """Take the message off the window."""
        self._timer.stop()
        self.hide()
        self.deleteLater()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Stay while the pointer rests on it."""
        self._timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Go a while after the pointer has left, unless it matters."""
        if self._timer.interval():
            self._timer.start()
        super().leaveEvent(event)


class Messages(QWidget):
    """The bar at the bottom that holds the messages, newest below; it takes no room while it says nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.Space.TINY)
        self._column.setAlignment(Qt.AlignmentFlag.AlignHCenter)

    def say(
        self,
        words: str,
        *,
        undo: Callable[[], object] | None = None,
        tone: Tone = "good",
        stays: bool = False,
        way: tuple[str, Callable[[], object]] | None = None,
    ) -> Message:
        """Say something; with `undo` the button takes it back. What matters `stays` until it is read.

        `way` is a button that leads to what was done, and what it does.

        A newer deed sends the older ones away: only the latest can be taken back, and they would pile up over the page.
        """
        if undo is not None:
            self.end_deeds()
        message = self._add(words, tone)
        if way is not None:
            message.offer(*way)
        if undo is not None:
            message.is_deed = not stays
            message.offer("Undo", undo)
        message.offer_close()
        if not stays:
            message.stay(_SHOWN)
        return message

    def end_deeds(self) -> None:
        """Take the deeds off that can be taken back: something came after them, or they were taken back."""
        for message in self._messages():
            if message.is_deed:
                message.put_away()

    def take_off(self, words: str) -> None:
        """Take what was said in these words off: it led somewhere, and one is there now."""
        for message in self._messages():
            if message.words == words:
                message.put_away()

    def fail(self, error: KnownError) -> Message:
        """Say an error that a person can do something about; it stays until read."""
        return self.say(str(error), tone="bad", stays=True)

    def offer(self, words: str, button: str, run: Callable[[], object]) -> Message:
        """Say something that stays, with one thing to do about it."""
        message = self._add(words, "warn")
        message.offer(button, run)
        message.offer_close()
        return message

    @property
    def shown(self) -> list[str]:
        """The words of the messages that stand there, oldest first."""
        return [message.words for message in self._messages()]

    def clear(self) -> None:
        """Take all messages off."""
        for message in self._messages():
            message.put_away()

    def sizeHint(self) -> QSize:
        """Take no room while there is nothing to say."""
        return super().sizeHint() if self._messages() else QSize(0, 0)

    def _add(self, words: str, tone: Tone) -> Message:
        for message in self._messages()[: 1 - _MOST] if len(self._messages()) >= _MOST else []:
            message.put_away()
        message = Message(words, tone, self)
        self._column.addWidget(message)
        message.appear()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
        return message

    def _messages(self) -> list[Message]:
        return [message for message in self.findChildren(Message) if not message.isHidden()]
