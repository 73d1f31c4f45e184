"""Whose an answer is that does not say so: the likely one with one click, the others beside, anybody else by name."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from carfacilitator.ui import theme
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.field import Field
from carfacilitator.ui.widgets.flow import Flow
from carfacilitator.ui.widgets.words import STRONG, Words


class SenderQuestion(QWidget):
    """The question and its answers; `credit` is told the name. The first of `names` is the likely one."""

    def __init__(self, question: str, names: tuple[str, ...], credit: Callable[[str], object]) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setAccessibleName(question)
        self._credit = credit
        self.name = Field("Whose is it?", example="a name")
        self.name.line.returnPressed.connect(self._say)
        likely, *others = names
        buttons = [_button(f"Yes, {likely}", "check", partial(credit, likely))]
        buttons += [_button(f"No, {name}", "", partial(credit, name)) for name in others]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.Space.SMALL)
        column.addWidget(Words(question, STRONG.in_tone("warn"), wraps=True))
        column.addWidget(Flow(*buttons, _button("Somebody else …", "people", self._ask_name)))
        column.addWidget(self.name)
        self.name.hide()

    def _ask_name(self) -> None:
        self.name.show()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self) -> None:
        name = self.name.text.strip()
        self.name.say_wrong("" if name else "Say whose remarks these are.")
        if name:
            self._credit(name)


def _button(words: str, icon: str, run: Callable[[], object]) -> Button:
    made = Button(words, icon)
    made.clicked.connect(lambda _: run())
    return made
