"""The answers to gatekeepers, and the ledger of who agrees, as sheets to be written in Word."""

from collections.abc import Iterable, Sequence

from carfacilitator.services.answer_tables import AnswerRow, AnswerTable
from carfacilitator.services.sanctions import Ledger, SanctionRow
from carfacilitator.word.sheets import Heading, Paragraph, Piece, Sheet, Table, Text, bold, italic

_COLUMNS = ("", "You said", "What was done", "Where it stands now", "Why")
_WIDTHS = (0.5, 5, 2.6, 2.6, 3.6)
_LEDGER = ("Who", "To what", "By when", "Answer", "Reasons and conditions")
_LEDGER_WIDTHS = (2.2, 1.4, 1.8, 1.8, 4.2)
_LONGEST_QUOTE = 240  # characters; who said it has the whole draft


def answer_sheet(table: AnswerTable, by: str) -> Sheet:
    """Return the answer to one gatekeeper, by whoever facilitates."""
    parts = (("What you said", table.remarks), ("What you changed", table.edits))
    return Sheet(
        title=table.case_study,
        subtitle=f"What was done about your comments on draft {table.sent_number}",
        pieces=(
            Paragraph(f"For {table.gatekeeper}. Places are those of draft {table.draft_number}."),
            *(piece for head, rows in parts if rows for piece in (Heading(head), _table(rows))),
        ),
        foot=f"{table.case_study} · for {table.gatekeeper} only",
        author=by,
        landscape=True,
    )


def ledger_sheet(title: str, ledger: Ledger, by: str) -> Sheet:
    """Return who agrees to what, as it stands."""
    said = "Everybody has agreed." if ledger.may_publish else "Not everybody has agreed: silence is no consent."
    heads: tuple[Text, ...] = tuple(bold(head) for head in _LEDGER)
    rows = (heads, *(_ledger_row(row) for row in ledger.rows))
    pieces: tuple[Piece, ...] = (
        Paragraph(f"{ledger.agreed} of {len(ledger.rows)} agree to the newest draft. {said}"),
        Table(rows, widths=_LEDGER_WIDTHS),
    )
    return Sheet(
        title=title, subtitle="Who agrees to publication", pieces=pieces, foot=title, author=by, landscape=True
    )


def _table(rows: Iterable[AnswerRow]) -> Table:
    heads: tuple[Text, ...] = tuple(bold(head) for head in _COLUMNS)
    told = ((str(number), _said(row), row.done, row.where, row.why) for number, row in enumerate(rows, 1))
    return Table((heads, *told), widths=_WIDTHS)


def _said(row: AnswerRow) -> Text:
    """Return what somebody said with the words that it is about, or wrote with the words that stood there."""
    quote = _shortened(row.quote)
    if row.remark_id is not None:
        return (row.said, "\n", italic(f"About “{quote}”")) if quote else row.said
    if row.moved:
        return row.said, "\n", italic(f"“{quote}”")
    return italic(f"“{_shortened(row.said)}”"), "\n", "in place of ", italic(f"“{quote}”")


def _shortened(quote: str) -> str:
    words = " ".join(quote.split())
    if len(words) <= _LONGEST_QUOTE:
        return words
    return f"{words[:_LONGEST_QUOTE].rpartition(' ')[0]} …"


def _ledger_row(row: SanctionRow) -> tuple[Text, ...]:
    said: Sequence[str] = [
        row.reasons,
        *(f"{one.text}{_left(one.left)}" for one in row.conditions),
        "May be used locally." if row.local_use else "",
        f"{len(row.changed)} changed since: ask again." if row.ask_again else "",
    ]
    late = f" ({row.days_late} days late)" if row.days_late else ""
    day = f"{row.reply_by.day} {row.reply_by:%B %Y}{late}" if row.reply_by else ""
    return row.gatekeeper, row.output, day, str(row.answer), "\n".join(filter(None, said))


def _left(left: int | None) -> str:
    return "" if left is None else " (met)" if left == 0 else f" ({left} left)"
