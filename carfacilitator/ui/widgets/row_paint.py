"""How a row of a list is drawn: what is cut says itself on hover, and pills go below where there is no room."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QToolTip

from carfacilitator.ui import icons, theme
from carfacilitator.ui.widgets.pill import paint_pill, pill_size
from carfacilitator.ui.widgets.rows import ROW, Index, Row
from carfacilitator.ui.widgets.sign import DiscLook, paint_disc
from carfacilitator.ui.widgets.stage_dots import dots_width, paint_dots

_INSET, _GAP, _PILL_GAP = 8, 12, 6
_DISC, _ARROW = 34, 16
_LEAST_TEXT = 150  # at 100 per cent; with less beside them, pills go below
_PADDING = 8


@dataclass(frozen=True)
class _Plan:
    """Where the parts of a row stand, from its own top left corner."""

    text: QRectF  # both lines
    marks: QPointF  # top left of dots and pills
    height: float
    disc: QRectF


class RowPainter(QStyledItemDelegate):
    """Draws rows and headings, and says in full what is cut."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height that the row needs at the width of the list."""
        item = index.data(ROW)
        if not isinstance(item, Row):
            return QSize(1, round(_line(_heading_face())) + 2 * _PADDING)
        return QSize(1, round(_plan(item, _width(option)).height))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the row."""
        item = index.data(ROW)
        area = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(item, Row):
            state = option.state
            _paint_ground(painter, area, option, state)
            _paint_row(painter, area, item, selected=bool(state & QStyle.StateFlag.State_Selected))
        else:
            painter.setFont(_heading_face())
            painter.setPen(theme.colour("muted"))
            shown = QFontMetricsF(_heading_face()).elidedText(
                str(item).upper(), Qt.TextElideMode.ElideRight, area.width() - 2 * _INSET
            )
            painter.drawText(area.adjusted(_INSET, 4, -_INSET, 0), int(Qt.AlignmentFlag.AlignVCenter), shown)
        painter.restore()

    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, _: QStyleOptionViewItem, index: Index) -> bool:
        """Say both lines in full where one of them is cut."""
        item = index.data(ROW)
        if event.type() != QEvent.Type.ToolTip or not isinstance(item, Row):
            return False
        if is_cut(item, view.viewport().width()):
            QToolTip.showText(event.globalPos(), "\n".join(filter(None, (item.strong, item.muted))), view)
        else:
            QToolTip.hideText()
        return True


def is_cut(row: Row, width: float) -> bool:
    """Tell whether one of the lines of `row` ends in an ellipsis in a list of that width."""
    room = _plan(row, width).text.width()
    return QFontMetricsF(_strong_face(row)).horizontalAdvance(row.strong) > room or (
        QFontMetricsF(_muted_face()).horizontalAdvance(row.muted) > room
    )


def _width(option: QStyleOptionViewItem) -> float:
    view = option.widget
    return float(view.viewport().width()) if isinstance(view, QAbstractItemView) else 320.0


def _plan(row: Row, width: float) -> _Plan:
    left = float(_INSET)
    disc = QRectF()
    if row.initials or row.icon:
        disc = QRectF(left, 0, theme.px(_DISC), theme.px(_DISC))
        left += disc.width() + _GAP
    right = width - _INSET - (theme.px(_ARROW) + _PADDING if row.opens else 0)
    marks = _marks_width(row)
    lines = _line(_strong_face(row)) + (_line(_muted_face()) + 2 if row.muted else 0)
    inner = max(lines, disc.height())
    below = bool(marks) and right - left - marks - _GAP < theme.px(_LEAST_TEXT)
    text_right = right if below or not marks else right - marks - _GAP
    height = inner + 2 * _PADDING + (theme.px(22) + 4 if below else 0)
    top = _PADDING + (inner - lines) / 2
    disc.moveTop(_PADDING + (inner - disc.height()) / 2)
    at = QPointF(left, _PADDING + inner + 4) if below else QPointF(right - marks, _PADDING + (inner - theme.px(22)) / 2)
    return _Plan(QRectF(left, top, max(1.0, text_right - left), lines), at, height, disc)


def _paint_ground(painter: QPainter, area: QRectF, option: QStyleOptionViewItem, state: QStyle.StateFlag) -> None:
    inner = area.adjusted(1, 1, -1, -1)
    flags = QStyle.StateFlag
    painter.setPen(Qt.PenStyle.NoPen)
    if state & flags.State_Selected:
        painter.setBrush(theme.colour("lead_soft"))
        painter.drawRoundedRect(inner, 6, 6)
    elif state & flags.State_MouseOver:
        painter.setBrush(theme.mixed("lead_soft", "surface", 0.45))
        painter.drawRoundedRect(inner, 6, 6)
    view = option.widget
    if isinstance(view, QAbstractItemView) and view.hasFocus() and state & flags.State_HasFocus:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.colour("lead"), theme.FOCUS_RING))
        painter.drawRoundedRect(inner, 6, 6)


def _paint_row(painter: QPainter, area: QRectF, row: Row, *, selected: bool) -> None:
    plan = _plan(row, area.width())
    painter.translate(area.topLeft())
    if not plan.disc.isEmpty():
        paint_disc(painter, plan.disc, DiscLook(row.initials, row.icon, row.tone), on_selected=selected)
    _paint_lines(painter, plan.text, row)
    _paint_marks(painter, plan.marks, row, selected=selected)
    if row.opens:
        side = theme.px(_ARROW)
        top = (area.height() - side) / 2
        icons.paint(painter, QRectF(area.width() - _INSET - side, top, side, side), "right", "muted")


def _paint_lines(painter: QPainter, area: QRectF, row: Row) -> None:
    top = area.top()
    strong = "muted" if row.faint else "ink"
    for face, words, tone in ((_strong_face(row), row.strong, strong), (_muted_face(), row.muted, "muted")):
        metrics = QFontMetricsF(face)
        painter.setFont(face)
        painter.setPen(theme.colour(tone))
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, area.width() + 0.5)
        line = QRectF(area.left(), top, area.width() + 1, metrics.height())
        painter.drawText(line, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), shown)
        top += metrics.height() + 2


def _paint_marks(painter: QPainter, at: QPointF, row: Row, *, selected: bool) -> None:
    left = at.x()
    if row.stages:
        paint_dots(painter, QPointF(left, at.y() + theme.px(22) / 2), row.reached, row.stages)
        left += dots_width(row.stages) + _PILL_GAP
    for pill in row.pills:
        paint_pill(painter, QPointF(left, at.y()), pill, on_selected=selected)
        left += pill_size(pill).width() + _PILL_GAP


def _marks_width(row: Row) -> float:
    widths = [pill_size(pill).width() for pill in row.pills]
    if row.stages:
        widths.append(dots_width(row.stages))
    return sum(widths) + _PILL_GAP * max(0, len(widths) - 1)


def _strong_face(row: Row) -> QFont:
    return theme.font(theme.BODY, theme.MEDIUM, serif=row.serif)


def _muted_face() -> QFont:
    return theme.font(theme.SMALL)


def _heading_face() -> QFont:
    return theme.font(theme.CAPTION, theme.MEDIUM)


def _line(face: QFont) -> float:
    return QFontMetricsF(face).height()
