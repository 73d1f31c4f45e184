"""A path of steps, such as the meetings of a group: those behind full, the next with its number, those ahead open."""

import itertools
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen

from carfacilitator.ui import theme
from carfacilitator.ui.widgets.choosable import Choosable

_SMALL, _LARGE = 7, 10


@dataclass(frozen=True, kw_only=True)
class Step:
    """One step; `below` stands under it where there is room, `heard` is what it is in full."""

    id: Hashable
    heard: str
    state: Literal["done", "next", "ahead"]
    number: int = 0
    below: str = ""


class StepPath(Choosable):
    """Steps over the whole width; arrow keys and clicks choose one, Enter opens it."""

    chosen = Signal(object)  # the id of a Step
    opened = Signal(object)

    def __init__(self, label: str) -> None:
        super().__init__(label)
        self._steps: tuple[Step, ...] = ()
        self.picked.connect(lambda index: self.chosen.emit(self._steps[index].id))
        self.entered.connect(lambda index: self.opened.emit(self._steps[index].id))

    def set_steps(self, steps: Sequence[Step]) -> None:
        """Show these, and make the next one current."""
        self._steps = tuple(steps)
        self.set_heard([step.heard for step in steps])
        self.set_current(next((index for index, step in enumerate(steps) if step.state == "next"), 0))

    def sizeHint(self) -> QSize:
        """Return the room for the path and the words below it."""
        return QSize(theme.px(360), round(theme.px(2 * _LARGE) + 16 + QFontMetricsF(_face()).height()))

    def minimumSizeHint(self) -> QSize:
        """Return the room for the steps close together."""
        return QSize(max(1, len(self._steps)) * theme.px(2 * _LARGE + 4), self.sizeHint().height())

    def areas(self) -> list[QRectF]:
        """Return the square of each step."""
        side = theme.px(2 * _LARGE)
        return [QRectF(at.x() - side / 2, at.y() - side / 2, side, side) for at in self._points()]

    def draw(self, painter: QPainter) -> None:
        """Draw the line, the steps and the words that have room."""
        points = self._points()
        for index, (one, other) in enumerate(itertools.pairwise(points)):
            behind = self._steps[index + 1].state != "ahead"
            painter.setPen(QPen(theme.colour("lead" if behind else "line"), 2))
            painter.drawLine(one, other)
        for step, at in zip(self._steps, points, strict=True):
            self._draw_step(painter, step, at)
        self._write_below(painter, points)

    def _points(self) -> list[QPointF]:
        edge, top = theme.px(_LARGE) + 4, theme.px(_LARGE) + 4
        gap = (self.width() - 2 * edge) / max(1, len(self._steps) - 1)
        return [QPointF(edge + index * gap, top) for index in range(len(self._steps))]

    def _draw_step(self, painter: QPainter, step: Step, at: QPointF) -> None:
        radius = theme.px(_LARGE if step.state == "next" else _SMALL)
        painter.setPen(QPen(theme.colour("muted" if step.state == "ahead" else "lead"), 1.75))
        painter.setBrush(theme.colour("lead" if step.state == "done" else "surface"))
        painter.drawEllipse(at, radius, radius)
        if step.state == "next" and step.number:
            painter.setFont(theme.font(theme.CAPTION, theme.SEMIBOLD))
            painter.setPen(theme.colour("lead"))
            area = QRectF(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius)
            painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter), str(step.number))

    def _write_below(self, painter: QPainter, points: list[QPointF]) -> None:
        """Write what has room: the next step first, then the others from the left."""
        metrics = QFontMetricsF(_face())
        top = theme.px(2 * _LARGE) + 12
        taken: list[QRectF] = []
        order = sorted(range(len(points)), key=lambda index: self._steps[index].state != "next")
        for index in order:
            wide = metrics.horizontalAdvance(self._steps[index].below) + 2
            left = min(max(0.0, points[index].x() - wide / 2), self.width() - wide)
            area = QRectF(left, top, wide, metrics.height())
            if not self._steps[index].below or any(area.adjusted(-8, 0, 8, 0).intersects(other) for other in taken):
                continue
            taken.append(area)
            painter.setFont(_face())
            painter.setPen(theme.colour("lead" if self._steps[index].state == "next" else "muted"))
            painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter), self._steps[index].below)


def _face() -> QFont:
    return theme.font(theme.CAPTION, theme.MEDIUM)
