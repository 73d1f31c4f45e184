"""The line above the sheets: which draft stands on which, and how they are looked at."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from carfacilitator.ui import theme
from carfacilitator.ui.widgets.review_data import DraftHead, ViewMode
from carfacilitator.ui.widgets.sheet_model import SheetModel
from carfacilitator.ui.widgets.sheet_page import Column

HEIGHT, GAP = 30, 8


class SheetHeads(QWidget):
    """Titles over the columns of paper."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._heads: tuple[DraftHead, ...] = ()
        self._columns: tuple[Column, ...] = ()

    def show_heads(self, model: SheetModel, columns: Sequence[Column]) -> None:
        """Name the drafts of a model over these columns."""
        self._heads, self._columns = heads(model), tuple(columns)
        said = "; ".join(f"{head.title}, {head.note}" if head.note else head.title for head in self._heads)
        self.setAccessibleName(said)
        self.setToolTip(said)
        self.update()

    def sizeHint(self) -> QSize:
        """Return one line, grown with the text."""
        return QSize(200, theme.px(HEIGHT))

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw a title and a note over each column."""
        painter = QPainter(self)
        strong, caption = theme.font(theme.BODY, theme.SEMIBOLD), theme.font(theme.CAPTION)
        base = (self.height() + QFontMetricsF(strong).capHeight()) / 2
        for head, column in zip(self._heads, self._columns, strict=False):
            x = column.left + 2
            for words, face, token in ((head.title, strong, "ink"), (head.note, caption, "muted")):
                metrics = QFontMetricsF(face)
                shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, max(column.right - x, 0))
                painter.setFont(face)
                painter.setPen(theme.colour(token))
                painter.drawText(QPointF(x, base), shown)
                x += metrics.horizontalAdvance(shown) + GAP


def heads(model: SheetModel) -> tuple[DraftHead, ...]:
    """Return what stands over each sheet in the way that was chosen."""
    new, old = model.drafts.new_head, model.drafts.old_head
    if model.drafts.comparison is None:
        return (new,)
    if model.way.own_changes:
        marked = "with the changes tracked in its file"
        both = DraftHead(old.title, marked), DraftHead(new.title, marked)
        return both if model.way.mode is ViewMode.SIDE else both[1:]
    if model.way.mode is ViewMode.SIDE:
        return old, new
    if model.way.mode is ViewMode.INLINE:
        return (DraftHead(new.title, f"with what {_lowered(old.title)} said struck through"),)
    return (DraftHead(new.title, f"alone; bars at the edge show where {_lowered(old.title)} differed"),)


def _lowered(title: str) -> str:
    return title[:1].lower() + title[1:]
