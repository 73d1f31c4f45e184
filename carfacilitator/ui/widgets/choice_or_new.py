"""One of those that are there, or a new one whose name is written beside it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from carfacilitator.ui import theme
from carfacilitator.ui.widgets.field import ChoiceField, Field

_NEW = "new"  # no id looks like this


class ChoiceOrNew(QWidget):
    """A choice whose last option opens a line for a name; with nothing to choose from, there is the line alone."""

    chosen = Signal()  # another option, by the person

    def __init__(self, label: str, new: str, name: str, example: str = "") -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._new = new
        self.choice = ChoiceField(label)
        self.name = Field(name, example=example)
        self.choice.chosen.connect(self._choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.Space.SMALL)
        column.addWidget(self.choice)
        column.addWidget(self.name)
        self.set_options(())

    def set_options(self, options: Sequence[tuple[str, str]]) -> None:
        """Offer these (value, words) and a new one; what was chosen stays, or else nothing is."""
        self.choice.set_options((*options, (_NEW, self._new)))
        if not options:
            self.choice.set_value(_NEW)
        self.choice.setHidden(not options)
        self._show_line()

    @property
    def value(self) -> str:
        """The value that is chosen; '' for none and for a new one."""
        return "" if self.is_new else self.choice.value

    @property
    def is_new(self) -> bool:
        """Whether it is a new one."""
        return self.choice.value == _NEW

    @property
    def text(self) -> str:
        """The name of the new one."""
        return self.name.text.strip() if self.is_new else ""

    @property
    def is_said(self) -> bool:
        """Whether one is chosen, or the new one has a name."""
        return bool(self.value or self.text)

    def set_value(self, value: str) -> None:
        """Choose one without a signal."""
        self.choice.set_value(value)
        self._show_line()

    def say_wrong(self, words: str) -> None:
        """Say what is wrong, below the part that is seen."""
        (self.name if self.is_new else self.choice).say_wrong(words)

    def _choose(self, _: str) -> None:
        self._show_line()
        self.choice.say_wrong("")
        if self.is_new:
            self.name.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.chosen.emit()

    def _show_line(self) -> None:
        self.name.setHidden(not self.is_new)
