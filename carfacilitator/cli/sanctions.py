"""Who agrees to what, as `list` tells it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from carfacilitator.services.sanction_rows import ConditionRow, EntryRow, SanctionRow
from carfacilitator.services.workspace import Services


@dataclass(frozen=True, kw_only=True)
class ConditionItem:
    """A condition, and in how many of how many places it is carried out."""

    text: str
    words: str
    instead: str
    places: int
    left: int | None
    met: bool


@dataclass(frozen=True, kw_only=True)
class SanctionItem:
    """One who must agree to an output of a case study; `changed` are words of today that read otherwise at the yes."""

    id: UUID
    case_study: str
    output: str
    who: str
    role: str
    asked_on: date
    reply_by: date | None
    days_late: int
    answer: str
    answered_on: date | None
    how: str
    draft: int | None
    reasons: str
    local_use: bool
    changed: tuple[tuple[str, str], ...]
    stands: bool
    ask_again: bool
    holds: bool
    conditions: tuple[ConditionItem, ...]
    entries: tuple[EntryRow, ...]

    @property
    def title(self) -> str:
        """Return the item on one line."""
        return f"{self.case_study}, {self.output}: {self.who}, {self.answer}{' (ask again)' if self.ask_again else ''}"


def items(services: Services) -> Iterator[SanctionItem]:
    """Yield everybody who must agree, by case study."""
    for study in services.case_studies.rows():
        for row in services.sanctions.ledger(study.id).rows:
            yield _item(study.title, row)


def _item(case_study: str, row: SanctionRow) -> SanctionItem:
    return SanctionItem(
        id=row.id,
        case_study=case_study,
        output=row.output,
        who=row.gatekeeper,
        role=row.role,
        asked_on=row.asked_on,
        reply_by=row.reply_by,
        days_late=row.days_late,
        answer=row.answer,
        answered_on=row.answered_on,
        how=row.how,
        draft=row.draft_number,
        reasons=row.reasons,
        local_use=row.local_use,
        changed=tuple((words.before, words.after) for words in row.changed),
        stands=row.stands,
        ask_again=row.ask_again,
        holds=row.holds,
        conditions=tuple(_condition(one) for one in row.conditions),
        entries=row.entries,
    )


def _condition(one: ConditionRow) -> ConditionItem:
    return ConditionItem(
        text=one.text, words=one.words, instead=one.instead, places=one.places, left=one.left, met=one.is_met
    )
