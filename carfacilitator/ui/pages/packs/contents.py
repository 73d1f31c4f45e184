"""What goes out in a pack, what stays here, and what came inside the practitioner's file."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from carfacilitator.services.pack_plans import PackPlan
from carfacilitator.ui import theme
from carfacilitator.ui.widgets.card import Card
from carfacilitator.ui.widgets.sign import Sign
from carfacilitator.ui.widgets.switch import Switch
from carfacilitator.ui.widgets.words import MUTED, SECTION, SMALL, Words

Line = tuple[int, str, str]  # how many, of what, and a word more


class CountCard(Card):
    """Lines of 'how many of what', each with a sign before it."""

    def __init__(self, title: str, note: str, icon: str, *, private: bool = False) -> None:
        super().__init__(title, note, private=private)
        self._icon = icon
        self._lines = QWidget()
        self.add(self._lines)

    def show_lines(self, lines: list[Line]) -> None:
        """Show these lines in place of those before."""
        fresh = QWidget()
        grid = QGridLayout(fresh)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.Space.MEDIUM)
        grid.setColumnStretch(2, 1)
        for row, (count, what, more) in enumerate(lines):
            grid.addWidget(Sign(self._icon, "good" if self._icon == "check" else "muted"), row, 0)
            grid.addWidget(Words(f"{count:,}", SECTION), row, 1)
            grid.addWidget(Words(f"{what}  {more}".strip(), wraps=True), row, 2)
        self.body.replaceWidget(self._lines, fresh)
        self._lines.hide()
        fresh.show()
        self._lines.deleteLater()
        self._lines = fresh


def going(plan: PackPlan) -> list[Line]:
    """Return what goes out."""
    comments = len(plan.going)
    wishes, seen = plan.wishes, plan.seen
    questions, proposals = len(wishes.questions) + len(wishes.passage_questions), len(wishes.proposals)
    text = "as it reads now, tracking switched on"
    if wishes.redline and seen is not None:
        text = f"with what changed since draft {seen.number} as tracked changes"
    lines = [
        (1, "Word file:", f"draft {plan.draft_number} {text}"),
        (questions, _many(questions, "question"), f"of mine, {len(wishes.passage_questions) or 'none'} at their words"),
        (proposals, _many(proposals, "proposal"), "of mine, as tracked changes"),
        (comments, _many(comments, "comment"), f"open, and such as a {plan.audience} may see"),
        (1, "letter", "as the first page"),
    ]
    return [line for line in lines if line[0]]


def staying(plan: PackPlan) -> list[Line]:
    """Return what stays here; what there is none of is left out."""
    narrower = [(count, _many(count, "comment"), f"for: {audience}") for audience, count in plan.staying.items()]
    lines = [
        *sorted(narrower, reverse=True),
        (plan.without_place, _many(plan.without_place, "comment"), "without a place in this draft"),
        (plan.resolved, _many(plan.resolved, "comment"), "resolved"),
        (plan.earlier_drafts, "earlier " + _many(plan.earlier_drafts, "draft"), "and their history"),
    ]
    return [line for line in lines if line[0]]


class InsideCard(Card):
    """What came inside the file and is taken out, each with a switch to leave it in; `changed` when one is turned."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__("Came inside the file")
        self._nothing = Words("Nothing: no earlier comments, tracked changes, hidden text or names.", MUTED, wraps=True)
        self._explained = Words("Taken out, unless you turn a switch on to leave it in the pack.", SMALL, wraps=True)
        self.add(self._nothing)
        self.add(self._explained)
        self.switches = {
            "comments": Switch("Earlier comments"),
            "changes": Switch("Earlier tracked changes"),
            "hidden": Switch("Hidden text"),
            "names": Switch("Names in its properties"),
        }
        for switch in self.switches.values():
            self.add(switch)
            switch.toggled.connect(self._tell)

    def show_plan(self, plan: PackPlan) -> None:
        """Say how much there is of each; what there is none of has no switch."""
        inside = plan.inside
        counts = {
            "comments": (inside.comments, "earlier comment"),
            "changes": (inside.changes, "earlier tracked change"),
            "hidden": (inside.hidden, "stretch of hidden text"),
            "names": (inside.names, "name in its properties"),
        }
        for key, (count, one) in counts.items():
            self.switches[key].setText(f"{count:,} {_many(count, one)}")
            self.switches[key].setAccessibleName(f"Leave in: {count:,} {_many(count, one)}")
            self.switches[key].setVisible(bool(count))
        some = any(count for count, _ in counts.values())
        self._nothing.setHidden(some)
        self._explained.setVisible(some)

    def kept(self, key: str) -> bool:
        """Tell whether this is left in."""
        return self.switches[key].isChecked()

    def clear(self) -> None:
        """Take everything out again."""
        for switch in self.switches.values():
            switch.setChecked(False)

    def _tell(self) -> None:
        self.changed.emit()


def _many(count: int, one: str) -> str:
    if count == 1:
        return one
    first, _, rest = one.partition(" of ")
    if rest:
        return f"{first}es of {rest}"
    first, _, rest = one.partition(" in ")
    return f"{first}s in {rest}" if rest else f"{one}s"
