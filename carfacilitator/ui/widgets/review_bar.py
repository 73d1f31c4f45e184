"""The line that answers first: what changed, in one sentence; and the switches of how to look at it."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QPushButton, QWidget

from carfacilitator.ui import icons, theme
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.compare_button import CompareButton
from carfacilitator.ui.widgets.flow import FlowLayout
from carfacilitator.ui.widgets.review_data import Detail, ViewMode
from carfacilitator.ui.widgets.segments import Segments
from carfacilitator.ui.widgets.sheet_model import Way
from carfacilitator.ui.widgets.spoken import counted
from carfacilitator.ui.widgets.words import SMALL, STRONG, Words

DETAILS = ((Detail.WORD, "Word"), (Detail.SENTENCE, "Sentence"), (Detail.PARAGRAPH, "Paragraph"))
MODES = ((ViewMode.SIDE, "Side by side"), (ViewMode.INLINE, "One column"), (ViewMode.CLEAN, "Newer draft alone"))
SIGNS = ("columns", "column", "file")


class ReviewBar(QWidget):
    """Summary, detail, view, what counts as a change, and the steps from change to change."""

    way_chosen = Signal(object)  # a Way
    stepped = Signal(int)  # 1 or -1
    list_wanted = Signal()
    comments_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._way = Way()
        self._told = {"changes": "Changes", "comments": "Comments"}
        self._compared = self._has_own = self._short = False
        self._summary = Words("", STRONG, wraps=False)
        self._list = Button("Changes", "list")
        self._list.clicked.connect(self.list_wanted)
        self._detail = Segments("Detail", [(value, words) for value, words in DETAILS])
        self._detail.chosen.connect(lambda value: self._choose(replace(self._way, detail=Detail(value))))
        self._mode = Segments("View", [(value, words) for value, words in MODES])
        self._mode.chosen.connect(lambda value: self._choose(replace(self._way, mode=ViewMode(value))))
        self.compare = CompareButton()
        self.compare.way_chosen.connect(self._choose)
        self._comments = Button("Comments", "comment")
        self._comments.clicked.connect(self.comments_wanted)
        self._place = Words("", SMALL)
        self._steps = QWidget()
        self._controls = QWidget()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._lay_out()

    def show_way(self, way: Way) -> None:
        """Show how the drafts are looked at."""
        self._way = way
        self._detail.set_value(way.detail)
        self._mode.set_value(way.mode)
        self.compare.show_way(way, has_own=self._has_own)

    def show_summary(self, sentence: str, *, compared: bool, has_own: bool) -> None:
        """Say what changed; switches that could change nothing are not there."""
        self._summary.setText(sentence)
        self._summary.setToolTip(sentence)
        self._compared, self._has_own = compared, has_own
        self._mode.setVisible(compared)
        self.compare.setVisible(compared or has_own)
        self.compare.show_way(self._way, has_own=has_own)
        self._detail.setVisible(compared and not self._short)
        self._break_line()

    def show_place(self, number: int, of: int) -> None:
        """Tell at which change one is, counted from 1; 0 for none yet."""
        told = counted(of, "change")
        self._place.setText(f"{number or '–'} of {of}" if number or not self._list.isHidden() else told)
        self._told["changes"] = told
        self._name()
        self._steps.setVisible(bool(of))

    def offer_list(self, *, offered: bool) -> None:
        """Offer a button for the list of changes where that has no room of its own."""
        self._list.setVisible(offered)

    def offer_comments(self, words: str, *, offered: bool) -> None:
        """Offer a button for the comments where they are folded away."""
        self._told["comments"] = words
        self._name()
        self._comments.setVisible(offered)

    def shorten(self, *, short: bool) -> None:
        """Leave the choice of detail to the menu where there is little room."""
        self._short = short
        self._name()
        self._detail.setVisible(self._compared and not short)
        self.compare.fold(folded=short)
        self._summary.set_style(SMALL if short else STRONG)
        self._break_line()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the switches below the sentence where there is no room beside it."""
        super().resizeEvent(event)
        self._break_line()

    def _name(self) -> None:
        """Say how many there are; where there is little room the buttons show the figure alone."""
        for button, words in ((self._list, self._told["changes"]), (self._comments, self._told["comments"])):
            button.say(words)
            button.setToolTip(words)
            if self._short and words[:1].isdigit():
                button.setText(f" {words.split()[0]}")

    def _break_line(self) -> None:
        metrics = QFontMetricsF(STRONG.font())
        wanted = metrics.horizontalAdvance(self._summary.text()) + self._controls.sizeHint().width() + theme.Space.WIDE
        beside = wanted <= self.width()
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._row.direction() != way:
            self._row.setDirection(way)

    def changeEvent(self, event: QEvent) -> None:
        """Take the colours of the theme that comes into force."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.PaletteChange, QEvent.Type.StyleChange}:
            self._show_signs()

    def _show_signs(self) -> None:
        """Put a sign in the place of each view's name, which is still what one hears and reads on hover."""
        for button, (_, words), sign in zip(self._mode.findChildren(QPushButton), MODES, SIGNS, strict=True):
            button.setText("")
            button.setToolTip(words)
            button.setIcon(icons.icon(sign))
            button.setIconSize(QSize(theme.px(icons.SIZE), theme.px(icons.SIZE)))

    def _choose(self, way: Way) -> None:
        self._way = way
        self.way_chosen.emit(way)

    def _lay_out(self) -> None:
        steps = FlowLayout(self._steps, theme.Space.TINY)
        for words, icon, way in (("Previous change (Shift+F7)", "arrow-up", -1), ("Next change (F7)", "arrow-down", 1)):
            button = Button(words, icon, "icon")
            button.clicked.connect(lambda _, one=way: self.stepped.emit(one))
            steps.addWidget(button)
            if way < 0:
                steps.addWidget(self._place)
        flow = FlowLayout(self._controls, theme.Space.MEDIUM)
        for part in (self._list, self._detail, self._mode, self.compare, self._steps, self._comments):
            flow.addWidget(part)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.Space.TINY)
        self._row.addWidget(self._summary, 1)
        self._row.addWidget(self._controls)
        self._show_signs()
        self._list.setVisible(False)
        self._comments.setVisible(False)
        self.setAccessibleName("How the drafts are compared")
