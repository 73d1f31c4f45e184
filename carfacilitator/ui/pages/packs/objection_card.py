"""A clause that stands in the way of a pack: its number and words, and the two ways on."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from carfacilitator.services.rules import Objection
from carfacilitator.ui import theme
from carfacilitator.ui.consent import AgreedForm
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.card import Card
from carfacilitator.ui.widgets.field import TextField
from carfacilitator.ui.widgets.flow import Flow
from carfacilitator.ui.widgets.sign import Sign
from carfacilitator.ui.widgets.words import PLAIN, QUOTE, SECTION, Words


class ObjectionCard(Card):
    """Says what stands against it for whom; the author's agreement, or a reason that is kept, takes it away."""

    agreed = Signal(object, str)  # the day, and the way
    overruled = Signal(str)  # why

    def __init__(self, day: Callable[[], date]) -> None:
        super().__init__(look="warn")
        self._heading = Words("", SECTION, wraps=True)
        self._text, self._why = Words("", QUOTE, wraps=True), Words("", PLAIN, wraps=True)
        self.note = Button("", "consent")
        self.anyway = Button("Make it all the same …", look="quiet")
        self.form = AgreedForm(day)
        self.reason = TextField("Why is it made all the same?", "It is kept, and shown in the history.", lines=(2, 8))
        self.go_on = Button("Keep the reason and go on", "check", "primary")
        self._reason_part = self._part_of(self.reason, Flow(self.go_on, self._away()))
        self.note.clicked.connect(lambda: self._unfold(self.form))
        self.anyway.clicked.connect(lambda: self._unfold(self._reason_part))
        self.form.agreed.connect(self.agreed)
        self.form.left.connect(lambda: self._unfold(None))
        self.go_on.clicked.connect(self._overrule)
        self._lay_out()
        self._unfold(None)

    def show_objection(self, objection: Objection, author: str, names: Sequence[str]) -> None:
        """Say which clause stands against packs for these people."""
        self._heading.setText(f"{objection.clause} stands in the way")
        self.setAccessibleName(f"{objection.clause} stands in the way")
        self._text.setText(f"‘{objection.text}’")
        self._why.setText(f"{author} has not agreed yet. No pack is made for {_listed(names)} until then.")
        self.note.say(f"{author.split(' ', maxsplit=1)[0]} agreed …")

    def begin(self, reason: str = "") -> None:
        """Begin anew, or with the reason that stood there when it was left."""
        self.reason.set_text(reason)
        self._unfold(self._reason_part if reason else None)

    def _overrule(self) -> None:
        if not self.reason.text.strip():
            self.reason.say_wrong("Write down why: the clause was agreed on.")
            self.reason.setFocus()
            return
        self.overruled.emit(self.reason.text.strip())

    def _unfold(self, part: QWidget | None) -> None:
        for one in (self.form, self._reason_part):
            one.setHidden(one is not part)
        for button in (self.note, self.anyway):
            button.setHidden(part is not None)
        if part is self.form:
            self.form.start()
        if part is not None and self.isVisible():
            part.setFocus()

    def _away(self) -> Button:
        away = Button("Not now", look="quiet")
        away.clicked.connect(lambda: self._unfold(None))
        return away

    @staticmethod
    def _part_of(field: TextField, buttons: Flow) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.Space.SMALL)
        column.addWidget(field)
        column.addWidget(buttons)
        part.setFocusProxy(field)
        return part

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(theme.Space.SMALL)
        head.addWidget(Sign("agreement", "warn"))
        head.addWidget(self._heading, 1)
        self.body.addLayout(head)
        for part in (self._text, self._why, Flow(self.note, self.anyway), self.form, self._reason_part):
            self.add(part)


def _listed(names: Sequence[str]) -> str:
    """Return 'Alan Petrie', 'Alan Petrie and Ruth McKay', 'Alan Petrie, Ruth McKay and Neil Orr'."""
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1]))) if names else "anybody"
