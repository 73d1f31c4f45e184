"""What is wished for one report: what it is of, and for whom."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import Signal

from carfacilitator.model.terms import Audience
from carfacilitator.services.comments import CommentFilter
from carfacilitator.services.drafts import DraftRow
from carfacilitator.services.reports import Arrange, ReportWish
from carfacilitator.ui.reports import ReportAsk, ReportKind
from carfacilitator.ui.widgets.card import Card, Rule
from carfacilitator.ui.widgets.field import ChoiceField, Field

_KINDS = (
    (ReportKind.CHANGES, "What changed, as a PDF"),
    (ReportKind.REDLINE, "What changed, tracked in the Word file"),
    (ReportKind.COMMENTS, "Comments, as a Word document"),
    (ReportKind.TABLE, "Comments, as a table"),
)
_ARRANGED = ((Arrange.BY_KIND, "By kind"), (Arrange.BY_DRAFT, "By draft"))
_CHOSEN, _ALL, _OPEN = "chosen", "all", "open"


@dataclass(frozen=True, kw_only=True)
class Wish:
    """A report in full: what it is of and for whom."""

    ask: ReportAsk
    comments: CommentFilter
    arrange: Arrange
    reader: ReportWish


class WishesCard(Card):
    """The form of a report; `changed` is emitted after every choice."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__("The report")
        self._asked: ReportAsk | None = None
        self._numbers: dict[str, int] = {}
        self._author = ""
        self.kind = ChoiceField("What it shows", _KINDS)
        self.newer, self.older = ChoiceField("The draft"), ChoiceField("Compared with")
        self.which = ChoiceField("Which comments")
        self.arrange = ChoiceField("Put together", _ARRANGED)
        readers = [one for one in Audience if one is not Audience.FACILITATOR]
        self.audience = ChoiceField("Who may read it", [(one, one[:1].upper() + one[1:]) for one in readers])
        self.recipient = Field("For", example="a name, for the record of what left")
        for field in (self.kind, self.newer, self.older, self.which, self.arrange):
            self.add(field)
        self.add(Rule())
        self.add(self.audience)
        self.add(self.recipient)
        self._connect()

    def show_ask(self, ask: ReportAsk, drafts: Sequence[DraftRow], author: str) -> None:
        """Begin with what was asked for; `drafts` are those of the case study, the oldest first."""
        self._asked, self._author = ask, author
        self._numbers = {str(draft.id): draft.number for draft in drafts}
        named = [(str(draft.id), _called(draft)) for draft in drafts]
        self.newer.set_options(named[1:] or named)
        self.older.set_options(named[:-1])
        self.newer.set_value(str(ask.new_id))
        self.older.set_value(str(ask.old_id or self._before(str(ask.new_id))))
        self.kind.set_value(ask.kind if len(drafts) > 1 else _of_comments(ask.kind))
        chosen = ((_CHOSEN, "Those chosen in the review"),) if ask.wanted else ()
        self.which.set_options((*chosen, (_ALL, "All of this case study"), (_OPEN, "The open ones")))
        self.which.set_value(_CHOSEN if ask.wanted else _ALL)
        self.arrange.set_value(self.arrange.value or Arrange.BY_KIND)
        self.audience.set_value(Audience.AUTHOR)
        self.recipient.set_text(author)
        self._fit_kind()

    def wish(self, study_id: UUID) -> Wish | None:
        """Return what is wished; None where there is no older draft to compare with."""
        asked, kind = self._asked, ReportKind(self.kind.value)
        if asked is None or (kind.is_of_drafts and not self.older.value):
            return None
        older = UUID(self.older.value) if self.older.value else None
        return Wish(
            ask=ReportAsk(new_id=UUID(self.newer.value), old_id=older, kind=kind, profile=asked.profile),
            comments=self._comments(study_id),
            arrange=Arrange(self.arrange.value),
            reader=ReportWish(Audience(self.audience.value), self.recipient.text.strip()),
        )

    def _comments(self, study_id: UUID) -> CommentFilter:
        if self.which.value == _CHOSEN and self._asked is not None and self._asked.wanted is not None:
            return self._asked.wanted
        return CommentFilter(case_study_id=study_id, is_open=True if self.which.value == _OPEN else None)

    def _connect(self) -> None:
        for choice in (self.kind, self.older, self.which, self.arrange):
            choice.chosen.connect(self._choose)
        self.newer.chosen.connect(self._choose_newer)
        self.audience.chosen.connect(self._choose_audience)
        self.recipient.finished.connect(self._choose)

    def _choose(self, _: str) -> None:
        self._fit_kind()
        self.changed.emit()

    def _choose_newer(self, newer: str) -> None:
        """Keep an older draft beside it."""
        if self._numbers.get(self.older.value, 0) >= self._numbers[newer]:
            self.older.set_value(self._before(newer))
        self._choose(newer)

    def _choose_audience(self, audience: str) -> None:
        """Name the author only where it is the author who reads it."""
        if self.recipient.text in {"", self._author}:
            self.recipient.set_text(self._author if audience == Audience.AUTHOR else "")
        self._choose(audience)

    def _before(self, newer: str) -> str:
        earlier = [id_ for id_, number in self._numbers.items() if number < self._numbers.get(newer, 0)]
        return earlier[-1] if earlier else ""

    def _fit_kind(self) -> None:
        """Show what belongs to the kind of report."""
        of_drafts = ReportKind(self.kind.value).is_of_drafts
        for field in (self.newer, self.older):
            field.setHidden(not of_drafts)
        for field in (self.which, self.arrange):
            field.setHidden(of_drafts)


def _of_comments(kind: ReportKind) -> ReportKind:
    return ReportKind.COMMENTS if kind.is_of_drafts else kind


def _called(draft: DraftRow) -> str:
    return f"Draft {draft.number} · {draft.name}" if draft.name else f"Draft {draft.number}"
