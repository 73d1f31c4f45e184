"""How the parts of the review desk stand together, wide and narrow, with one of three things beside the sheets."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QLayout, QSizePolicy, QVBoxLayout, QWidget

from carfacilitator.ui import theme
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.change_list import ChangeList
from carfacilitator.ui.widgets.comment_composer import CommentComposer
from carfacilitator.ui.widgets.comment_margin import CONNECTORS, CommentMargin
from carfacilitator.ui.widgets.comparison_view import ComparisonView
from carfacilitator.ui.widgets.find_bar import FindBar
from carfacilitator.ui.widgets.lost_tray import LostTray
from carfacilitator.ui.widgets.overview_strip import OverviewStrip
from carfacilitator.ui.widgets.place_finder import PlaceFinder
from carfacilitator.ui.widgets.review_bar import ReviewBar
from carfacilitator.ui.widgets.review_data import AudienceLook, CommentCard, KindLook
from carfacilitator.ui.widgets.sheet_heads import SheetHeads
from carfacilitator.ui.widgets.words import SECTION, SMALL, Words

NARROW = theme.NARROW - 90  # the window's limit, less the folded rail
SLIM = 810  # less than this, and the comments fold away until one is asked for
LIST_OVER = 300  # the width of the list where it lies over the sheets
LEAST = (600, 360)  # pixels in which one can still work
MOST_BESIDE = 0.44  # of the width, for what stands beside the sheets


class DeskFrame(QWidget):
    """The widgets of a review in their places. Below `NARROW` the list lies over the sheets when it is asked for."""

    def __init__(self, kinds: Sequence[KindLook], audiences: Sequence[AudienceLook]) -> None:
        super().__init__()
        self.bar = ReviewBar()
        self.find_bar = FindBar()
        self.changes = ChangeList()
        self.overview = OverviewStrip()
        self.heads = SheetHeads()
        self.view = ComparisonView()
        self.margin = CommentMargin(self._height_in_margin)
        self.composer = CommentComposer(kinds, audiences)
        self.finder = PlaceFinder()
        self.tray = LostTray()
        self.count = Words("", SMALL)
        self.aside = Button("Go on with your comment", "note", "quiet")
        self.filter = Button("Filter comments", "filter", "icon")
        self.narrow = self.slim = False
        self._folded = False  # the comments, in a slim window
        self.letters_live = True  # whether single letters are commands; not everybody can do with that
        self._grid, self._row = QGridLayout(), QHBoxLayout()
        self._above_margin = QWidget()
        self._lay_out()
        self.changes.fold_wanted.connect(self.toggle_list)
        self.bar.list_wanted.connect(self.toggle_list)
        self.bar.comments_wanted.connect(self.toggle_margin)
        self.overview.wheeled.connect(self._wheel)
        self.margin.wheeled.connect(self._wheel)
        self.overview.wanted.connect(self._scroll_to)

    def show_beside(self, widget: QWidget) -> None:
        """Show margin, composer or finder beside the sheets, the other two not at all."""
        for part in (self.margin, self.composer, self.finder):
            part.setVisible(part is widget)
        folded = self.slim and self._folded
        self.margin.setVisible(self.margin is widget and not folded)
        self._above_margin.setVisible(self.margin is widget and not folded)

    def toggle_margin(self) -> None:
        """Fold the comments of a slim window away, or bring them back."""
        self.fold_margin(folded=not self._folded)

    def fold_margin(self, *, folded: bool) -> None:
        """Fold the comments away where the window is slim; elsewhere they stay."""
        self._folded = folded
        if self.composer.isHidden() and self.finder.isHidden():
            self.show_beside(self.margin)

    def toggle_list(self) -> None:
        """Fold the list of changes away, or bring it back."""
        shown = self.changes.isHidden()
        self.changes.setVisible(shown)
        self.bar.offer_list(offered=self.narrow or not shown)
        if shown and self.narrow:
            self._lay_list_over()
            self.changes.view.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give way to what a narrow window has no room for."""
        super().resizeEvent(event)
        wider = max(1.0, theme.scale() * 0.8)
        narrow, slim = self.width() < NARROW * wider, self.width() < SLIM * wider
        if narrow != self.narrow:
            self.narrow = narrow
            self.become_narrow()
        if slim != self.slim:
            self.slim = slim
            self.bar.offer_comments(self.count.text(), offered=slim)
            self.fold_margin(folded=slim)
        for part in (self.margin, self.composer, self.finder):
            part.setFixedWidth(min(part.sizeHint().width(), round(self.width() * MOST_BESIDE)))
        if self.narrow and not self.changes.isHidden():
            self._lay_list_over()

    def become_narrow(self) -> None:
        """Take the list out of the row of columns, or put it back; fold the tray to one line, or open it."""
        if self.narrow:
            self._row.removeWidget(self.changes)
        else:
            self._row.insertWidget(0, self.changes)
        self.changes.float(over=self.narrow)
        self.changes.setVisible(not self.narrow)
        self.bar.offer_list(offered=self.narrow)
        self.bar.shorten(short=self.narrow)
        self.tray.set_open(open_=not self.narrow)

    def sizeHint(self) -> QSize:
        """Return an ordinary size."""
        return QSize(1200, 700)

    def _height_in_margin(self, card: CommentCard) -> float | None:
        """Return where a comment's passage begins, in the margin's own pixels."""
        height = self.view.passage_height(card.anchor) if card.anchor else None
        if height is None:
            return None
        return height + self.view.y() - self.margin.y()  # both stand in the desk itself

    def _lay_list_over(self) -> None:
        top = self.view.mapTo(self, QPoint(0, 0)).y()
        width = min(theme.px(LIST_OVER), self.width() - 2 * theme.Space.WIDE)
        self.changes.setGeometry(theme.Space.WIDE, top, width, self.height() - top - theme.Space.SMALL)
        self.changes.raise_()

    def _wheel(self, event: QWheelEvent) -> None:
        QApplication.sendEvent(self.view.viewport(), event)

    def _scroll_to(self, part: float) -> None:
        goal = part * self.view.stack.total - self.view.viewport().height() / 2
        self.view.verticalScrollBar().setValue(round(goal))

    def _lay_out(self) -> None:
        self._lay_out_grid()
        self._row.setSpacing(theme.Space.SMALL)
        self._row.addWidget(self.changes)
        self._row.addLayout(self._grid, 1)
        self.setMinimumSize(*LEAST)  # else the list that a narrow window folds away would keep the window wide
        column = QVBoxLayout(self)
        column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.Space.TINY)
        column.addWidget(self.bar)
        column.addWidget(self.find_bar)
        column.addLayout(self._row, 1)

    def _lay_out_grid(self) -> None:
        above = QHBoxLayout(self._above_margin)
        above.setContentsMargins(CONNECTORS, 0, 0, 0)
        above.addWidget(Words("Comments", SECTION))
        self.count.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)  # it gives way first
        above.addWidget(self.count, 1)
        above.addWidget(self.aside)
        above.addWidget(self.filter)
        self.aside.hide()
        grid = self._grid
        grid.setContentsMargins(0, 0, 0, theme.Space.TINY)
        grid.setHorizontalSpacing(0)
        grid.setVerticalSpacing(theme.Space.TINY)
        grid.addWidget(self.heads, 0, 1)
        grid.addWidget(self._above_margin, 0, 2)
        grid.addWidget(self.overview, 1, 0)
        grid.addWidget(self.view, 1, 1)
        grid.addWidget(self.margin, 1, 2)
        for part in (self.composer, self.finder):
            grid.addWidget(part, 0, 3, 2, 1)
            part.hide()
        grid.addWidget(self.tray, 2, 1, 1, 3)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(1, 1)
