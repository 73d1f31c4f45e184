"""The answer to a gatekeeper as a sheet to be written in Word: said, done, where, why."""

import re
from collections.abc import Callable, Iterable

from carfacilitator.services.answer_tables import AnswerRow, AnswerTable
from carfacilitator.services.imprints import Imprint
from carfacilitator.word.sheets import Heading, Paragraph, Sheet, Table, Text, bold, italic

_SAID = ("", "You said", "What was done", "Where it stands now", "Why")
_CHANGED = ("", "You wrote", *_SAID[2:])
_WIDTHS = (0.5, 4.4, 2.1, 2.5, 4.5)
_SPACES = re.compile(r"\s+")
_LONGEST_QUOTE = 240  # characters; who said it has the whole draft


def answer_sheet(table: AnswerTable, by: Imprint) -> Sheet:
    """Return the answer to one gatekeeper."""
    said = Heading("What you said"), _table(_SAID, table.remarks, _said)
    changed = Heading("What you changed"), _table(_CHANGED, table.edits, _changed)
    left = f" Still open: {table.undecided}." if table.undecided else ""
    return Sheet(
        title=table.case_study,
        subtitle=f"What was done about your comments on draft {table.sent_number}",
        pieces=(
            Paragraph(f"For {table.gatekeeper}, {by.on}. Places are those of draft {table.draft_number}.{left}"),
            *(said if table.remarks else ()),
            *(changed if table.edits else ()),
            Paragraph(f"With thanks, {by.by}"),
        ),
        foot=f"{table.case_study} · for {table.gatekeeper} only · {by.on}",
        author=by.name,
        landscape=True,
    )


def _table(heads: tuple[str, ...], rows: Iterable[AnswerRow], tell: Callable[[AnswerRow], Text]) -> Table:
    told = ((str(number), tell(row), row.done, row.where, row.why) for number, row in enumerate(rows, 1))
    return Table((tuple(bold(head) for head in heads), *told), widths=_WIDTHS)


def _said(row: AnswerRow) -> Text:
    """Return what somebody said, with the words that it is about."""
    quote = _shortened(row.quote)
    return (row.said, "\n", italic(f"About “{quote}”")) if quote else row.said


def _changed(row: AnswerRow) -> Text:
    """Return how somebody would have a place read, and how it read; what differs is bold."""
    if row.moved:
        return row.said, "\n", italic(f"“{_shortened(row.quote)}”")
    before, cut, put, after = map(_shortened, row.parts)
    head, tail = italic(f"“{before}"), italic(f"{after}”")
    return head, bold(put), tail, "\nin place of ", head, bold(cut), tail


def _shortened(quote: str) -> str:
    words = _SPACES.sub(" ", quote)
    if len(words) <= _LONGEST_QUOTE:
        return words
    return f"{words[:_LONGEST_QUOTE].rpartition(' ')[0]} …"
