"""The ground rules of a group, as they were agreed: read, edited where they stand, put in another order, added to."""

from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSizePolicy, QWidget

from carfacilitator.services import days
from carfacilitator.services.groups import GroundRuleLine
from carfacilitator.services.workspace import Services
from carfacilitator.ui import theme
from carfacilitator.ui.keeping import Keeping, Kept
from carfacilitator.ui.pages.groups.overview import Overview
from carfacilitator.ui.widgets import spoken
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.card import Card
from carfacilitator.ui.widgets.fact import Fact
from carfacilitator.ui.widgets.field import Field
from carfacilitator.ui.widgets.keyed_column import KeyedColumn
from carfacilitator.ui.widgets.reveal import go_to

_COMING_AND_GOING = {QEvent.Type.Enter, QEvent.Type.Leave, QEvent.Type.FocusIn, QEvent.Type.FocusOut}


class GroundRules(Card):
    """The rules, and a line that adds one."""

    def __init__(self, services: Services, keeping: Keeping) -> None:
        super().__init__("Ground rules")
        self._services, self._keeping = services, keeping
        self._shown: Overview | None = None
        self.rules = KeyedColumn[GroundRuleLine](lambda rule: rule.id, self._row)
        self.another = Kept(Field("Add a ground rule", example="Add a ground rule"), keeping)
        self.another.field.hide_label()
        self.add(self.rules)
        self.add(self.another.field)

    def fill(self, shown: Overview, /) -> None:
        """Show the rules of a group."""
        self._shown = shown
        rules = shown.group.ground_rules
        self.rules.set_things(rules)
        agreed = max((rule.agreed_on for rule in rules if rule.agreed_on), default=None)
        self.set_note(_agreed(shown, agreed) if agreed else "")
        self.another.show(f"group:{shown.group.id}:rule", "", self._agree)

    def begin(self) -> None:
        """Go to the line that adds a rule."""
        go_to(self.another.field)

    def shift(self, step: int) -> None:
        """Put the rule that has the focus one place up (-1) or down (1)."""
        rows = [row for row in self.rules.widgets if isinstance(row, RuleRow)]
        focused = QApplication.focusWidget()
        place = next((place for place, row in enumerate(rows) if focused and row.isAncestorOf(focused)), None)
        if place is None or not 0 <= place + step < len(rows):
            return
        rule = rows[place].rule
        if rule is not None:
            self._keeping.attempt(lambda: self._services.groups.move_rule(rule.id, place + step))

    def _agree(self, text: str) -> None:
        if self._shown is None or not text.strip():
            return
        self._services.groups.agree_rule(self._shown.group.id, text, days.today(self._services.clock))

    def _row(self) -> "RuleRow":
        row = RuleRow(self._services, self._keeping)
        row.emptied.connect(self._remove)
        return row

    def _remove(self, rule: GroundRuleLine) -> None:
        if self._keeping.attempt(lambda: self._services.groups.remove_rule(rule.id)):
            self._keeping.say_done("A ground rule was taken away.")


class RuleRow(QWidget):
    """One rule: its words, and beside them what takes it away."""

    emptied = Signal(object)  # the GroundRuleLine that shall go

    def __init__(self, services: Services, keeping: Keeping) -> None:
        super().__init__()
        self._services = services
        self._rule: GroundRuleLine | None = None
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        words = Fact("Ground rule", serif=True)
        self.words = Kept(words, keeping)
        words.hide_label()
        self._area = words.area
        self.remove = Button("Take this rule away", "close", "icon")
        self.remove.clicked.connect(lambda: self.emptied.emit(self._rule))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.Space.TINY)
        row.addWidget(self.words.field, 1)
        row.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)
        kept = self.remove.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self.remove.setSizePolicy(kept)
        self.remove.hide()
        for part in (self, self._area, self.remove):
            part.installEventFilter(self)

    def fill(self, rule: GroundRuleLine, /) -> None:
        """Show a rule."""
        self._rule = rule
        self.words.show(f"rule:{rule.id}", rule.text, lambda text: self._keep(rule, text))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show what takes the rule away only while one is at it, by pointer or by key."""
        if event.type() in _COMING_AND_GOING:
            QTimer.singleShot(0, self, self._look)  # when the focus has arrived
        return super().eventFilter(watched, event)

    def _look(self) -> None:
        self.remove.setVisible(self.underMouse() or self._area.hasFocus() or self.remove.hasFocus())

    @property
    def rule(self) -> GroundRuleLine | None:
        """The rule that is shown."""
        return self._rule

    def _keep(self, rule: GroundRuleLine, text: str) -> None:
        if text.strip():
            self._services.groups.amend_rule(rule.id, text=text)
        else:
            self.emptied.emit(rule)


def _agreed(shown: Overview, day: date) -> str:
    """Return 'agreed at meeting 1', or when no meeting was on that day, 'agreed 3 March'."""
    number = next((place for place, meeting in enumerate(shown.meetings, 1) if meeting.day == day), None)
    return f"agreed at meeting {number}" if number else f"agreed {spoken.short_day(day, shown.today)}"
