"""The cycle of a case study as a picture: five stages round a ring, and round again."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QSizePolicy

from carfacilitator.ui import icons, theme
from carfacilitator.ui.widgets.choosable import Choosable

_GAP_OF_NODE = 1.45  # the arc keeps this many radii of a node away from its middle
_TIP, _SPREAD = 7.0, 0.45
_LABEL_GAP = 10
_NODE, _LEAST_NODE = 0.2, 13  # of the ring’s radius; at 100 per cent
_LOWER = 0.04  # of the radius: the ring stands so much below the middle, for its top is a point and its foot is not


@dataclass(frozen=True)
class CycleLook:
    """The tokens that it is drawn in: on a card, or on the dark side of the welcome; and icons instead of numbers."""

    ink: str = "ink"
    line: str = "line"
    lead: str = "lead"
    ground: str = "surface"
    on_lead: str = "on_lead"
    icons: tuple[str, ...] = ()


ON_CARD = CycleLook()
ON_NIGHT = CycleLook(
    "night_ink", "night_line", "night_lead", "night", "night", ("search", "comment", "backup", "eye", "export")
)


class CyclePicture(Choosable):
    """Stages behind are full, the one at hand has a halo, those ahead are open; arrow keys and clicks choose one."""

    stage_chosen = Signal(int)  # 1 to 5

    def __init__(self, labels: Sequence[str], look: CycleLook = ON_CARD, label: str = "The cycle") -> None:
        super().__init__(label)
        self._labels = tuple(labels)
        self._look = look
        self._reached = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.picked.connect(lambda index: self.stage_chosen.emit(index + 1))
        self.set_stage(0)

    def set_stage(self, reached: int) -> None:
        """Show how far it is: 0 is not begun, 1 to 5 the stage at hand."""
        self._reached = reached
        self.set_heard([f"{words}, {self._state(place)}" for place, words in enumerate(self._labels, 1)])
        self.set_current(max(0, reached - 1))

    def sizeHint(self) -> QSize:
        """Return room for the ring and the labels beside it."""
        return QSize(theme.px(360), theme.px(300))

    def minimumSizeHint(self) -> QSize:
        """Return the least room in which the labels can be read."""
        return QSize(theme.px(260), theme.px(240))

    def areas(self) -> list[QRectF]:
        """Return the square of each node."""
        node = self._node()
        return [QRectF(at.x() - node, at.y() - node, 2 * node, 2 * node) for at in self._nodes()]

    def draw(self, painter: QPainter) -> None:
        """Draw arcs, nodes and labels."""
        for place in range(len(self._labels)):
            self._draw_arc(painter, place)
        for place, at in enumerate(self._nodes()):
            self._draw_node(painter, place, at)
            self._draw_label(painter, place, at)

    def _state(self, place: int) -> str:
        if place == self._reached:
            return "at hand"
        return "done" if place < self._reached else "ahead"

    def _radius(self) -> float:
        """Leave room for the labels at the sides and above and below."""
        face = QFontMetricsF(theme.font(theme.SMALL, theme.MEDIUM))
        across = self.width() / 2 - self._widest() - _LABEL_GAP
        upright = self.height() / 2 - face.height() - _LABEL_GAP
        return max(40.0, min(_within(across, math.cos(math.radians(18))), _within(upright, 1 + _LOWER)))

    def _widest(self) -> float:
        face = QFontMetricsF(theme.font(theme.SMALL, theme.SEMIBOLD))
        words = (word for label in (self._labels[1], self._labels[-1]) for word in label.split())
        return max(face.horizontalAdvance(word) for word in words)

    def _node(self) -> float:
        return max(theme.px(_LEAST_NODE), self._radius() * _NODE)

    def _angle(self, place: int) -> float:
        return -90 + 360 / len(self._labels) * place

    def _point(self, degrees: float) -> QPointF:
        turn = math.radians(degrees)
        centre = QRectF(self.rect()).center() + QPointF(0, self._radius() * _LOWER)
        return centre + QPointF(math.cos(turn), math.sin(turn)) * self._radius()

    def _nodes(self) -> list[QPointF]:
        return [self._point(self._angle(place)) for place in range(len(self._labels))]

    def _draw_arc(self, painter: QPainter, place: int) -> None:
        done = place + 1 < self._reached
        again = place == len(self._labels) - 1
        gap = math.degrees(self._node() * _GAP_OF_NODE / self._radius())
        step = 360 / len(self._labels)
        start, end = self._angle(place) + gap, self._angle(place) + step - gap
        ink = theme.colour(self._look.lead if done else self._look.line)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(ink, 2 if done else 1.5, Qt.PenStyle.DashLine if again else Qt.PenStyle.SolidLine))
        middle = (self._point(0) + self._point(180)) / 2
        ring = QRectF(0, 0, 2 * self._radius(), 2 * self._radius())
        ring.moveCenter(middle)
        painter.drawArc(ring, round(-start * 16), round(-(end - start) * 16))
        painter.setPen(QPen(ink, 1.75))
        painter.drawPath(_arrow(self._point(end), math.radians(end) - math.pi / 2))

    def _draw_node(self, painter: QPainter, place: int, at: QPointF) -> None:
        node, reached = self._node(), place < self._reached
        if place + 1 == self._reached:
            halo = theme.colour(self._look.lead)
            halo.setAlpha(46)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(halo)
            painter.drawEllipse(at, node * 1.34, node * 1.34)
        painter.setPen(QPen(theme.colour(self._look.lead if reached else self._look.line), 1.75))
        painter.setBrush(theme.colour(self._look.lead if reached else self._look.ground))
        painter.drawEllipse(at, node, node)
        tone = self._look.on_lead if reached else self._look.ink
        inner = QRectF(at.x() - node / 2, at.y() - node / 2, node, node)
        if self._look.icons:
            icons.paint(painter, inner, self._look.icons[place], tone)
            return
        painter.setFont(theme.font(theme.BODY, theme.SEMIBOLD))
        painter.setPen(theme.colour(tone))
        painter.drawText(inner.adjusted(-4, -4, 4, 4), int(Qt.AlignmentFlag.AlignCenter), str(place + 1))

    def _draw_label(self, painter: QPainter, place: int, at: QPointF) -> None:
        face = theme.font(theme.SMALL, theme.SEMIBOLD if place + 1 == self._reached else theme.MEDIUM)
        painter.setFont(face)
        painter.setPen(theme.colour(self._look.ink))
        area, align = self._label_area(at, self._angle(place), QFontMetricsF(face))
        painter.drawText(area, int(align | Qt.TextFlag.TextWordWrap), self._labels[place])

    def _label_area(self, at: QPointF, degrees: float, face: QFontMetricsF) -> tuple[QRectF, Qt.AlignmentFlag]:
        """Return where the label of a node at that angle stands: above, beside or below it."""
        flags = Qt.AlignmentFlag
        away = self._node() + _LABEL_GAP
        sideways, down = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
        if abs(sideways) > 0.9:  # noqa: PLR2004  the two nodes at the sides
            if sideways > 0:
                room = QRectF(
                    at.x() + away, at.y() - 2 * face.height(), self.width() - at.x() - away, 4 * face.height()
                )
                return room, flags.AlignLeft | flags.AlignVCenter
            room = QRectF(0, at.y() - 2 * face.height(), at.x() - away, 4 * face.height())
            return room, flags.AlignRight | flags.AlignVCenter
        wide = min(self.width() / 2 - 6, face.averageCharWidth() * 18)
        room = QRectF(at.x() - wide / 2, 0, wide, 3.2 * face.height())
        if sideways > 0.1:  # noqa: PLR2004  the two nodes below keep to their halves
            room.moveLeft(max(room.left(), self.width() / 2 + 6))
        elif sideways < -0.1:  # noqa: PLR2004  likewise
            room.moveRight(min(room.right(), self.width() / 2 - 6))
        if down < 0:
            room.moveBottom(at.y() - away)
            return room, flags.AlignHCenter | flags.AlignBottom
        room.moveTop(at.y() + away)
        return room, flags.AlignHCenter | flags.AlignTop


def _within(room: float, share: float) -> float:
    """Return the largest radius of which a node that stands at `share` of it still ends within `room`."""
    return min(room / (share + _NODE), (room - theme.px(_LEAST_NODE)) / share)


def _arrow(tip: QPointF, back: float) -> QPainterPath:
    """Return the head of an arrow at `tip`; `back` is the direction that it comes from, in radians."""
    path = QPainterPath()
    for turn in (-_SPREAD, _SPREAD):
        path.moveTo(tip)
        path.lineTo(tip + QPointF(math.cos(back + turn), math.sin(back + turn)) * _TIP)
    return path
