"""Beside the drafts: the comments that are open, by kind, and the packs that went to gatekeepers."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal

from carfacilitator.model.terms import AnchorState
from carfacilitator.services.dispatches import DispatchRow
from carfacilitator.services.reviews import CommentCounts
from carfacilitator.services.threads import Thread
from carfacilitator.ui.pages.case_studies import texts
from carfacilitator.ui.widgets import spoken
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.card import Card, Rule
from carfacilitator.ui.widgets.count_bars import Count, CountBars
from carfacilitator.ui.widgets.flow import Flow
from carfacilitator.ui.widgets.row_list import RowList
from carfacilitator.ui.widgets.rows import Row
from carfacilitator.ui.widgets.words import MUTED, SECTION, SMALL, Words


class CommentsCard(Card):
    """Counts by kind, whose they are, and how many have lost their place."""

    def __init__(self, *buttons: Button) -> None:
        super().__init__("Open comments")
        self._total = Words("", SECTION)
        self.add_beside_title(self._total)
        self._bars = CountBars("Open comments")
        self._none = Words("", MUTED, wraps=True)
        self._rule = Rule()
        self._foot = Words("", SMALL, wraps=True)
        for part in (self._bars, self._none, self._rule, self._foot, Flow(*buttons)):
            self.add(part)

    def show_counts(self, counts: CommentCounts, threads: Sequence[Thread], owner: str) -> None:
        """Show them; `threads` are those beside the latest draft, `owner` is who is called 'you'."""
        total = sum(counts.open.values())
        in_order = sorted(counts.open.items(), key=lambda pair: -pair[1])
        self._bars.set_counts([Count(kind.letter, kind.name, kind.colour, count) for kind, count in in_order])
        self._total.setText(str(total) if total else "")
        self._none.setText(_nothing_open(counts.resolved))
        self._foot.setText(
            " · ".join(filter(None, (_whose(threads, owner), _unsure(threads), _resolved(counts.resolved))))
        )
        for part in (self._bars, self._rule, self._foot, self._total):
            part.setHidden(not total)
        self._none.setHidden(bool(total))


class PacksCard(Card):
    """Whom a pack was made for and how it stands; Enter opens one."""

    pack_wanted = Signal(object)  # the id of a pack

    def __init__(self, *buttons: Button) -> None:
        super().__init__("Packs")
        self.list = RowList("Packs", grows=True)
        self._none = Words("", MUTED, wraps=True)
        self.add(self.list)
        self.add(self._none)
        self.add(Flow(*buttons))
        self.list.opened.connect(self.pack_wanted)

    def show_packs(self, packs: Sequence[DispatchRow], day: date, *, has_draft: bool) -> None:
        """Show every pack of a case study, those of the newest draft first, and what became of each."""
        self.list.set_rows([_pack_row(one, day) for one in packs])
        self.list.setHidden(not packs)
        first = "" if has_draft else "Once a draft is here, "
        self._none.setText(
            f"{first}{'a' if first else 'A'} pack takes it to a gatekeeper, with the comments that may go."
        )
        self._none.setHidden(bool(packs))


def _pack_row(one: DispatchRow, day: date) -> Row:
    return Row(
        id=one.pack.id,
        strong=one.pack.gatekeeper,
        muted=texts.pack_words(one.pack, day),
        icon="gatekeepers",
        pills=(texts.dispatch_state(one, day),),
        opens=True,
    )


def _nothing_open(resolved: int) -> str:
    if not resolved:
        return "Nothing was said about it yet. Comments are made beside a draft."
    return f"None is open. {_resolved(resolved).capitalize()}."


def _resolved(resolved: int) -> str:
    return f"{spoken.number(resolved)} resolved" if resolved else ""


def _whose(threads: Sequence[Thread], owner: str) -> str:
    """Return 'all from Fiona Grant' or 'seven from you, two from Fiona Grant'."""
    by = Counter("you" if thread.author == owner else thread.author for thread in threads if thread.is_open)
    if len(by) == 1:
        return f"All from {next(iter(by))}"
    told = ", ".join(f"{spoken.number(count)} from {author}" for author, count in by.most_common())
    return told[:1].upper() + told[1:]


def _unsure(threads: Sequence[Thread]) -> str:
    lost = sum(thread.is_open and thread.place.state is AnchorState.ORPHAN for thread in threads)
    weak = sum(thread.is_open and thread.place.state is AnchorState.WEAK for thread in threads)
    parts = []
    if lost:
        parts.append(f"{spoken.number(lost)} lost {'its' if lost == 1 else 'their'} passage")
    if weak:
        parts.append(f"{spoken.number(weak)} stand{'s' if weak == 1 else ''} uncertain")
    return ", ".join(parts)
