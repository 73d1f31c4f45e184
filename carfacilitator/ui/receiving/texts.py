"""What is said of files that come back, in words."""

from collections.abc import Sequence

from carfacilitator.services.returns import KnownBy, PackGuess, Taken
from carfacilitator.services.senders import is_nameless, same_person
from carfacilitator.ui.receiving.looking import Asked, Came, Look, Newer, Refused
from carfacilitator.ui.widgets.spoken import counted, number

_KNOWN = {
    KnownBy.IDENTITY: "known by the pack’s identity in it",
    KnownBy.BOOKMARKS: "known by the hidden marks in it",
    KnownBy.CODE: "known by the code printed on it",
    KnownBy.TEXT: "known by its text and a name in it",
    KnownBy.ASKED: "you said which pack it answers",
}
_LIKE = ((95, "almost word for word the same"), (60, "mostly the same text"), (0, "partly the same text"))
HERE_ALREADY = "This file is here already: nothing was added."
NOTHING_NEW = "nothing new is in it"
STRANGE = "It carries the identity of a pack that is not in this workspace."


def whose(taken: Taken) -> str:
    """Return 'Fiona Grant’s answer to pack 7F3-K2P'."""
    return f"{possessive(taken.likely or taken.gatekeeper)} answer to pack {taken.code}"


def possessive(name: str) -> str:
    """Return 'Fiona Grant’s'."""
    return f"{name}’s"


def counts(taken: Taken) -> str:
    """Return '14 remarks, 9 tracked changes, 1 change without tracking'."""
    tracked = taken.new_edits - taken.silent_edits
    parts = [
        _figure(taken.new_remarks, "remark"),
        _figure(tracked, "tracked change"),
        _figure(taken.silent_edits, "change") + " without tracking" if taken.silent_edits else "",
    ]
    return ", ".join(filter(None, parts)) or NOTHING_NEW


def came(look: Came) -> str:
    """Return what is in an answer and by what it is known: 'Pack reviewed.docx: 14 remarks; known by …'."""
    if look.taken.already_known:
        return f"{look.name}: {HERE_ALREADY}"
    return f"{look.name}: {counts(look.taken)}; {_KNOWN[look.taken.known_by]}."


def is_in(taken: Sequence[Taken]) -> str:
    """Return 'Fiona Grant’s answer is in: 24 remarks, 12 proposed edits', or how many answers are."""
    remarks = _figure(sum(one.new_remarks for one in taken), "remark")
    edits = _figure(sum(one.new_edits for one in taken), "proposed edit")
    what = ", ".join(filter(None, (remarks, edits))) or NOTHING_NEW
    names = list(dict.fromkeys(one.likely or one.gatekeeper for one in taken))
    if len(names) == 1:
        return f"{possessive(names[0])} answer is in: {what}."
    return f"{_answers(len(taken))} are in: {what}."


def is_out(answers: int) -> str:
    """Return 'The answer was taken out again.', or how many answers were."""
    return "The answer was taken out again." if answers == 1 else f"{_answers(answers)} were taken out again."


def asks_sender(taken: Taken) -> str:
    """Return the question whose an answer is."""
    named = [f"‘{name}’" for name in taken.names]
    if not named:
        return f"Nothing in it says whose it is. Is it {possessive(taken.likely)}?"
    if any(is_nameless(name) for name in taken.names):
        return f"What is new in it is by {' and '.join(named)}. Is that {taken.likely}?"
    return f"The pack was made for {taken.gatekeeper}, but this is by {' and '.join(named)}. Is it {taken.likely}?"


def other_senders(taken: Taken) -> list[str]:
    """Return who else it may be: the names in it, and whom the pack was made for."""
    others = [name for name in (*taken.names, taken.gatekeeper) if not is_nameless(name)]
    return [name for name in dict.fromkeys(others) if not same_person(name, taken.likely)]


def older(newer: Newer) -> str:
    """Return what is said of an answer to a draft that is not the newest."""
    return f"It answers draft {newer.answered}; draft {newer.number} is the newest by now."


def brought(newer: Newer, lost: int) -> str:
    """Return how an answer fared that was brought forward."""
    words = f"It is looked at in draft {newer.number} now."
    if not lost:
        return f"{words} Every remark has its place there."
    return f"{words} {counted(lost, 'remark').capitalize()} {'has' if lost == 1 else 'have'} no place there."


def asked(look: Asked) -> tuple[str, str]:
    """Return what a file may be, and why, in two lines."""
    draft = f"draft {look.draft.number} of ‘{look.draft.title}’" if look.draft else "a draft"
    if look.is_own:
        return (f"This looks like {draft}" if look.draft else "What is this?"), _why(look)
    answer = _answer(look.guesses)
    if look.is_theirs:
        return f"This may be {answer}", _why(look)
    return f"This may be {draft}, or {answer}", _why(look)


def guess(one: PackGuess) -> tuple[str, str]:
    """Return a pack that a file may answer, in two lines."""
    strong = f"{possessive(one.gatekeeper)} answer to pack {one.code}"
    return strong, f"Draft {one.draft_number} of ‘{one.case_study}’ · {likeness(one.likeness)}"


def likeness(per_cent: int) -> str:
    """Return how alike two texts are, in words."""
    return next(words for least, words in _LIKE if per_cent >= least)


def read(look: Came) -> list[str]:
    """Return the reader's report: what could not be read, or that everything could."""
    if look.taken.already_known:
        return []
    return [finding.sentence for finding in look.taken.report] or ["Everything in it could be read."]


def refused(look: Refused) -> tuple[str, str]:
    """Return a file of which nothing was kept, in two lines."""
    return look.name, look.sentence


def heading(looks: Sequence[Look], of: int) -> str:
    """Return what stands above a batch: 'An answer has come back', 'Three files have come'."""
    if of == 1 and any(isinstance(look, Came) for look in looks):
        return "An answer has come back"
    return f"{counted(of, 'file').capitalize()} {'has' if of == 1 else 'have'} come"


def progress(looks: Sequence[Look], of: int) -> str:
    """Return how far a batch is, and then that nothing is decided yet."""
    if len(looks) < of:
        return f"{number(len(looks)).capitalize()} of {number(of)} read so far"
    return "Nothing in a draft changes until you decide." if any(isinstance(look, Came) for look in looks) else ""


def _why(look: Asked) -> str:
    strange = STRANGE if look.known.strange else ""
    alike = f"{likeness(look.guesses[0].likeness).capitalize()} as in the pack." if look.guesses else ""
    return " ".join(filter(None, (f"{look.name}.", strange, alike)))


def _answer(guesses: Sequence[PackGuess]) -> str:
    if len(guesses) == 1:
        return guess(guesses[0])[0]
    return "an answer to a pack"


def _answers(count: int) -> str:
    return counted(count, "answer").capitalize()


def _figure(count: int, one: str) -> str:
    if not count:
        return ""
    return f"{count:,} {one if count == 1 else one + 's'}"
