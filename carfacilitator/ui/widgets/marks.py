"""The marks of a review, drawn alike wherever they stand: tints, underlines, strikes, dots, brackets and letters."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from carfacilitator.ui import theme
from carfacilitator.ui.widgets.sheet_runs import Mark

TONES = {Mark.NEW: "inserted", Mark.CUT: "deleted", Mark.MOVED: "moved", Mark.FORM: "muted"}
DASHES = [3.0, 2.0]
ROUND = 2
BELOW_BASE = 0.24  # of the ascent: where an underline runs
STRIKE = 0.30  # of the ascent above the base line
DOTS = [1.0, 2.2]
RESTING, ACTIVE = 0.14, 0.30  # how strongly a comment tints its passage
BRACKET = 3
BADGE = 18
BEND = 26


def tinted(token: str, share: float) -> QColor:
    """Return a colour that lets what is beneath shine through."""
    made = theme.colour(token)
    made.setAlphaF(share)
    return made


def fill(painter: QPainter, areas: Sequence[QRectF], mark: Mark) -> None:
    """Tint words; drawn before the text."""
    if mark is Mark.FORM:
        return  # the words are the same: a line below them is enough
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(f"{TONES[mark]}_soft"))
    for area in areas:
        painter.drawRoundedRect(area.adjusted(-1, 0, 1, 1), ROUND, ROUND)


def line(painter: QPainter, areas: Sequence[QRectF], mark: Mark, ascent: float) -> None:
    """Underline what is new, strike what is cut, dot what moved; drawn after the text."""
    pen = QPen(theme.colour(TONES[mark]), 1.2)
    if mark is Mark.MOVED:
        pen.setDashPattern(DOTS)
        pen.setWidthF(1.4)
    elif mark is Mark.FORM:
        pen.setDashPattern(DASHES)
    painter.setPen(pen)
    share = -STRIKE if mark is Mark.CUT else BELOW_BASE
    for area in areas:
        y = round(area.top() + ascent * (1 + share)) + 0.5
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))


def passage_fill(painter: QPainter, areas: Sequence[QRectF], tone: str, *, active: bool) -> None:
    """Tint the passage of a comment."""
    for area in areas:
        painter.fillRect(area.adjusted(0, -1, 0, 2), tinted(tone, ACTIVE if active else RESTING))


def brackets(painter: QPainter, first: QRectF | None, last: QRectF | None, tone: str, *, dotted: bool) -> None:
    """Enclose a passage from its first to its last line; None for an end that stands elsewhere."""
    painter.setPen(QPen(theme.colour(tone), 1.6, Qt.PenStyle.DotLine if dotted else Qt.PenStyle.SolidLine))
    ends = ((first, 1), (last, -1))
    for area, way in ends:
        if area is None:
            continue
        x = area.left() - 0.5 if way > 0 else area.right() + 0.5
        top, bottom = area.top() - 1, area.bottom() + 2
        lip = x + BRACKET * way
        painter.drawPolyline([QPointF(lip, top), QPointF(x, top), QPointF(x, bottom), QPointF(lip, bottom)])


def badge(painter: QPainter, area: QRectF, letter: str, tone: str, *, hollow: bool = False) -> None:
    """Draw the letter of a kind: filled where the place is certain, hollow where it is not."""
    shown = "warn" if hollow else tone
    painter.setPen(QPen(theme.colour(shown), 1.5) if hollow else Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("surface" if hollow else shown))
    painter.drawRoundedRect(area.adjusted(0.75, 0.75, -0.75, -0.75), 5, 5)
    painter.setPen(theme.colour(shown if hollow else "on_lead"))
    face = theme.font(theme.CAPTION, theme.SEMIBOLD)
    face.setPixelSize(max(8, round(area.height() * 0.58)))
    painter.setFont(face)
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, letter)


def dotted_box(painter: QPainter, area: QRectF, *, faint: bool) -> None:
    """Outline a paragraph that moved."""
    pen = QPen(theme.colour("moved"), 1)
    pen.setDashPattern([1.5, 2.5])
    painter.setPen(pen)
    painter.setBrush(tinted("moved_soft", 0.5 if faint else 1.0))
    painter.drawRoundedRect(area, 4, 4)


def connector(painter: QPainter, start: QPointF, end: QPointF) -> None:
    """Draw the way of a paragraph that moved, between two sheets."""
    path = QPainterPath(start)
    path.cubicTo(QPointF(start.x() + BEND, start.y()), QPointF(end.x() - BEND, end.y()), end)
    pen = QPen(theme.colour("moved"), 1.6)
    pen.setDashPattern([1.5, 2])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("moved"))
    painter.drawEllipse(start, 3, 3)
    painter.drawPolygon([end + QPointF(3, 0), end + QPointF(-5, -4), end + QPointF(-5, 4)])
