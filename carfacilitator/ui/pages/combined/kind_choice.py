"""The kinds of comment side by side, the proposed one hollow until somebody confirms it or takes another."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from carfacilitator.ui import theme
from carfacilitator.ui.widgets import marks
from carfacilitator.ui.widgets.flow import Flow
from carfacilitator.ui.widgets.review_data import KindLook
from carfacilitator.ui.widgets.words import LABEL, Words

_HEIGHT, _BADGE, _PAD = 28, 18, 6


class KindChip(QAbstractButton):
    """A letter and a name; `proposed` is hollow and asks."""

    def __init__(self, kind: KindLook, number: int) -> None:
        super().__init__()
        self.kind = kind
        self._proposed = False
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setToolTip(" ".join(filter(None, (kind.question, f"({number})"))))
        self.propose(proposed=False)

    def propose(self, *, proposed: bool) -> None:
        """Show that it is likely to be this kind."""
        self._proposed = proposed
        said = f"{self.kind.name}, proposed" if proposed else self.kind.name
        self.setAccessibleName(f"{said}: {self.kind.question}" if self.kind.question else said)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room for badge and words."""
        words = QFontMetricsF(theme.font(theme.SMALL, theme.SEMIBOLD)).horizontalAdvance(self._words)
        return QSize(round(words) + theme.px(_BADGE) + 3 * _PAD + 2, theme.px(_HEIGHT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose on Enter as on Space."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw the ground of the chosen one, badge, words, and the ring of the focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        dashed = Qt.PenStyle.DashLine if self._proposed else Qt.PenStyle.SolidLine
        painter.setPen(QPen(theme.colour("lead" if self.isChecked() else "line"), 1, dashed))
        painter.setBrush(theme.colour("lead_soft" if self.isChecked() or self.underMouse() else "surface"))
        painter.drawRoundedRect(area, theme.CONTROL_CORNER, theme.CONTROL_CORNER)
        side = theme.px(_BADGE)
        badge = QRectF(_PAD, (self.height() - side) / 2, side, side)
        marks.badge(painter, badge, self.kind.letter, self.kind.tone, hollow=self._proposed)
        face = theme.font(theme.SMALL, theme.SEMIBOLD if self.isChecked() else theme.REGULAR)
        painter.setFont(face)
        painter.setPen(theme.colour("ink"))
        base = (self.height() + QFontMetricsF(face).capHeight()) / 2
        painter.drawText(QPointF(badge.right() + _PAD, base), self._words)
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("lead"), theme.FOCUS_RING))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), theme.CONTROL_CORNER, theme.CONTROL_CORNER)

    @property
    def _words(self) -> str:
        return f"{self.kind.name}?" if self._proposed else self.kind.name


class KindChoice(QWidget):
    """All kinds; `chosen` hands over the id of one, also of the proposed one that is confirmed by it."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Kind of remark")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.chips: list[KindChip] = []
        self._kinds: tuple[KindLook, ...] = ()
        self._row: Flow | None = None
        self._label = Words("", LABEL)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.Space.TINY)
        self._column.addWidget(self._label)

    def offer(self, kinds: Sequence[KindLook]) -> None:
        """Offer these kinds, if they are others than before."""
        if tuple(kinds) == self._kinds:
            return
        self._kinds = tuple(kinds)
        if self._row is not None:
            self._row.hide()
            self._row.deleteLater()
        self.chips = [KindChip(kind, number) for number, kind in enumerate(kinds, 1)]
        self._row = Flow(*self.chips)
        self._column.addWidget(self._row)
        for chip in self.chips:
            chip.clicked.connect(lambda _, id_=chip.kind.id: self._choose(id_))

    def show_kind(self, confirmed: str, proposed: str) -> None:
        """Show the kind that was confirmed, or while none was the one that is proposed."""
        self._label.setText("Kind" if confirmed else "Kind: is it this one?")
        for chip in self.chips:
            chip.setChecked(chip.kind.id == (confirmed or proposed))
            chip.propose(proposed=not confirmed and chip.kind.id == proposed)

    def take(self, index: int) -> bool:
        """Choose the kind of that number, counted from 0; tell whether there is one."""
        if not 0 <= index < len(self.chips):
            return False
        self._choose(self.chips[index].kind.id)
        return True

    def _choose(self, id_: str) -> None:
        self.show_kind(id_, "")
        self.chosen.emit(id_)
