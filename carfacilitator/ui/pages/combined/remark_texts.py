"""How a remark that came back is said: who said it and how it came, what it answers, what was decided about it."""

from collections.abc import Sequence
from datetime import date

from carfacilitator.model.terms import Audience, Verdict
from carfacilitator.services.combined_rows import CombinedReview, RemarkRow
from carfacilitator.services.days import local
from carfacilitator.ui.widgets import spoken

_CAME = {"file": "a comment in Word", "email": "by email", "telephone": "by telephone"}
_ICONS = {"file": "comment", "email": "mail", "telephone": "phone"}
_DONE = {
    Verdict.ACCEPTED: ("Accepted", "check", "good"),
    Verdict.DISCUSS: ("To discuss with the author", "people", "lead"),
    Verdict.COMMENT: ("Made a comment for the author", "comment", "lead"),
    Verdict.REJECTED: ("Declined", "declined", "muted"),
}
_LONGEST = 160  # characters of a question of ours
SAID_DONE = {
    Verdict.ACCEPTED: "The remark is accepted",
    Verdict.DISCUSS: "The remark is to be discussed with the author; a comment stands there",
    Verdict.COMMENT: "The remark is a comment for the author now",
    Verdict.REJECTED: "The remark is declined",
}


def group_of(review: CombinedReview, row: RemarkRow) -> tuple[RemarkRow, ...]:
    """Return a remark, and after it those by others that say the same."""
    head = row.same_as or row.id
    return (row, *(one for one in review.remarks if one.id != row.id and head in {one.id, one.same_as}))


def came(review: CombinedReview, row: RemarkRow, today: date) -> str:
    """Return 'a comment in Word, 27 February'."""
    day = next((local(one.came_at).date() for one in review.voices if one.return_id == row.return_id), None)
    return ", ".join(filter(None, (_CAME.get(row.how, row.how), spoken.short_day(day, today) if day else "")))


def icon_of(row: RemarkRow) -> str:
    """Return the icon of how a remark came."""
    return _ICONS.get(row.how, "comment")


def role_of(review: CombinedReview, row: RemarkRow) -> str:
    """Return what its sender is, or for whom the sender answers."""
    voice = next((one for one in review.voices if one.return_id == row.return_id), None)
    if voice is None:
        return ""
    return voice.role if row.person == row.gatekeeper else f"for {row.gatekeeper}"


def answers(row: RemarkRow) -> str:
    """Return which question of ours it answers, '' if none; where that was worked out, it says so."""
    if not row.about:
        return ""
    about = " ".join(row.about.split())
    short = about if len(about) <= _LONGEST else f"{about[:_LONGEST].rsplit(' ', 1)[0]} …"
    return f"{'We believe that it answers' if row.inferred else 'Answers'} your question ‘{short}’"


def decided(row: RemarkRow, today: date) -> tuple[str, str, str] | None:
    """Return what was decided in a sentence, its icon and tone; None while nothing is."""
    if row.verdict is None or row.verdict not in _DONE or row.decided_at is None:
        return None
    words, icon, tone = _DONE[row.verdict]
    when = local(row.decided_at)
    day = "today" if when.date() == today else spoken.short_day(when.date(), today)
    return f"{words} by {row.decided_by}, {day}, {spoken.clock(when.time())}. It can be changed.", icon, tone


def done(verdict: Verdict, people: Sequence[str], *, told: bool) -> str:
    """Return what to say once it is decided, and who will read the answer."""
    names = list(dict.fromkeys(people))
    who = " and ".join(names)
    reads = f" {who} will find your words in the table of answers." if told else ""
    return f"{SAID_DONE[verdict]}.{reads}"


def heard(review: CombinedReview, group: Sequence[RemarkRow], today: date) -> str:
    """Return a remark in one sentence, as a screen reader says it."""
    row = group[0]
    others = [one.person for one in group[1:]]
    kind = row.kind or row.likely
    made = decided(row, today)
    parts = [
        f"Remark by {row.person}, {came(review, row, today)}",
        f"the same by {' and '.join(others)}" if others else "",
        f"about “{' '.join(row.quote.split())}”" if row.anchor and row.quote else "without a place in the draft",
        answers(row),
        (f"kind: {kind.name}" if row.kind else f"perhaps {kind.name}") if kind else "",
        "only you see it" if row.audience is Audience.FACILITATOR else f"seen by: {row.audience}",
        made[0].removesuffix(" It can be changed.").rstrip(".") if made else "not answered yet",
    ]
    if row.anchor and not row.quote:
        parts[2] = ""
    return f"{', '.join(part for part in parts if part)}: {' '.join(row.text.split())}"
