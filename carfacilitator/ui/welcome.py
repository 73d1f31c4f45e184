"""The first thing one sees: two doors, and beside them the cycle that all work here goes round."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from carfacilitator.ui import theme
from carfacilitator.ui.dialogs import Dialogs
from carfacilitator.ui.new_workspace import NewWorkspaceForm
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.card import Card
from carfacilitator.ui.widgets.columns import Columns
from carfacilitator.ui.widgets.cycle import ON_NIGHT, CyclePicture
from carfacilitator.ui.widgets.flow import Flow
from carfacilitator.ui.widgets.one_of import OneOf
from carfacilitator.ui.widgets.sign import Disc, Sign
from carfacilitator.ui.widgets.words import MUTED, SECTION, STATEMENT, Style, Words

_STAGES = ("Topic", "Data collection", "Storage", "Analysis", "Publication")
_LEAST_DOORS, _SIDE = 640, 440
_LEAD = Style(size=theme.SECTION, tone="muted")
_SAYING = Style(size=theme.SECTION, tone="night_muted", serif=True, italic=True)


class Welcome(QWidget):
    """Start my own workspace, look around in the sample, or open one that there is."""

    start_wanted = Signal(object)  # NewWorkspace
    sample_wanted = Signal()
    open_wanted = Signal(object)  # the folder
    restore_wanted = Signal()

    def __init__(self, home: Path, dialogs: Dialogs) -> None:
        super().__init__()
        self._dialogs = dialogs
        self._start = Button("Start my workspace", look="primary")
        self._start.clicked.connect(self.show_form)
        self.form = NewWorkspaceForm(home, dialogs)
        self.form.wanted.connect(self.start_wanted)
        self.form.left.connect(self.show_doors)
        self._doors = self._made_doors()
        self._stack = OneOf(self._doors, self.form)
        self._side = self._made_side()
        self._lay_out()
        self.setFocusProxy(self._start)

    def show_form(self) -> None:
        """Ask for what a workspace of one's own needs."""
        self._stack.choose(self.form)
        self.form.setFocus()

    def show_doors(self) -> None:
        """Go back to the two doors."""
        self._stack.choose(self._doors)
        self._start.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out the picture where there is no room for it."""
        super().resizeEvent(event)
        self._side.setHidden(self.width() < theme.px(_LEAST_DOORS + _SIDE))
        self._side.setFixedWidth(max(theme.px(_SIDE), self.width() * 3 // 8))

    def _open(self) -> None:
        folder = self._dialogs.choose_folder("Open a workspace: choose its folder, whose name ends in .car")
        if folder is not None:
            self.open_wanted.emit(folder)

    def _made_doors(self) -> QWidget:
        sample = Button("Open the sample")
        sample.clicked.connect(self.sample_wanted)
        have = Button("Open a workspace I have", "folder", "quiet")
        have.clicked.connect(self._open)
        restore = Button("Restore a backup", "backup", "quiet")
        restore.clicked.connect(self.restore_wanted)
        doors = Columns(1, 1, least=250)
        own = "Your name, a place to keep it, and a passphrase. Everything in it is encrypted from the first word on."
        doors.add(0, _door("key", "Start my own workspace", own, self._start))
        look = "Two invented partnerships half-way through. Change anything; nobody and nothing in it is real."
        doors.add(1, _door("groups", "Look around in the sample", look, sample))
        lead = (
            "Groups, meetings, drafts and the people who open the gates: in one place, on this computer, "
            "for facilitators of collaborative action research."
        )
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.Space.MEDIUM)
        column.addWidget(Words("A notebook for the work\nbetween the meetings", STATEMENT, wraps=True))
        column.addWidget(Words(lead, _LEAD, wraps=True))
        column.addSpacing(theme.Space.MEDIUM)
        column.addWidget(doors)
        column.addWidget(Flow(have, restore))
        column.addStretch(1)
        return made

    def _made_side(self) -> QFrame:
        side = QFrame()
        side.setProperty("look", "night")
        cycle = CyclePicture(_STAGES, ON_NIGHT)
        cycle.set_stage(1)
        cycle.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        cycle.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        cycle.setMaximumHeight(theme.px(440))
        saying = Words("The cycle that every case study goes round,\nand round again.", _SAYING, wraps=True)
        saying.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column = QVBoxLayout(side)
        column.setContentsMargins(*[theme.Space.HUGE] * 4)
        column.addStretch(1)
        column.addWidget(cycle, 4)
        column.addSpacing(theme.Space.LARGE)
        column.addWidget(saying)
        column.addStretch(1)
        return side

    def _lay_out(self) -> None:
        name = QHBoxLayout()
        name.setSpacing(theme.Space.MEDIUM)
        name.addWidget(Sign("mark", "ink", 34))
        name.addWidget(Words("CAR Facilitator", SECTION), 1)
        promise = "No account, no network. What you write is encrypted and stays here until you send it yourself."
        foot = QHBoxLayout()
        foot.setSpacing(theme.Space.SMALL)
        foot.addWidget(Sign("lock", "muted"), 0, Qt.AlignmentFlag.AlignTop)
        foot.addWidget(Words(promise, MUTED, wraps=True), 1)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(56, 40, 56, 32)
        column.setSpacing(theme.Space.WIDE)
        column.addLayout(name)
        column.addStretch(1)
        column.addWidget(self._stack)
        column.addStretch(1)
        column.addLayout(foot)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(scrolled(left), 1)
        row.addWidget(self._side)


def scrolled(widget: QWidget) -> QScrollArea:
    """Return `widget` in an area that scrolls up and down where the window is too low."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(widget)
    return area


def _door(icon: str, title: str, words: str, button: Button) -> Card:
    card = Card()
    card.body.setContentsMargins(14, theme.Space.SMALL, 14, theme.Space.SMALL)
    card.add(Disc(icon=icon, size=40))
    card.body.addSpacing(theme.Space.TINY)
    card.add(Words(title, SECTION, wraps=True))
    card.add(Words(words, MUTED, wraps=True))
    card.body.addStretch(1)
    card.body.addSpacing(theme.Space.SMALL)
    card.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
    return card
