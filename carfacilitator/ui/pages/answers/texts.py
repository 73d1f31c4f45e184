"""What the page of answers says: its rows, and sentences about an answer."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from carfacilitator.services.answers import AnswerRow, AnswerTable, AuthorCopy
from carfacilitator.services.days import local
from carfacilitator.services.threads import Thread
from carfacilitator.ui.widgets import spoken
from carfacilitator.ui.widgets.initials import initials
from carfacilitator.ui.widgets.pill import PillLook
from carfacilitator.ui.widgets.rows import Row

_LONGEST = 160  # characters of a comment in a list


def first_name(name: str) -> str:
    """Return how somebody is called in a sentence."""
    return name.split(maxsplit=1)[0] if name.split() else name


def gatekeeper_row(table: AnswerTable, *, saved: bool) -> Row:
    """Return an answer as it stands in the list."""
    undecided = PillLook(f"{table.undecided} open", "warn")
    return Row(
        id=table.pack_id,
        strong=table.gatekeeper,
        muted=_counted(table),
        section=f"Answers about draft {table.sent_number}",
        initials=initials(table.gatekeeper),
        pills=_state(table.answered_at, saved=saved) if table.answered_at or not table.undecided else (undecided,),
        opens=False,
    )


def author_row(draft_id: UUID, copy: AuthorCopy, *, saved: bool) -> Row:
    """Return the author's copy as it stands in the list."""
    return Row(
        id=draft_id,
        strong=copy.author,
        muted=f"the author’s copy of draft {copy.draft_number}",
        section="The author",
        initials=initials(copy.author),
        pills=_state(copy.answered_at, saved=saved),
        opens=False,
    )


def _state(answered_at: datetime | None, *, saved: bool) -> tuple[PillLook, ...]:
    if answered_at is not None:
        return (PillLook(f"sent {spoken.short_day(local(answered_at).date())}", "good", "check"),)
    return (PillLook("saved", "lead", "file"),) if saved else ()


def about_table(table: AnswerTable) -> str:
    """Return what an answer holds, in a sentence."""
    left = table.undecided
    waiting = (
        f" {_capital(spoken.number(left))} of them {'is' if left == 1 else 'are'} not decided yet." if left else ""
    )
    return f"{_capital(_counted(table))}.{waiting}"


def undecided_first(rows: Sequence[AnswerRow]) -> list[AnswerRow]:
    """Return rows with those first that wait for a decision."""
    return sorted(rows, key=lambda row: row.verdict is not None)


def about_words(row: AnswerRow) -> str:
    """Return what somebody's words are about, or what stood there."""
    if not row.quote:
        return ""
    if row.remark_id is not None:
        return f"about “{row.quote}”"
    return f"“{row.quote}”" if row.moved else f"in place of “{row.quote}”"


def read_by(row: AnswerRow) -> str:
    """Return who else reads the reason of a decision, '' for nobody."""
    if not row.others:
        return ""
    reads = "person reads" if row.others == 1 else "people read"
    return f"{_capital(spoken.number(row.others))} more {reads} this: they proposed something here too."


def thread_row(thread: Thread) -> Row:
    """Return a thread of the author's copy as it stands in a list."""
    replies = len(thread.replies)
    words = " ".join(thread.text.split())
    said = (thread.author, spoken.counted(replies, "answer", "answers") if replies else "")
    return Row(
        id=thread.id,
        strong=words if len(words) <= _LONGEST else f"{words[:_LONGEST].rpartition(' ')[0]} …",
        muted=" · ".join(filter(None, said)),
        pills=() if thread.is_open else (PillLook("resolved", "good", "check"),),
        serif=True,
    )


def seen(copy: AuthorCopy) -> list[tuple[str, str]]:
    """Return what the author will see, each with its sign."""
    threads = len(copy.threads)
    resolved = f", {spoken.number(copy.resolved)} of them resolved" if copy.resolved else ""
    lost = f"{spoken.counted(copy.lost, 'of these', 'of these')} without a place in the text: at its beginning"
    return [
        ("check", f"The author’s own Word file of draft {copy.draft_number}, its text unchanged"),
        ("check", f"{_capital(spoken.counted(threads, 'thread'))}{resolved}, each where its words stand"),
        *([("info", _capital(lost))] if copy.lost else []),
    ]


def staying(copy: AuthorCopy) -> list[tuple[str, str]]:
    """Return what stays here, each with its sign."""
    kinds = (
        (copy.private, "thread", "for the facilitator only"),
        (copy.private_replies, "answer", "in these threads, for the facilitator only"),
        (copy.undecided, "remark", "that nobody has decided about yet"),
    )
    lines = [("lock", f"{_capital(spoken.counted(count, one))} {what}") for count, one, what in kinds if count]
    return lines or [("check", "Nothing: there is nothing that is not for the author’s eyes.")]


def _counted(table: AnswerTable) -> str:
    parts = [spoken.counted(len(table.remarks), "remark")] if table.remarks else []
    parts += [spoken.counted(len(table.edits), "change")] if table.edits else []
    return " and ".join(parts) or "nothing said"


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
