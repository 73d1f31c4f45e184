"""Who agrees, as it is read: every answer, what has changed since, how far conditions are met, and what happened."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from carfacilitator.document.changed_sentences import ChangedSentence, ChangedWords
from carfacilitator.document.namings import Spot
from carfacilitator.model.terms import SanctionAnswer, SanctionEntryKind

YES = frozenset({SanctionAnswer.AGREED, SanctionAnswer.CONDITIONS})


@dataclass(frozen=True, kw_only=True)
class ConditionRow:
    """A condition, and how far it is met in the newest draft.

    `stood` is where its words stood when the condition was made, `stands` where they still do, pictures' descriptions
    included. One without words cannot be checked by the program; `met_on` is when somebody said that it is met.
    """

    id: UUID
    text: str
    words: str
    instead: str
    met_on: date | None
    stood: Mapping[Spot, int]
    stands: Mapping[Spot, int]

    @property
    def left(self) -> int | None:
        """Return in how many places its words still stand; None where there are none to look for."""
        return sum(self.stands.values()) if self.words else None

    @property
    def places(self) -> int:
        """Return in how many places there was something to do."""
        return max(sum(self.stood.values()), sum(self.stands.values()))

    @property
    def is_met(self) -> bool:
        """Tell whether nothing is left to do."""
        return not sum(self.stands.values()) if self.words else self.met_on is not None


@dataclass(frozen=True, kw_only=True)
class EntryRow:
    """Something that happened on the way to an answer."""

    id: UUID
    kind: SanctionEntryKind
    day: date
    words: str


@dataclass(frozen=True, kw_only=True)
class SanctionRow:
    """One line of the ledger; `gatekeeper_id` is None for the author herself.

    `sentences` are those of the newest draft with words put in or cut since the draft that was agreed to, but for what
    only carries out conditions of this very answer; `stands` says that the answer was said to hold for them all the
    same. `days_late` counts from the day by which an answer was asked for; 0 once there is one.
    """

    id: UUID
    gatekeeper_id: UUID | None
    gatekeeper: str
    role: str
    output: str
    asked_on: date
    reply_by: date | None
    answer: SanctionAnswer
    answered_at: datetime | None
    answered_on: date | None
    how: str
    reasons: str
    local_use: bool
    draft_number: int | None
    draft_sha256: str
    newest_number: int | None
    days_waiting: int
    days_late: int
    sentences: tuple[ChangedSentence, ...]
    stands: bool
    stands_reason: str
    conditions: tuple[ConditionRow, ...]
    entries: tuple[EntryRow, ...]

    @property
    def is_author(self) -> bool:
        """Tell whether this is the author of the case study herself."""
        return self.gatekeeper_id is None

    @property
    def is_yes(self) -> bool:
        """Tell whether the answer was a yes, to whatever stood there then."""
        return self.answer in YES

    @property
    def changed(self) -> tuple[ChangedWords, ...]:
        """Return every word that changed since the yes, in the order of the text."""
        return tuple(words for sentence in self.sentences for words in sentence.changed)

    @property
    def is_met(self) -> bool:
        """Tell whether every condition is met; a yes on conditions that nobody wrote down is not."""
        named = bool(self.conditions) or self.answer is not SanctionAnswer.CONDITIONS
        return named and all(one.is_met for one in self.conditions)

    @property
    def ask_again(self) -> bool:
        """Tell whether somebody said yes to other words than those that stand there now, and nobody said it holds."""
        return self.is_yes and bool(self.sentences) and not self.stands

    @property
    def holds(self) -> bool:
        """Tell whether it is a yes to the newest draft as it stands, with every condition met."""
        return self.is_yes and not self.ask_again and self.is_met


@dataclass(frozen=True)
class Ledger:
    """Everybody who must agree to one output of a case study, or to all of them."""

    rows: tuple[SanctionRow, ...]

    @property
    def agreed(self) -> int:
        """Return how many yeses hold."""
        return sum(row.holds for row in self.rows)

    @property
    def may_publish(self) -> bool:
        """Tell whether everybody who was asked has said yes to what stands there now."""
        return bool(self.rows) and self.agreed == len(self.rows)

    @property
    def needs(self) -> tuple[str, ...]:
        """Return whose yes to what stands there now is missing."""
        return tuple(dict.fromkeys(row.gatekeeper for row in self.rows if not row.holds))

    @property
    def outputs(self) -> tuple[str, ...]:
        """Return what they are asked to agree to, in the order in which it was asked for."""
        return tuple(dict.fromkeys(row.output for row in self.rows))

    def of(self, output: str) -> "Ledger":
        """Return the part of it about one output."""
        return Ledger(tuple(row for row in self.rows if row.output == output))
