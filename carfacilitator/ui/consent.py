"""Whether an author agrees to what a clause of the agreement protects from: said in a line, noted, taken back."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from carfacilitator.services.days import today
from carfacilitator.services.rules import BY_WORD_OF_MOUTH, Consent, SetAside
from carfacilitator.services.workspace import Services
from carfacilitator.ui import theme
from carfacilitator.ui.keeping import Keeping
from carfacilitator.ui.widgets import spoken
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.columns import Columns
from carfacilitator.ui.widgets.field import ChoiceField
from carfacilitator.ui.widgets.flow import Flow
from carfacilitator.ui.widgets.keyed_column import KeyedColumn
from carfacilitator.ui.widgets.sign import Sign
from carfacilitator.ui.widgets.when_fields import DayField
from carfacilitator.ui.widgets.words import SMALL, Words

_WAYS = (BY_WORD_OF_MOUTH, "by telephone", "by email", "in writing")


class AgreedForm(QWidget):
    """When and how somebody agreed; `agreed` is emitted with the day (or None) and the way."""

    agreed = Signal(object, str)
    left = Signal()

    def __init__(self, day: Callable[[], date]) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._today = day
        self.when = DayField("When", day)
        self.how = ChoiceField("How", [(way, way.capitalize()) for way in _WAYS])
        self.keep = Button("Note it", "check", "primary")
        away = Button("Not now", look="quiet")
        self.keep.clicked.connect(self._tell)
        away.clicked.connect(self.left)
        fields = Columns(1, 1, least=150, gap=theme.Space.MEDIUM)
        fields.add(0, self.when)
        fields.add(1, self.how)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.Space.SMALL)
        column.addWidget(fields)
        column.addWidget(Flow(self.keep, away))
        self.setFocusProxy(self.when)

    def start(self) -> None:
        """Begin with today and by word of mouth, which is how it mostly is."""
        self.when.set_value(self._today())
        self.how.set_value(BY_WORD_OF_MOUTH)

    def _tell(self) -> None:
        self.when.finish()
        if self.when.value is None:
            self.when.say_wrong("Write down when it was.")
            return
        self.agreed.emit(self.when.value, self.how.value)


class ConsentLines(QWidget):
    """A line for each clause that is in force for a case study; nothing where none is."""

    def __init__(self, services: Services, keeping: Keeping) -> None:
        super().__init__()
        self._services = services
        self._study_id: UUID | None = None
        self.lines = KeyedColumn[Consent](
            lambda consent: consent.clause_id, lambda: ConsentLine(self, services, keeping), theme.Space.MEDIUM
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.lines)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def show_study(self, study_id: UUID) -> None:
        """Say how a case study stands."""
        self._study_id = study_id
        consents = self._services.rules.consents(study_id)
        self.lines.set_things(consents)
        self.setHidden(not consents)

    @property
    def says_something(self) -> bool:
        """Whether a clause is in force for it."""
        return bool(self.lines.widgets)

    @property
    def study_id(self) -> UUID | None:
        """The case study whose lines these are."""
        return self._study_id


class ConsentLine(QWidget):
    """One clause: what the author said to it, and the button that notes it or takes it back."""

    def __init__(self, lines: ConsentLines, services: Services, keeping: Keeping) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._lines, self._services, self._keeping = lines, services, keeping
        self._consent: Consent | None = None
        self._sign = Sign("consent")
        self._words, self._clause = Words("", wraps=True), Words("", SMALL, wraps=True)
        self.note = Button("", "consent")
        self.back = Button("Take it back", "undo", "quiet")
        self.form = AgreedForm(lambda: today(services.clock))
        self.form.hide()
        self.note.clicked.connect(self._open_form)
        self.back.clicked.connect(self._take_back)
        self.form.agreed.connect(self._keep)
        self.form.left.connect(self._close_form)
        self._lay_out()

    def fill(self, consent: Consent, /) -> None:
        """Say how it stands."""
        self._consent = consent
        agreed = consent.agreed_on is not None
        self._sign.set_sign("consent", "good" if agreed else "warn")
        day = today(self._services.clock)
        self._words.setText(said(consent, day))
        asides = [aside(one, day) for one in consent.set_aside]
        self._clause.setText("\n".join([f"{consent.clause}: {consent.text}", *asides]))
        self.note.say(f"{_first(consent.author)} agreed …")
        self.note.setHidden(agreed or not self.form.isHidden())
        self.back.setHidden(not agreed)
        if agreed:
            self.form.hide()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(theme.Space.SMALL)
        head.addWidget(self._sign)
        head.addWidget(self._words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.Space.TINY)
        column.addLayout(head)
        column.addWidget(self._clause)
        column.addWidget(self.form)
        column.addWidget(Flow(self.note, self.back))

    def _open_form(self) -> None:
        self.form.start()
        self.form.show()
        self.note.hide()
        self.form.setFocus()

    def _close_form(self) -> None:
        self.form.hide()
        self.note.show()
        self.note.setFocus()

    def _keep(self, day: date, how: str) -> None:
        consent, study_id = self._consent, self._lines.study_id
        if consent is None or study_id is None:
            return
        rules = self._services.rules
        if self._keeping.attempt(lambda: rules.author_agreed(consent.clause_id, study_id, day, how)):
            self._keeping.say_done(f"Noted: {consent.author} agreed.")

    def _take_back(self) -> None:
        consent, study_id = self._consent, self._lines.study_id
        if consent is None or study_id is None:
            return
        if self._keeping.attempt(lambda: self._services.rules.take_back(consent.clause_id, study_id)):
            self._keeping.say_done(f"It is no longer noted that {consent.author} agreed.")


def said(consent: Consent, day: date) -> str:
    """Return 'Ailsa Reid agreed on 8 March, by word of mouth, that managers see it', or that she has not yet."""
    if consent.agreed_on is None:
        return f"{consent.author} has not agreed yet that managers see it."
    how = f", {consent.how}," if consent.how else ""
    return f"{consent.author} agreed on {spoken.short_day(consent.agreed_on, day)}{how} that managers see it."


def aside(one: SetAside, day: date) -> str:
    """Return 'Set aside for Alan Petrie on 10 March by Dr Isla Munro: she asked me to'."""
    return f"Set aside for {one.gatekeeper} on {spoken.short_day(one.on, day)} by {one.by}: {one.reason}"


def _first(name: str) -> str:
    return name.split(" ", maxsplit=1)[0]
