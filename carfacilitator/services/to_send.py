"""What the facilitator has still to send: packs that were made, and what became of the answers to others."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from carfacilitator.model.packs import Pack
from carfacilitator.services.packs import PackRow
from carfacilitator.services.returns import ReturnRow


@dataclass(frozen=True, kw_only=True)
class Unsent:
    """A pack of which she has not said that it was sent; `remind_on` if she wanted to be asked again on a day."""

    pack: PackRow
    remind_on: date | None


def unsent(session: Session, packs: Iterable[PackRow], returns: Iterable[ReturnRow], day: date) -> tuple[Unsent, ...]:
    """Return the packs to ask about on a day: neither sent nor answered, nor put off to a later one."""
    answered = {row.pack_id for row in returns}
    put_off = {row.id: row.remind_on for row in session.execute(select(Pack.id, Pack.remind_on))}
    asked = (row for row in packs if not row.handed_over_at and row.id not in answered)
    found = (Unsent(pack=row, remind_on=put_off.get(row.id)) for row in asked)
    return tuple(one for one in found if one.remind_on is None or one.remind_on <= day)


def answers_due(
    session: Session, packs: Iterable[PackRow], returns: Sequence[ReturnRow], undecided: Collection[UUID]
) -> tuple[PackRow, ...]:
    """Return the packs whose gatekeepers were not told yet what became of what they said, though all is decided.

    `undecided` are the drafts of which something that came back still waits.
    """
    said = {row.pack_id for row in returns if row.remarks or row.edits}
    waiting = {row.pack_id for row in returns if row.draft_id in undecided}
    told = set(session.scalars(select(Pack.id).where(Pack.answered_at.is_not(None))))
    return tuple(row for row in packs if row.id in said - waiting - told)
