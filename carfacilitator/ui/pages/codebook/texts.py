"""What is said of kinds of comment on their page, in words."""

from carfacilitator.services.codebook import Incoming, KindLine, KindText
from carfacilitator.ui.widgets import spoken
from carfacilitator.ui.widgets.pill import PillLook
from carfacilitator.ui.widgets.rows import Row

COLOURS = (
    ("interpretation", "Violet"),
    ("analysis", "Teal"),
    ("style", "Amber"),
    ("politics", "Crimson"),
    ("ethics", "Green"),
    ("evidence", "Blue"),
    ("muted", "Grey"),
)


def kind_row(kind: KindLine) -> Row:
    """Return a kind as a row of the list; retired ones stand together at its end."""
    return Row(
        id=kind.id,
        strong=kind.name,
        muted=kind.question,
        section="Not in use" if kind.retired else "",
        initials=kind.letter,
        tone=kind.colour,
        pills=(PillLook(f"{kind.comments:,}"),) if kind.comments else (),
    )


def used(kind: KindLine) -> str:
    """Say how many comments are of this kind, and what changing it does to them."""
    count = spoken.counted(kind.comments, "comment")
    count = count[:1].upper() + count[1:]
    if kind.retired:
        return f"It is not in use: no new comment can have it. {count} had it and keep it."
    if not kind.comments:
        return "No comment has it yet."
    return f"{count} {'has' if kind.comments == 1 else 'have'} it; what you change here changes on all of them."


def fresh(incoming: Incoming) -> str:
    """Head the kinds that would be added."""
    count = len(incoming.fresh)
    return f"{spoken.counted(count, 'kind').capitalize()} would be added" if count else "Nothing new is in this file"


def described(kind: KindText) -> str:
    """Return a kind of a file in one line: 'E, How do we know?'."""
    return " · ".join(part for part in (kind.letter, kind.question) if part)


def difference(ours: KindText, theirs: KindText) -> str:
    """Say what a file has that we have in other words, and that ours stays."""
    told = [
        f"{name} ‘{new}’ instead of ‘{old}’"
        for name, old, new in (
            ("letter", ours.letter, theirs.letter.upper()),
            ("colour", _named(ours.colour), _named(theirs.colour)),
            ("question", ours.question, theirs.question),
        )
        if new and new != old
    ]
    return f"The file has {', '.join(told)}. Yours stays as it is."


def _named(colour: str) -> str:
    return dict(COLOURS).get(colour, colour).lower()
