"""The guide for the facilitator, to read beside the work: a panel with its sections at the left."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout

from carfacilitator import paths
from carfacilitator.ui import theme
from carfacilitator.ui.float_panel import FloatPanel
from carfacilitator.ui.widgets.reading_text import ReadingText
from carfacilitator.ui.widgets.row_list import RowList
from carfacilitator.ui.widgets.rows import Row

_LARGEST = QSize(980, 720)
_SECTIONS = 290  # wide, at 100 per cent; there must be twice as much room for the text


class Guide(FloatPanel):
    """Arrow keys and the page keys scroll; a section that is chosen stands at the top."""

    def __init__(self) -> None:
        super().__init__("Guide", _LARGEST)
        self.text = ReadingText("Guide")
        self.text.show_markdown(paths.resource("help", "guide.md").read_text(encoding="utf-8"))
        self.sections = RowList("Sections of the guide")
        self.sections.set_rows([Row(id=number, strong=words) for number, words in enumerate(self.text.headings)])
        self.sections.chosen.connect(self._go_to)
        self.sections.opened.connect(self._read)
        row = QHBoxLayout()
        row.setSpacing(theme.Space.LARGE)
        row.addWidget(self.sections)
        row.addWidget(self.text, 1)
        self.body.addLayout(row, 1)
        self.setFocusProxy(self.text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the sections out where the text needs the room."""
        super().resizeEvent(event)
        self.sections.setFixedWidth(theme.px(_SECTIONS))
        self.sections.setHidden(self.width() < theme.px(3 * _SECTIONS))

    def _go_to(self, number: object) -> None:
        if isinstance(number, int):
            self.text.go_to(number)

    def _read(self, number: object) -> None:
        self._go_to(number)
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)
