"""What is open: an edit or a remark, with what stands beside it."""

from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from carfacilitator.services.workspace import Services
from carfacilitator.ui import theme
from carfacilitator.ui.actions import Actions
from carfacilitator.ui.page import Desk
from carfacilitator.ui.pages.combined import page_actions as acts
from carfacilitator.ui.pages.combined import texts
from carfacilitator.ui.pages.combined.beside import Beside
from carfacilitator.ui.pages.combined.besides import Shown, decided_lines, locked_words, said_about
from carfacilitator.ui.pages.combined.edit_panel import EditPanel, Setting
from carfacilitator.ui.pages.combined.entries import Entry
from carfacilitator.ui.pages.combined.item_head import ItemHead
from carfacilitator.ui.pages.combined.remark_panel import RemarkPanel
from carfacilitator.ui.widgets.columns import Columns
from carfacilitator.ui.widgets.one_of import OneOf
from carfacilitator.ui.widgets.words import MUTED, Words

_FOOT = 56  # what is said at the foot of the window can lie here, and not over the answers


class Middle(QWidget):
    """The head of the item, the item, and beside it, or below where there is no room, what belongs to it."""

    def __init__(self, services: Services, desk: Desk, commands: Actions) -> None:
        super().__init__()
        self.entry: Entry | None = None
        self.head = ItemHead(commands[acts.BEFORE], commands[acts.NEXT])
        self.edit = EditPanel(services.unsaved, *(commands[action] for action in (*acts.OF_EDIT, acts.AGAIN)))
        self.remark = RemarkPanel(services, desk)
        self.nothing = Words("Nothing is left here. Choose something from the list.", MUTED, wraps=True)
        self.panels = OneOf(self.edit, self.remark, self.nothing)
        self.beside = Beside()
        columns = Columns(11, 5, least=300)
        columns.add(0, self.head)
        columns.add(0, self.panels)
        columns.add(1, self.beside)
        columns.end()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, _FOOT)
        column.addWidget(columns)
        column.addStretch(1)
        column.setSpacing(theme.Space.SMALL)
        self.clear()

    def clear(self) -> None:
        """Show nothing."""
        self.entry = None
        self.head.hide()
        self.panels.choose(self.nothing)

    def show_entry(self, shown: Shown, entry: Entry) -> None:
        """Show an edit or a remark; the focus stays in the middle if it was there."""
        focused = QApplication.focusWidget()
        held = focused is not None and self.panels.isAncestorOf(focused) and not self._is_open(entry)
        self.entry = entry
        number = f"{entry.number} of {len(shown.entries)}"
        if entry.edit is not None:
            words, icon, tone = texts.headline(entry.edit)
            self.head.show_item(words, (icon, tone), number)
            self.edit.show_edit(_setting(shown), entry)
            self.panels.choose(self.edit)
        elif entry.remark is not None:
            self.head.show_item(texts.remark_head(entry), ("comment", "muted"), number)
            self.remark.show_remark(shown.review, entry.remark)
            self.panels.choose(self.remark)
        self.head.show()
        self.beside.show_said(said_about(shown, entry), locked_words(shown, entry))
        self.beside.show_decided(decided_lines(shown))
        if held:
            self.take_focus()

    def take_focus(self) -> None:
        """Put the focus where the keys of what is open work."""
        if self.panels.current is self.edit:
            self.edit.take_focus()
        elif self.panels.current is self.remark:
            self.remark.take_focus()

    def step_back(self) -> bool:
        """Close the question for a reason, else leave the field that is written in; False when there is neither."""
        asked = self.panels.current is self.edit and not self.edit.reason.isHidden()
        if asked:
            self.edit.reason.close_it()
        return asked or self.leave_field()

    def leave_field(self) -> bool:
        """Put the focus where the keys work, if it is in a field of what is open; tell whether it was."""
        focused = QApplication.focusWidget()
        writes = isinstance(focused, QLineEdit | QPlainTextEdit) and self.panels.isAncestorOf(focused)
        if writes:
            self.take_focus()
        return writes

    def _is_open(self, entry: Entry) -> bool:
        return self.entry is not None and self.entry.id == entry.id


def _setting(shown: Shown) -> Setting:
    """Return what an edit is shown with."""
    roles = {voice.person: voice.role for voice in shown.review.voices}
    tones = {name: texts.tone_of(number) for number, name in enumerate(shown.people)}
    return Setting(shown.review, len(shown.entries), shown.today, roles, tones)
