"""The members of a group: what each needs, who came, how far their study is; and adding one."""

from PySide6.QtCore import Signal

from carfacilitator.services.workspace import Services
from carfacilitator.ui import theme
from carfacilitator.ui.keeping import Keeping
from carfacilitator.ui.memberships import Membership, span
from carfacilitator.ui.needs import needs_of
from carfacilitator.ui.pages.groups.joining import Joining
from carfacilitator.ui.pages.groups.overview import RECENT, Member, Overview
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.card import Card
from carfacilitator.ui.widgets.flow import Flow
from carfacilitator.ui.widgets.initials import initials
from carfacilitator.ui.widgets.keyed_column import KeyedColumn
from carfacilitator.ui.widgets.opening_row import OpeningRow
from carfacilitator.ui.widgets.sign import Disc, DiscLook, Sign
from carfacilitator.ui.widgets.squares import Squares
from carfacilitator.ui.widgets.stage_dots import StageDots
from carfacilitator.ui.widgets.words import LABEL, MUTED, Words

_NOBODY = "Nobody belongs to it yet. People take part on top of their jobs: say what makes it possible to come."


class Members(Card):
    """Who belongs to the group, and below them who left. Enter on a row opens the person."""

    opened = Signal(object)  # a person's id

    def __init__(self, services: Services, keeping: Keeping, add: Button) -> None:
        super().__init__("Members")
        self._services, self._keeping = services, keeping
        self.present = KeyedColumn[Member](lambda member: member.place.id, self._row)
        self.past = KeyedColumn[Member](lambda member: member.place.id, self._row)
        self.joining = Joining(services, keeping)
        self._nobody = Words(_NOBODY, MUTED, wraps=True)
        self._left = Words("Left the group", LABEL)
        self._add = Flow(add)
        self.joining.closed.connect(self._add.show)
        for part in (self._nobody, self.present, self.joining, self._add, self._left, self.past):
            self.add(part)

    def fill(self, shown: Overview, /) -> None:
        """Show the members of a group."""
        present = [member for member in shown.members if member.place.left is None]
        past = [member for member in shown.members if member.place.left is not None]
        self.present.set_things(present)
        self.past.set_things(past)
        self._nobody.setHidden(bool(present))
        self._left.setHidden(not past)
        self.set_note(_legend(shown, len(present)))
        self.joining.fill(shown)

    def join(self) -> None:
        """Open what giving somebody a place needs."""
        self._add.hide()
        self.joining.start()

    def _row(self) -> "MemberRow":
        row = MemberRow(self._services, self._keeping)
        row.chosen.connect(self.opened)
        return row


class MemberRow(OpeningRow):
    """A member; what unfolds is their place in the group."""

    chosen = Signal(object)  # the person's id

    def __init__(self, services: Services, keeping: Keeping) -> None:
        self._disc = _NameDisc()
        super().__init__(self._disc, self._unfolded)
        self._services, self._keeping = services, keeping
        self.facts: Membership | None = None
        self._member: Member | None = None
        self._squares, self._dots = Squares(), StageDots(0)
        self._needs = Needs()
        for mark in (self._needs, self._squares, self._dots):
            self.head.marks.add(mark)
        self.pressed.connect(self._choose)
        self.set_unfolding("Role, and when they joined or left")

    def fill(self, member: Member, /) -> None:
        """Show a member."""
        self._member = member
        place = member.place
        work = ", ".join(filter(None, (place.job, place.organisation)))
        muted = " · ".join(filter(None, (work, span(place) if place.left else "")))
        study = f"stage {member.stage} of 5, {member.study}" if member.stage else ""
        self.set_words(place.person, muted, ", ".join(filter(None, (place.needs, member.came.heard, study))))
        self._disc.fill(place.person)
        self._needs.fill(place.needs)
        self._squares.set_marks(member.came.marks, member.came.heard)
        self._squares.setHidden(not member.came.marks)
        self._dots.setHidden(not member.stage)
        keeps_room = self._dots.sizePolicy()
        keeps_room.setRetainSizeWhenHidden(member.has_stages)  # the columns of all rows stand alike
        self._dots.setSizePolicy(keeps_room)
        self._dots.set_reached(member.stage)
        self._dots.setToolTip(f"{member.study}: stage {member.stage} of 5" if member.stage else "")
        if self.facts is not None:
            self.facts.fill(place)

    def _unfolded(self) -> Membership:
        self.facts = Membership(self._services, self._keeping)
        if self._member is not None:
            self.facts.fill(self._member.place)
        return self.facts

    def _choose(self) -> None:
        if self._member is not None:
            self.chosen.emit(self._member.place.person_id)


class Needs(Flow):
    """What a person needs, as small signs that say it in full on hover."""

    def __init__(self) -> None:
        super().__init__(gap=theme.Space.TINY)
        self._text = ""

    def fill(self, text: str) -> None:
        """Show the needs of another person, one sign for each kind."""
        if text == self._text:
            return
        self._text = text
        for sign in self.findChildren(Sign):
            sign.hide()
            sign.deleteLater()
        by_icon: dict[str, list[str]] = {}
        for need in needs_of(text):
            by_icon.setdefault(need.icon, []).append(need.words)
        for icon, words in by_icon.items():
            self.add(Sign(icon, heard=" ".join(words)))
        self.setHidden(not by_icon)


class _NameDisc(Disc):
    """A disc that can be told another name."""

    def fill(self, name: str) -> None:
        """Show the initials of `name`."""
        self._look = DiscLook(initials=initials(name), icon="people")
        self.update()


def _legend(shown: Overview, present: int) -> str:
    """Say how many there are, and what the squares and dots count."""
    stated = shown.group.stated_size
    count = f"{present} of {stated} named" if stated and stated > present else str(present or "")
    first = max(1, shown.held - RECENT + 1)
    came = f"came to {first}–{shown.held}" if shown.held > 1 else ("came to 1" if shown.held else "")
    study = "case study" if any(member.has_stages for member in shown.members) else ""
    return "   ·   ".join(filter(None, (count, came, study)))
