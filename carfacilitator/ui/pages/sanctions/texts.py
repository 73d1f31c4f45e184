"""The words of the page of who agrees."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from carfacilitator.document.namings import Spot
from carfacilitator.document.rows import Piece
from carfacilitator.model.terms import SanctionAnswer, SanctionEntryKind
from carfacilitator.services.days import local
from carfacilitator.services.publications import PublicationRow
from carfacilitator.services.sanction_rows import ConditionRow, Ledger, SanctionRow
from carfacilitator.ui.widgets import spoken
from carfacilitator.ui.widgets.pill import PillLook
from carfacilitator.ui.widgets.sheet_runs import Mark, Run

SILENCE = "Silence is not consent."
PILLS = {
    SanctionAnswer.NONE: PillLook("no answer yet", "muted", "clock"),
    SanctionAnswer.AGREED: PillLook("agreed", "good", "check"),
    SanctionAnswer.CONDITIONS: PillLook("agreed, with a condition", "warn", "flag"),
    SanctionAnswer.DECLINED: PillLook("declined", "bad", "declined"),
}
SPOTS, IN_TEXT = tuple(Spot), Spot.TEXT
HOW = ("by letter", "by telephone", "in person", "by email")
ICONS = {
    SanctionEntryKind.ASKED: "sent",
    SanctionEntryKind.CHASED: "mail",
    SanctionEntryKind.RANG: "phone",
    SanctionEntryKind.MET: "people",
    SanctionEntryKind.ANSWERED: "reply",
    SanctionEntryKind.STANDS: "check",
    SanctionEntryKind.NOTED: "note",
}
HOW_ICONS = {"by letter": "mail", "by telephone": "phone", "in person": "people", "by email": "mail"}
_THIN = "\u2009"  # painted between a cut and a new word, never in the text
_HASH = 4  # characters of a hash that are shown
_OPENING = ("‘", "“", '"', "'")
_MARKS = {"=": Mark.PLAIN, "-": Mark.CUT, "+": Mark.NEW}


def muted(row: SanctionRow, day: date) -> str:
    """Return what stands below a name: how the answer came, what was said, or how long it has been waited for."""
    if row.answer is SanctionAnswer.NONE:
        return f"{waits(row, day)}. {SILENCE}"
    if row.answer is SanctionAnswer.DECLINED:
        return f"{row.reasons}{' May be used locally.' if row.local_use else ''}"
    if row.answer is SanctionAnswer.CONDITIONS and (row.conditions or row.reasons):
        return " ".join(quoted(one.text) for one in row.conditions) or row.reasons
    return f"{answered(row, day)}."


def waits(row: SanctionRow, day: date) -> str:
    """Return 'Asked on 30 March; day 15 of 15'."""
    asked = f"Asked on {spoken.short_day(row.asked_on, day)}"
    if row.days_late:
        return f"{asked}; {spoken.counted(row.days_late, 'day')} overdue"
    return f"{asked}; {day_of(row)}"


def day_of(row: SanctionRow) -> str:
    """Return 'day 15 of 15'."""
    if row.reply_by is None:
        return f"day {row.days_waiting}"
    return f"day {row.days_waiting} of {(row.reply_by - row.asked_on).days}"


def answered(row: SanctionRow, day: date) -> str:
    """Return 'By letter, Thursday 9 April, to draft 6'."""
    when = answered_on(row, day)
    to = f"to draft {row.draft_number}" if row.draft_number else ""
    said = ", ".join(filter(None, (row.how, when, to)))
    return said[:1].upper() + said[1:]


def answered_on(row: SanctionRow, day: date) -> str:
    """Return 'Thursday 9 April', '' where there is no answer."""
    return spoken.day(row.answered_on, day) if row.answered_on else ""


def proof(row: SanctionRow, day: date) -> str:
    """Return when an answer came, and by which hash the file is known that it was given to."""
    file = f"file {row.draft_sha256[:_HASH]}…{row.draft_sha256[-2:]}" if row.draft_sha256 else ""
    return " · ".join(filter(None, (answered_on(row, day), file)))


def changed(row: SanctionRow) -> str:
    """Return '1 word changed since', or '' where nothing did."""
    count = sum(words.count for words in row.changed)
    return f"{count} {'word' if count == 1 else 'words'} changed since" if count else ""


def condition_state(one: ConditionRow) -> PillLook:
    """Return how far a condition is met, with its counts by place, as words with their tone and sign."""
    if not one.words:
        return (
            PillLook("said to be met", "good", "check")
            if one.is_met
            else PillLook("not met yet: the program cannot check it", "warn", "flag")
        )
    if not one.places:
        return PillLook(f"“{one.words}” stands nowhere", "good", "check")
    if one.is_met:
        return PillLook(f"done in {one.places} of {one.places} places: {by_place(one.stood)}", "good", "check")
    left = one.left or 0
    if left < one.places:
        return PillLook(
            f"done in {one.places - left} of {one.places} places; left: {by_place(one.stands)}", "warn", "flag"
        )
    return PillLook(f"still stands in {placed(one.stands)}", "warn", "flag")


def places(count: int) -> str:
    """Return '1 place' or '9 places'."""
    return f"{count} {'place' if count == 1 else 'places'}"


def placed(counts: Mapping[Spot, int]) -> str:
    """Return '9 places: 7 in the text, 2 in a table', or '2 places in the text'."""
    found = [spot for spot in Spot if counts.get(spot)]
    return f"{places(sum(counts.values()))}{f' {found[0]}' if len(found) == 1 else f': {by_place(counts)}'}"


def quoted(words: str) -> str:
    """Return words in quotation marks, unless they stand in some already."""
    return words if words[:1] in _OPENING else f"“{words}”"


def by_place(counts: Mapping[Spot, int]) -> str:
    """Return '7 in the text, 1 in a table, 1 in a picture’s description'."""
    return ", ".join(f"{counts[spot]} {spot}" for spot in Spot if counts.get(spot))


def heard(row: SanctionRow, day: date) -> str:
    """Return a row as a screen reader says it."""
    if row.answer is SanctionAnswer.NONE:
        overdue = f", {waits(row, day).partition('; ')[2]}" if row.days_late else f", {day_of(row)}"
        return f"{row.gatekeeper}, {row.role}, {PILLS[row.answer].text}{overdue}. {SILENCE}"
    since = changed(row)
    states = [condition_state(one).text for one in row.conditions]
    parts = (f"{row.gatekeeper}, {row.role}, {PILLS[row.answer].text}", muted(row, day).rstrip("."), *states, since)
    return ". ".join(filter(None, parts))


def figures(ledger: Ledger) -> list[tuple[int, str, str]]:
    """Return what is counted: how many, what, and the tone of it."""
    counts = Counter(row.answer for row in ledger.rows)
    with_one = [row for row in ledger.rows if row.answer is SanctionAnswer.CONDITIONS]
    open_ones = sum(not row.is_met for row in with_one)
    some = f", {spoken.number(open_ones)} not met" if open_ones < len(with_one) else ", not met"
    met = "" if not with_one else some if open_ones else ", met"
    return [
        (counts[SanctionAnswer.AGREED], "agreed", "good"),
        (counts[SanctionAnswer.CONDITIONS], f"with a condition{met}", "warn"),
        (counts[SanctionAnswer.DECLINED], "declined", "bad"),
        (counts[SanctionAnswer.NONE], "no answer yet", "muted"),
    ]


def written(copies: Sequence[PublicationRow], output: str, day: date) -> str:
    """Return when the copy for an output was last written, '' if never."""
    last = next((one for one in copies if one.output == output), None)
    if last is None:
        return ""
    when = spoken.short_day(local(last.made_at).date(), day)
    against = f", against the list: {last.reason}" if last.reason else ""
    return f"The copy for publication was written on {when}, of draft {last.draft_number}{against}."


def runs(pieces: Iterable[Piece]) -> list[Run]:
    """Return what changed as it is drawn: cut and new words in their sentence, a thin space between the two."""
    shown: list[Run] = []
    for piece in pieces:
        if piece.op == "+" and shown and shown[-1].mark is Mark.CUT:
            shown.append(Run(_THIN))
        shown.append(Run(piece.text, mark=_MARKS[piece.op]))
    return shown
