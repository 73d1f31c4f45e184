"""A list of rows to choose from, by mouse, by keyboard and by ear."""

from collections.abc import Callable, Hashable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QSizePolicy, QStyleOptionViewItem

from carfacilitator.ui import theme
from carfacilitator.ui.widgets.row_paint import RowPainter
from carfacilitator.ui.widgets.rows import ROW, Index, Row, RowModel


class RowList(QListView):
    """Rows of a strong and a muted line. Signals carry the `id` of a Row.

    `chosen` when another row becomes the current one by the person's doing, `opened` on Enter, on a double click, or on
    a click where rows have an arrow. `grows` makes it as high as its rows, for lists inside a card.
    """

    chosen = Signal(object)
    opened = Signal(object)
    menu_wanted = Signal(object, QPoint)  # the id and where on the screen

    def __init__(self, label: str, *, grows: bool = False) -> None:
        super().__init__()
        self._rows = RowModel(self)
        self._grows = grows
        self._quiet = False
        self.setModel(self._rows)
        self.setItemDelegate(RowPainter(self))
        self.setAccessibleName(label)
        self.setMouseTracking(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._want_menu)
        self.doubleClicked.connect(self._double_click)
        self.clicked.connect(self._click)
        if grows:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows; what was current stays so where it is still there."""
        self._keep_current(lambda: self._rows.set_rows(rows))

    def set_filter(self, text: str) -> None:
        """Show only rows in which every word of `text` stands, whatever case and accents."""
        self._keep_current(lambda: self._rows.set_filter(text))

    @property
    def rows(self) -> list[Row]:
        """The rows that are shown."""
        return self._rows.rows

    @property
    def current(self) -> Hashable | None:
        """The id of the current row."""
        row = self.currentIndex().data(ROW)
        return row.id if isinstance(row, Row) else None

    def choose(self, id_: Hashable | None) -> bool:
        """Make the row with that id the current one without a signal; False when it is not shown."""
        index = self._rows.place_of(id_)
        self._quiet = True
        self.setCurrentIndex(index)
        self._quiet = False
        return index.isValid()

    def choose_first(self) -> None:
        """Make the first row the current one, with the signal."""
        self.setCurrentIndex(self._rows.first())

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802  Qt's name
        """Tell which row became the current one."""
        super().currentChanged(current, previous)
        row = current.data(ROW)
        if isinstance(row, Row) and not self._quiet:
            self.chosen.emit(row.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open on Enter; begin at the first row when none is current."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._open(self.currentIndex())
            return
        if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Home} and not self.currentIndex().isValid():
            self.choose_first()
            return
        super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Return the height of all rows where it grows."""
        return QSize(theme.px(240), self._height()) if self._grows else QSize(theme.px(240), theme.px(240))

    def minimumSizeHint(self) -> QSize:
        """Return little, so that a page with lists fits a small window."""
        return QSize(theme.px(96), self._height() if self._grows else theme.px(96))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the rows out for the new width, which may take another height."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()
            self.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        """Lay the rows out anew when the text size changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.scheduleDelayedItemsLayout()
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Say so where nothing matches the filter."""
        super().paintEvent(event)
        if self._rows.is_filtered and not self._rows.rows:
            painter = QPainter(self.viewport())
            painter.setFont(theme.font())
            painter.setPen(theme.colour("muted"))
            area = QRect(8, 8, self.viewport().width() - 16, self.viewport().height())
            painter.drawText(area, int(Qt.TextFlag.TextWordWrap), "Nothing here has these words.")

    def _height(self) -> int:
        """Ask the painter for the width as it is now: Qt's own layout may still be that of another width."""
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        places = range(self._rows.rowCount())
        return sum(self.itemDelegate().sizeHint(option, self._rows.index(place)).height() for place in places) + 4

    def _keep_current(self, change: Callable[[], None]) -> None:
        current = self.current
        change()
        self.choose(current)
        if self._grows:
            self.updateGeometry()

    def _want_menu(self, at: QPoint) -> None:
        row = self.indexAt(at).data(ROW)
        if isinstance(row, Row):
            self.menu_wanted.emit(row.id, self.viewport().mapToGlobal(at))

    def _click(self, index: QModelIndex) -> None:
        row = index.data(ROW)
        if isinstance(row, Row) and row.opens:
            self.opened.emit(row.id)

    def _double_click(self, index: QModelIndex) -> None:
        row = index.data(ROW)
        if isinstance(row, Row) and not row.opens:  # a click has opened it already
            self.opened.emit(row.id)

    def _open(self, index: QModelIndex) -> None:
        row = index.data(ROW)
        if isinstance(row, Row):
            self.opened.emit(row.id)
