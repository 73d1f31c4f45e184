"""A switch that is on or off, with its words beside it."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from carfacilitator.ui import theme

_TRACK = QSize(36, 20)
_INSET = 4


class Switch(QCheckBox):
    """A check box drawn as a switch: strong words, and muted ones that say what it does."""

    def __init__(self, words: str, muted: str = "", parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self._muted = muted
        self.setAccessibleName(words)
        self.setAccessibleDescription(muted)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the room for the track and the longer line."""
        strong, muted = (QFontMetricsF(face) for face in self._faces())
        words = max(strong.horizontalAdvance(self.text()), muted.horizontalAdvance(self._muted))
        height = strong.height() + (muted.height() + 2 if self._muted else 0)
        track = theme.px(_TRACK.width()) + theme.Space.MEDIUM
        return QSize(round(track + words) + 2 * _INSET + 2, max(round(height), theme.px(_TRACK.height())) + 2 * _INSET)

    def minimumSizeHint(self) -> QSize:
        """Return the same: nothing is cut."""
        return self.sizeHint()

    def hitButton(self, pos: object) -> bool:  # noqa: N802, ARG002  Qt calls it so; the words switch as well
        """Switch wherever it is pressed."""
        return True

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw track, knob, words and the ring of the focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_track(painter)
        left = _INSET + theme.px(_TRACK.width()) + theme.Space.MEDIUM
        strong, muted = self._faces()
        top = _INSET
        for face, words, tone in ((strong, self.text(), "ink"), (muted, self._muted, "muted")):
            painter.setFont(face)
            painter.setPen(theme.colour(tone if self.isEnabled() else "muted"))
            height = round(QFontMetricsF(face).height())
            area = QRect(left, top, self.width() - left, height if self._muted else self.height() - 2 * _INSET)
            painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter), words)
            top += height + 2
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("lead"), theme.FOCUS_RING))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)

    def _paint_track(self, painter: QPainter) -> None:
        width, height = theme.px(_TRACK.width()), theme.px(_TRACK.height())
        track = QRectF(_INSET, (self.height() - height) / 2, width, height).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(theme.colour("lead" if self.isChecked() else "muted"), 1.25))
        painter.setBrush(theme.colour("lead" if self.isChecked() else "paper"))
        painter.drawRoundedRect(track, height / 2, height / 2)
        knob = track.height() * 0.29
        away = track.height() / 2
        centre = QPointF(track.right() - away if self.isChecked() else track.left() + away, track.center().y())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("on_lead" if self.isChecked() else "muted"))
        painter.drawEllipse(centre, knob, knob)

    @staticmethod
    def _faces() -> tuple[QFont, QFont]:
        return theme.font(theme.BODY, theme.MEDIUM), theme.font(theme.SMALL)
