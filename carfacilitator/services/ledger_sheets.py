"""The ledger of who agrees as a sheet to be written in Word: where it stands, each answer, and what happened."""

from collections.abc import Iterator
from datetime import date

from carfacilitator.services.imprints import Imprint, written_day
from carfacilitator.services.sanction_rows import ConditionRow, Ledger, SanctionRow
from carfacilitator.word.sheets import Heading, Paragraph, Piece, Sheet, Table, Text, bold

_ANSWERS = ("Who", "Asked to agree to", "Answer", "Reasons and conditions")
_ANSWER_WIDTHS = (2.4, 2.4, 2.6, 5)
_MOST = 6  # changed words that are written out
_HISTORY = ("Day", "Who", "What happened")
_HISTORY_WIDTHS = (1.6, 2.4, 8)


def ledger_sheet(title: str, ledger: Ledger, by: Imprint) -> Sheet:
    """Return who agrees to what, as it stands on a day."""
    answers = Heading("Who was asked"), _table(_ANSWERS, _ANSWER_WIDTHS, [_answer(row) for row in ledger.rows])
    happened = sorted(_history(ledger))
    rows: list[tuple[Text, ...]] = [(written_day(day), who, words) for day, _, _, who, words in happened]
    history = Heading("What happened"), _table(_HISTORY, _HISTORY_WIDTHS, rows)
    pieces: tuple[Piece, ...] = (
        Paragraph(_standing(ledger)),
        *(answers if ledger.rows else ()),
        *(history if rows else ()),
    )
    return Sheet(
        title=title,
        subtitle=f"Who agrees to publication, as it stands on {by.on}",
        pieces=pieces,
        foot=f"{title} · who agrees · {by.on}",
        author=by.name,
        landscape=True,
    )


def _standing(ledger: Ledger) -> str:
    if not ledger.rows:
        return "Nobody has been asked yet."
    agreed = f"{ledger.agreed} of {len(ledger.rows)} agree to the newest draft."
    if ledger.may_publish:
        return f"{agreed} Everybody has agreed."
    return f"{agreed} Not everybody has agreed: silence is no consent. Missing: {', '.join(ledger.needs)}."


def _table(heads: tuple[str, ...], widths: tuple[float, ...], rows: list[tuple[Text, ...]]) -> Table:
    return Table((tuple(bold(head) for head in heads), *rows), widths=widths)


def _answer(row: SanctionRow) -> tuple[Text, ...]:
    late = f"\n{row.days_late} days late" if row.days_late else ""
    by = f"\nto answer by {written_day(row.reply_by)}{late}" if row.reply_by else ""
    who: Text = (bold(row.gatekeeper), f"\n{row.role}") if row.role else bold(row.gatekeeper)
    return who, f"{row.output}\nasked on {written_day(row.asked_on)}{by}", _answered(row), "\n".join(_said(row))


def _answered(row: SanctionRow) -> Text:
    answer = str(row.answer)
    about = f"on {written_day(row.answered_on)}" if row.answered_on else ""
    draft = f"to draft {row.draft_number}" if row.draft_number is not None else ""
    more = [line for line in (draft, " ".join(filter(None, (about, row.how)))) if line]
    return bold(answer[:1].upper() + answer[1:]), "".join(f"\n{line}" for line in more)


def _said(row: SanctionRow) -> Iterator[str]:
    if row.reasons:
        yield row.reasons
    yield from map(_condition, row.conditions)
    if row.ask_again:
        yield f"Changed since, so ask again: {_changed(row)}"
    elif row.stands and row.sentences:
        yield f"The text changed since; the answer stands. {row.stands_reason}".strip()
    if row.local_use:
        yield "It may be used locally."


def _changed(row: SanctionRow) -> str:
    told = [f"“{one.before}” to “{one.after}”" for one in row.changed[:_MOST]]
    more = len(row.changed) - len(told)
    return "; ".join([*told, f"and {more} more"] if more else told)


def _condition(one: ConditionRow) -> str:
    if one.is_met:
        return f"{one.text} (met)"
    return f"{one.text} ({one.left} of {one.places} places left)" if one.left else f"{one.text} (not met yet)"


def _history(ledger: Ledger) -> Iterator[tuple[date, int, int, str, str]]:
    """Yield what happened, to be put in the order of the days."""
    for number, row in enumerate(ledger.rows):
        for place, entry in enumerate(row.entries):
            kind = str(entry.kind)
            yield entry.day, number, -place, row.gatekeeper, entry.words or f"{kind[:1].upper()}{kind[1:]}"
