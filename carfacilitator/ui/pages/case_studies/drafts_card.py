"""The drafts of a case study in the order they came, as bars of their words, with the packs that went out between."""

from collections.abc import Sequence
from datetime import date, datetime
from itertools import accumulate
from uuid import UUID

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QAction

from carfacilitator.services.days import local, today
from carfacilitator.services.drafts import DraftRow
from carfacilitator.services.packs import PackRow
from carfacilitator.services.workspace import Services
from carfacilitator.ui.keeping import Keeping
from carfacilitator.ui.pages.case_studies import texts
from carfacilitator.ui.pages.case_studies.draft_line import DraftLine
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.card import Card
from carfacilitator.ui.widgets.empty_state import EmptyState
from carfacilitator.ui.widgets.flow import Flow
from carfacilitator.ui.widgets.sideways import Sideways
from carfacilitator.ui.widgets.timeline import Mark, Timeline


class DraftsCard(Card):
    """A card with a line of marks to choose from, and the chosen draft beneath it."""

    review_wanted = Signal(object)  # the id of a draft
    pack_wanted = Signal(object)  # the id of a pack
    chosen = Signal()

    def __init__(self, services: Services, keeping: Keeping, receive: QAction) -> None:
        super().__init__("Drafts")
        self._services = services
        self._drafts: dict[UUID, DraftRow] = {}
        self._packs: dict[UUID, PackRow] = {}
        self._study_id: UUID | None = None
        self.line = Timeline("Drafts and packs")
        self._strip = Sideways(self.line)
        self.draft = DraftLine(services, keeping)
        self._empty = EmptyState(
            "draft",
            "No draft yet",
            "When one comes by email, drop the Word file on the window.",
            Button.of(receive, "primary"),
        )
        self._next = Flow(Button.of(receive))
        self.add_beside_title(self._next)
        self.add(self._strip)
        self.add(self.draft)
        self.add(self._empty)
        self.line.chosen.connect(self._choose)
        self.line.opened.connect(self._open)

    def show_study(self, study_id: UUID, drafts: Sequence[DraftRow], packs: Sequence[PackRow]) -> None:
        """Show the drafts and packs of a case study; the latest draft is the chosen one, unless another was."""
        current = self.current if study_id == self._study_id else None
        had = set(self._drafts)
        self._study_id = study_id
        self._drafts = {draft.id: draft for draft in drafts}
        self._packs = {pack.id: pack for pack in packs}
        if current not in {*self._drafts, *self._packs} or set(self._drafts) - had:
            current = drafts[-1].id if drafts else None
        marks = self._marks()
        self.line.set_marks(marks)
        self.line.set_current(next((place for place, mark in enumerate(marks) if mark.id == current), 0))
        self._strip.reveal(self._area)
        self.set_note(texts.span(list(drafts)))
        for part, is_shown in (
            (self._strip, drafts),
            (self.draft, drafts),
            (self._next, drafts),
            (self._empty, not drafts),
        ):
            part.setHidden(not is_shown)
        self._show_chosen()

    @property
    def current(self) -> UUID | None:
        """The draft or pack that is chosen."""
        marks = self._marks()
        id_ = marks[self.line.current].id if self.line.current < len(marks) else None
        return id_ if isinstance(id_, UUID) else None

    @property
    def drafts(self) -> list[DraftRow]:
        """The drafts in their order."""
        return list(self._drafts.values())

    @property
    def latest(self) -> DraftRow | None:
        """The draft that came last."""
        return list(self._drafts.values())[-1] if self._drafts else None

    @property
    def chosen_draft(self) -> DraftRow | None:
        """The draft that is chosen, or whose pack is."""
        current = self.current
        if current in self._packs:
            current = self._packs[current].draft_id
        return self._drafts.get(current) if current else None

    @property
    def before_chosen(self) -> DraftRow | None:
        """The draft before the chosen one."""
        chosen = self.chosen_draft
        earlier = [draft for draft in self._drafts.values() if chosen and draft.number < chosen.number]
        return earlier[-1] if earlier else None

    def _area(self) -> QRectF:
        """Return where the chosen draft or pack stands."""
        areas = self.line.areas()
        return areas[self.line.current] if self.line.current < len(areas) else QRectF()

    def _choose(self, _: object) -> None:
        self._strip.reveal(self._area)
        self._show_chosen()
        self.chosen.emit()

    def _open(self, id_: UUID) -> None:
        (self.pack_wanted if id_ in self._packs else self.review_wanted).emit(id_)

    def _show_chosen(self) -> None:
        chosen = self.chosen_draft
        if chosen is not None:
            self.draft.show_draft(chosen)

    def _marks(self) -> list[Mark]:
        day = today(self._services.clock)
        longest = max((draft.words for draft in self._drafts.values()), default=0) or 1
        last = list(self._drafts)[-1] if self._drafts else None
        since = accumulate((draft.received_at for draft in self._drafts.values()), max)  # they stand by number
        dated = [
            (when, _draft_mark(draft, draft.words / longest, day, now=draft.id == last))
            for when, draft in zip(since, self._drafts.values(), strict=True)
        ]
        dated += [(_left(pack), _pack_mark(pack, day)) for pack in self._packs.values()]
        return [mark for _, mark in sorted(dated, key=lambda pair: pair[0])]


def _draft_mark(draft: DraftRow, height: float, day: date, *, now: bool) -> Mark:
    return Mark(
        id=draft.id,
        figure=f"{draft.words:,}",
        number=str(draft.number),
        strong=texts.brief_day(local(draft.received_at).date(), day),
        muted=draft.name or f"from {_first_name(draft.received_from)}",
        height=height,
        now=now,
        heard=". ".join(filter(None, (texts.came(draft, day), draft.name, texts.holds(draft)))),
    )


def _pack_mark(pack: PackRow, day: date) -> Mark:
    when = texts.brief_day(local(_left(pack)).date(), day)
    is_out = pack.handed_over_at is not None
    return Mark(
        id=pack.id,
        figure="Pack out" if is_out else "Not sent",
        strong=when,
        muted=f"to {_first_name(pack.gatekeeper)}",
        icon="sent" if is_out else "export",
        heard=f"Pack for {pack.gatekeeper}. {texts.pack_words(pack, day)}. {texts.pack_state(pack, day).text}",
    )


def _left(pack: PackRow) -> datetime:
    return pack.handed_over_at or pack.made_at


def _first_name(name: str) -> str:
    return name.split(" ", maxsplit=1)[0]
