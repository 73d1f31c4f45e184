"""Who is near and who is far: cards round a centre, the further out the longer it is; computed, and so always true."""

import math
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from carfacilitator.ui import icons, theme
from carfacilitator.ui.widgets.choosable import Choosable
from carfacilitator.ui.widgets.initials import initials
from carfacilitator.ui.widgets.placing import spread

_HEIGHT, _CENTRE, _ICON = 360, 58, 14
_WIDEST_CARD, _DISC = 176, 36
_LEAST_MARGIN = 6
_MOST_GROWN = 1.3  # with larger text the cards say less instead
Detail = Literal["both", "name", "initials"]  # what a card shows, by the room there is


@dataclass(frozen=True, kw_only=True)
class Place:
    """One card: `share` is how far out it stands, from 0 (the centre) to 1.

    "warn" is amber, "away" has no solid line to the centre.
    """

    id: Hashable
    strong: str
    muted: str
    share: float
    tone: Literal["near", "away", "warn"] = "near"
    icon: str = ""
    heard: str = ""


@dataclass(frozen=True)
class Ring:
    """A distance that has a name ('2 weeks')."""

    share: float
    words: str


class DistanceMap(Choosable):
    """Arrows and clicks choose a card, Enter opens it. Where there is little room, cards say less."""

    chosen = Signal(object)  # the id of a Place
    opened = Signal(object)

    def __init__(self, label: str, centre: str) -> None:
        super().__init__(label)
        self._centre = centre
        self._places: tuple[Place, ...] = ()
        self._rings: tuple[Ring, ...] = ()
        self._laid_out: tuple[object, Detail, list[QRectF]] | None = None
        self.picked.connect(lambda index: self.chosen.emit(self._places[index].id))
        self.entered.connect(lambda index: self.opened.emit(self._places[index].id))

    def set_places(self, places: Sequence[Place], rings: Sequence[Ring]) -> None:
        """Show these cards and rings."""
        self._places, self._rings = tuple(places), tuple(rings)
        self.set_heard([place.heard or f"{place.strong}, {place.muted}" for place in places])

    def choose(self, id_: Hashable) -> None:
        """Make the card of that id the current one, without a signal."""
        found = [place.id for place in self._places]
        if id_ in found:
            self.set_current(found.index(id_))

    def sizeHint(self) -> QSize:
        """Return a wide picture."""
        return QSize(theme.px(480), round(_HEIGHT * min(theme.scale(), _MOST_GROWN)))

    def minimumSizeHint(self) -> QSize:
        """Return the least width at which initials find room."""
        return QSize(theme.px(220), self.sizeHint().height())

    @property
    def detail(self) -> Detail:
        """What the cards show in the room that there is."""
        return self._lay_out()[0]

    def areas(self) -> list[QRectF]:
        """Return where each card stands."""
        return self._lay_out()[1]

    def draw(self, painter: QPainter) -> None:
        """Draw the rings, the lines, the centre and the cards."""
        detail, areas = self._lay_out()
        for ring in self._rings:
            self._draw_ring(painter, ring)
        for place, area in zip(self._places, areas, strict=True):
            self._draw_line(painter, place, area)
        self._draw_centre(painter)
        for index, (place, area) in enumerate(zip(self._places, areas, strict=True)):
            _draw_card(painter, place, area, detail, current=index == self.current)

    def _lay_out(self) -> tuple[Detail, list[QRectF]]:
        """Return the fullest cards that do not cover one another; in the worst case initials that do a little."""
        key = (self.size(), theme.scale(), self._places)
        if self._laid_out is None or self._laid_out[0] != key:
            kept_free = [self._centre_area(), *(self._words_area(ring) for ring in self._rings)]
            details: tuple[Detail, ...] = ("both", "name", "initials")
            for detail in details:
                sizes = [_card_size(place, detail) for place in self._places]
                shares = [place.share for place in self._places]
                areas, clear = spread(sizes, shares, QRectF(self.rect()), kept_free)
                self._laid_out = (key, detail, areas)
                if clear:
                    break
        return self._laid_out[1:] if self._laid_out is not None else ("both", [])

    def _centre_area(self) -> QRectF:
        side = theme.px(_CENTRE)
        area = QRectF(0, 0, side, side)
        area.moveCenter(QRectF(self.rect()).center())
        return area

    def _ring_area(self, share: float) -> QRectF:
        middle = QRectF(self.rect()).center()
        tall = theme.px(_DISC) / 2 + _LEAST_MARGIN
        across, down = (self.width() / 2 - theme.px(_WIDEST_CARD) / 2) * share, (self.height() / 2 - tall) * share
        return QRectF(middle.x() - across, middle.y() - down, 2 * across, 2 * down)

    def _words_area(self, ring: Ring) -> QRectF:
        """Return where the name of a ring stands: at its foot."""
        metrics, area = QFontMetricsF(theme.font(theme.CAPTION, theme.MEDIUM)), self._ring_area(ring.share)
        words = QRectF(0, 0, metrics.horizontalAdvance(ring.words) + 2 * _LEAST_MARGIN, metrics.height())
        words.moveCenter(QPointF(area.center().x(), area.bottom()))
        return words

    def _draw_ring(self, painter: QPainter, ring: Ring) -> None:
        area = self._ring_area(ring.share)
        painter.setPen(QPen(theme.colour("line"), 1.25))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(area)
        words = self._words_area(ring)
        painter.fillRect(words, theme.colour("surface"))
        painter.setFont(theme.font(theme.CAPTION, theme.MEDIUM))
        painter.setPen(theme.colour("muted"))
        painter.drawText(words, int(Qt.AlignmentFlag.AlignCenter), ring.words)

    def _draw_line(self, painter: QPainter, place: Place, area: QRectF) -> None:
        tone = {"near": "lead", "away": "muted", "warn": "warn"}[place.tone]
        style = Qt.PenStyle.SolidLine if place.tone == "near" else Qt.PenStyle.DashLine
        painter.setPen(QPen(theme.colour(tone), 1.5, style))
        painter.drawLine(QRectF(self.rect()).center(), area.center())

    def _draw_centre(self, painter: QPainter) -> None:
        area = self._centre_area()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("night"))
        painter.drawEllipse(area)
        painter.setFont(theme.font(theme.CAPTION, theme.SEMIBOLD))
        painter.setPen(theme.colour("night_ink"))
        painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap), self._centre)


def _card_size(place: Place, detail: Detail) -> QSize:
    if detail == "initials":
        return QSize(theme.px(_DISC), theme.px(_DISC))
    strong = QFontMetricsF(theme.font(theme.BODY, theme.MEDIUM))
    muted = QFontMetricsF(theme.font(theme.CAPTION, theme.MEDIUM))
    words = strong.horizontalAdvance(place.strong) + (theme.px(_ICON) + theme.Space.TINY if place.icon else 0)
    wide = max(words, muted.horizontalAdvance(place.muted) if detail == "both" else 0) + 2 * theme.Space.MEDIUM
    high = strong.height() + (muted.height() if detail == "both" else 0) + 2 * theme.Space.SMALL - 2
    return QSize(math.ceil(min(wide, theme.px(_WIDEST_CARD))), math.ceil(high))


def _draw_card(painter: QPainter, place: Place, area: QRectF, detail: Detail, *, current: bool) -> None:
    is_late = place.tone == "warn"
    edge = "lead" if current else "warn" if is_late else "line"
    painter.setPen(QPen(theme.colour(edge), 2 if current else 1.25))
    painter.setBrush(theme.colour("warn_soft" if is_late else "lead_soft" if current else "surface"))
    corner = area.height() / 2 if detail == "initials" else theme.CONTROL_CORNER
    painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), corner, corner)
    if detail == "initials":
        painter.setFont(theme.font(theme.CAPTION, theme.SEMIBOLD))
        painter.setPen(theme.colour("warn" if is_late else "lead"))
        painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter), initials(place.strong))
        return
    _write(painter, place, area.adjusted(theme.Space.MEDIUM, theme.Space.SMALL - 1, -theme.Space.MEDIUM, 0))


def _write(painter: QPainter, place: Place, inner: QRectF) -> None:
    """Write the name with its sign, and below it, where the card is high enough, the muted line."""
    left, middle = int(Qt.AlignmentFlag.AlignLeft), int(Qt.AlignmentFlag.AlignVCenter)
    face = theme.font(theme.BODY, theme.MEDIUM)
    metrics, sign = QFontMetricsF(face), theme.px(_ICON) if place.icon else 0
    room = inner.width() - (sign + theme.Space.TINY if sign else 0)
    words = metrics.elidedText(place.strong, Qt.TextElideMode.ElideRight, room + 1)
    line = QRectF(inner.left(), inner.top(), inner.width(), metrics.height())
    painter.setFont(face)
    painter.setPen(theme.colour("ink"))
    painter.drawText(line, left | middle, words)
    if sign:
        at = line.left() + metrics.horizontalAdvance(words) + theme.Space.TINY
        icons.paint(painter, QRectF(at, line.center().y() - sign / 2, sign, sign), place.icon, "bad")
    below = QFontMetricsF(theme.font(theme.CAPTION, theme.MEDIUM))
    if inner.height() >= metrics.height() + below.height():
        painter.setFont(theme.font(theme.CAPTION, theme.MEDIUM))
        painter.setPen(theme.colour("warn" if place.tone == "warn" else "muted"))
        room_below = QRectF(inner.left(), line.bottom(), inner.width(), below.height())
        painter.drawText(
            room_below, left | middle, below.elidedText(place.muted, Qt.TextElideMode.ElideRight, room + sign + 9)
        )
