"""What happened to something in its order: bars of a size, and events as discs between them."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen

from carfacilitator.ui import icons, theme
from carfacilitator.ui.widgets.choosable import Choosable

_BAR, _SLOT, _TALLEST = 44, 96, 96
_DISC = 30


@dataclass(frozen=True, kw_only=True)
class Mark:
    """One thing on the line: a bar of `height` (0 to 1) with `figure` above it, or, with an `icon`, an event.

    Below stand a strong and a muted line; `now` is the one at hand. `heard` is what it is in full.
    """

    id: Hashable
    figure: str = ""
    strong: str = ""
    muted: str = ""
    height: float = 0.0
    number: str = ""
    icon: str = ""
    now: bool = False
    heard: str = ""


class Timeline(Choosable):
    """Marks from the left; they move closer together before any is cut."""

    chosen = Signal(object)  # the id of a Mark
    opened = Signal(object)

    def __init__(self, label: str) -> None:
        super().__init__(label)
        self._marks: tuple[Mark, ...] = ()
        self.picked.connect(lambda index: self.chosen.emit(self._marks[index].id))
        self.entered.connect(lambda index: self.opened.emit(self._marks[index].id))

    def set_marks(self, marks: Sequence[Mark]) -> None:
        """Show these."""
        self._marks = tuple(marks)
        self.set_heard([mark.heard or f"{mark.figure} {mark.strong} {mark.muted}".strip() for mark in marks])

    def sizeHint(self) -> QSize:
        """Return the room for all marks."""
        return QSize(len(self._marks) * theme.px(_SLOT), round(_below(self._base()) + 2 * _line(_small()) + 4))

    def minimumSizeHint(self) -> QSize:
        """Return the least room: marks move closer before they are cut."""
        return QSize(len(self._marks) * theme.px(_BAR + 24), self.sizeHint().height())

    def areas(self) -> list[QRectF]:
        """Return the whole column of each mark."""
        step = self._step()
        return [QRectF(index * step + 4, 4, step - 8, self.height() - 8) for index in range(len(self._marks))]

    def draw(self, painter: QPainter) -> None:
        """Draw the ground line and the marks on it."""
        base = self._base()
        painter.setPen(QPen(theme.colour("line"), 1.5))
        painter.drawLine(QPointF(0, base), QPointF(self._step() * len(self._marks), base))
        for mark, area in zip(self._marks, self.areas(), strict=True):
            if mark.icon:
                self._draw_event(painter, mark, area)
            else:
                self._draw_bar(painter, mark, area)
            self._write(painter, QRectF(area.left(), _below(base), area.width(), 0), (mark.strong, mark.muted))

    def _base(self) -> float:
        return _line(_strong()) + theme.px(_TALLEST) + 12

    def _step(self) -> float:
        return min(theme.px(_SLOT), self.width() / max(1, len(self._marks)))

    def _draw_bar(self, painter: QPainter, mark: Mark, area: QRectF) -> None:
        tall = max(theme.px(20), theme.px(_TALLEST) * mark.height)
        bar = QRectF(area.center().x() - theme.px(_BAR) / 2, self._base() - tall, theme.px(_BAR), tall)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("lead" if mark.now else "lead_soft"))
        painter.drawRoundedRect(bar, 4, 4)
        flags = Qt.AlignmentFlag
        painter.setFont(_strong())
        painter.setPen(theme.colour("on_lead" if mark.now else "lead"))
        painter.drawText(bar.adjusted(0, 0, 0, -6), int(flags.AlignHCenter | flags.AlignBottom), mark.number)
        painter.setPen(theme.colour("ink"))
        above = QRectF(area.left(), bar.top() - _line(_strong()) - 4, area.width(), _line(_strong()))
        painter.drawText(above, int(flags.AlignCenter), mark.figure)

    def _draw_event(self, painter: QPainter, mark: Mark, area: QRectF) -> None:
        radius = theme.px(_DISC) / 2
        at = QPointF(area.center().x(), self._base())
        painter.setPen(QPen(theme.colour("lead"), 1.5))
        painter.setBrush(theme.colour("surface"))
        painter.drawEllipse(at, radius, radius)
        icons.paint(painter, QRectF(at.x() - radius / 2, at.y() - radius / 2, radius, radius), mark.icon, "lead")
        painter.setPen(theme.colour("ink"))
        top = at.y() - radius - 6 - _line(_strong())
        self._line(painter, QRectF(area.left(), top, area.width(), 0), _strong(), mark.figure)

    def _write(self, painter: QPainter, area: QRectF, lines: tuple[str, str]) -> None:
        top = area.top()
        for face, words, tone in ((_strong(), lines[0], "ink"), (_small(), lines[1], "muted")):
            painter.setPen(theme.colour(tone))
            self._line(painter, QRectF(area.left(), top, area.width(), 0), face, words)
            top += _line(face)

    @staticmethod
    def _line(painter: QPainter, area: QRectF, face: QFont, words: str) -> None:
        painter.setFont(face)
        shown = QFontMetricsF(face).elidedText(words, Qt.TextElideMode.ElideRight, area.width())
        area.setHeight(_line(face))
        painter.drawText(area, int(Qt.AlignmentFlag.AlignHCenter), shown)


def _below(base: float) -> float:
    """Return where words below the ground line begin: under the discs that stand on it."""
    return base + theme.px(_DISC) / 2 + 4


def _strong() -> QFont:
    return theme.font(theme.CAPTION, theme.MEDIUM)


def _small() -> QFont:
    return theme.font(theme.CAPTION)


def _line(face: QFont) -> float:
    return QFontMetricsF(face).height()
