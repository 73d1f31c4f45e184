"""The conditions of a yes: how far each is met, by place, and what can be done about it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from carfacilitator.services.sanction_rows import ConditionRow, SanctionRow
from carfacilitator.ui import theme
from carfacilitator.ui.pages.sanctions import texts
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.field import Field, TextField
from carfacilitator.ui.widgets.flow import Flow
from carfacilitator.ui.widgets.keyed_column import KeyedColumn
from carfacilitator.ui.widgets.sign import Sign
from carfacilitator.ui.widgets.words import QUOTE, SECTION, SMALL, Words


class ConditionsPart(QWidget):
    """`replace`, `met`, `gone` carry a ConditionRow; `added` the condition, its words, and what stands instead."""

    replace = Signal(object)
    met = Signal(object)
    gone = Signal(object)
    added = Signal(str, str, str)

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._shown = ""
        self._heading = Words("Conditions", SECTION)
        self.lines = KeyedColumn[ConditionRow](lambda one: one.id, self._make, gap=theme.Space.MEDIUM)
        self.more = Button("Another condition", "plus", "quiet")
        self.text = TextField("The condition", example="Call the place “a coastal town”.", lines=(2, 6), serif=True)
        self.words = Field("Words that must not stand in it", "The program looks for them in every draft.", "Kilmorran")
        self.instead = Field("What stands there instead", example="a coastal town")
        self.keep = Button("Keep this condition", "check", "primary")
        self._inside = (self.text, self.words, self.instead, self.keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.Space.SMALL)
        column.addWidget(self._heading)
        for part in (self.lines, Flow(self.more), self.text, self.words, self.instead, Flow(self.keep)):
            column.addWidget(part)
        self.more.clicked.connect(self._unfold)
        self.keep.clicked.connect(self._add)

    def show_row(self, row: SanctionRow) -> None:
        """Show the conditions of an answer; nothing where there is no yes."""
        if self._shown != str(row.id):
            self._fold()
        self._shown = str(row.id)
        self.lines.set_things(row.conditions)
        self._heading.setHidden(not row.conditions)
        self.more.say("Another condition" if row.conditions else "Add a condition")
        self.setHidden(not (row.is_yes or row.conditions))

    def fold(self) -> None:
        """Fold the form away: what was written is kept."""
        self._fold()

    def _make(self) -> "ConditionLine":
        line = ConditionLine()
        line.replace.connect(self.replace)
        line.met.connect(self.met)
        line.gone.connect(self.gone)
        return line

    def _unfold(self) -> None:
        for part in self._inside:
            part.show()
        self.more.hide()
        self.text.area.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fold(self) -> None:
        for field in (self.text, self.words, self.instead):
            field.set_text("")
            field.say_wrong("")
        for part in self._inside:
            part.hide()
        self.more.show()

    def _add(self) -> None:
        if not self.text.text.strip():
            self.text.say_wrong("Say what the condition is.")
            self.text.area.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.added.emit(self.text.text, self.words.text, self.instead.text)


class ConditionLine(QWidget):
    """One condition in its words, how far it is met, and its buttons."""

    replace = Signal(object)
    met = Signal(object)
    gone = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._one: ConditionRow | None = None
        self._text, self._sign = Words("", QUOTE, wraps=True), Sign("flag")
        self._state, self._becomes = Words("", SMALL, wraps=True), Words("", SMALL, wraps=True)
        self.put, self.say, self.drop = Button("Replace…", "move"), Button("", "check"), Button("Remove", "", "quiet")
        for button, told in ((self.put, self.replace), (self.say, self.met), (self.drop, self.gone)):
            button.clicked.connect(lambda _=False, signal=told: signal.emit(self._one))
        state = QHBoxLayout()
        state.setSpacing(theme.Space.SMALL)
        state.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        state.addWidget(self._state, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.Space.TINY)
        column.addWidget(self._text)
        column.addWidget(self._becomes)
        column.addLayout(state)
        column.addWidget(Flow(self.put, self.say, self.drop))

    def fill(self, one: ConditionRow) -> None:
        """Show a condition."""
        self._one = one
        self._text.setText(texts.quoted(one.text))
        self._becomes.setText(f"“{one.words}” becomes “{one.instead}”")
        self._becomes.setHidden(not (one.words and one.instead))
        look = texts.condition_state(one)
        self._sign.set_sign(look.icon, look.tone)
        self._state.set_style(SMALL.in_tone(look.tone))
        self._state.setText(look.text)
        left = one.left or 0
        self.put.say(f"Replace in {texts.places(left)}…")
        self.put.setHidden(not (left and one.instead))
        self.say.say("It is not met after all" if one.is_met else "It is met")
        self.say.setHidden(bool(one.words))
