"""The band on a sheet that says where the words of a lost comment were cut."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from carfacilitator.ui import theme
from carfacilitator.ui.widgets import marks
from carfacilitator.ui.widgets.sheet_page import Column
from carfacilitator.ui.widgets.sheet_rows import Strip

HEAD, FIND = "Cut here", "Find its place"
BADGE, PAD, GAP = 18, 8, 8
STRIKE = 0.3  # of the ascent above the base line


def paint_lost(painter: QPainter, strip: Strip, column: Column, height: float) -> None:
    """Draw the band on one sheet: whose words were cut, struck through, and what can be done."""
    if strip.lost is None:
        return
    area = QRectF(column.text_left - PAD, 0.5, column.text_width + 2 * PAD, height - 1)
    painter.setPen(QPen(theme.colour("warn"), 1, Qt.PenStyle.DashLine))
    painter.setBrush(marks.tinted("warn_soft", 0.6))
    painter.drawRoundedRect(area, 4, 4)
    size = theme.px(BADGE)
    badge = QRectF(column.text_left, (height - size) / 2, size, size)
    marks.badge(painter, badge, strip.lost.letter, "warn", hollow=True)
    caption, link = theme.font(theme.CAPTION, theme.MEDIUM), theme.font(theme.SMALL, theme.MEDIUM)
    right = column.text_left + column.text_width - QFontMetricsF(link).horizontalAdvance(FIND)
    base = height / 2 + QFontMetricsF(caption).capHeight() / 2
    painter.setFont(caption)
    painter.setPen(theme.colour("warn"))
    x = badge.right() + GAP
    painter.drawText(QPointF(x, base), HEAD)
    x += QFontMetricsF(caption).horizontalAdvance(HEAD) + GAP
    _struck(painter, strip.words, QPointF(x, base), right - GAP - x)
    painter.setFont(link)
    painter.setPen(theme.colour("lead"))
    painter.drawText(QPointF(right, base), FIND)


def _struck(painter: QPainter, words: str, at: QPointF, room: float) -> None:
    face = theme.font(theme.SMALL, serif=True, italic=True)
    metrics = QFontMetricsF(face)
    shown = metrics.elidedText(f"“{' '.join(words.split())}”", Qt.TextElideMode.ElideRight, max(room, 0))
    painter.setFont(face)
    painter.setPen(theme.colour("ink"))
    painter.drawText(at, shown)
    y = at.y() - metrics.ascent() * STRIKE
    painter.setPen(QPen(theme.colour("muted"), 1.2))
    painter.drawLine(QPointF(at.x(), y), QPointF(at.x() + metrics.horizontalAdvance(shown), y))
