"""Comments as rows of a list, and what they can be narrowed by."""

from collections.abc import Iterable
from datetime import date
from functools import partial

from carfacilitator.document.anchors import AnchorState
from carfacilitator.model.terms import Audience
from carfacilitator.services.balances import Balance
from carfacilitator.services.comments import CommentRow, FilterChoices
from carfacilitator.services.days import local
from carfacilitator.ui.widgets import spoken
from carfacilitator.ui.widgets.count_bars import Count
from carfacilitator.ui.widgets.pill import PillLook
from carfacilitator.ui.widgets.rows import Row

ALL = ("", "All")
OPEN, RESOLVED = "open", "resolved"
STATES = {
    AnchorState.EXACT: "At its words",
    AnchorState.CHANGED: "Passage changed",
    AnchorState.WEAK: "Uncertain place",
    AnchorState.ORPHAN: "Lost its passage",
    AnchorState.MANUAL: "Placed by hand",
}
Options = list[tuple[str, str]]


def rows(comments: Iterable[CommentRow], today: date) -> list[Row]:
    """Return comments under the headings of their draft."""
    return list(map(partial(_row, today=today), comments))


def options(choices: FilterChoices) -> dict[str, Options]:
    """Return what the comments can be narrowed by, each with how many there are; 'All' first."""
    found: dict[str, Options] = {
        "kind": [(str(kind.id), _counted(kind.name, number)) for kind, number in choices.kinds],
        "person": [(name, _counted(name, number)) for name, number in choices.people],
        "place": [(state.value, _counted(STATES[state], number)) for state, number in choices.states],
        "draft": [(str(draft.id), _counted(f"Draft {draft.number}", number)) for draft, number in choices.drafts],
        "audience": [(seen_by.value, _counted(_sentence(seen_by), number)) for seen_by, number in choices.audiences],
        "heading": [(heading, _counted(heading, number)) for heading, number in choices.headings],
    }
    return {name: [ALL, *offered] for name, offered in found.items()}


def counts(balance: Balance) -> list[Count]:
    """Return the balance as bars; the per cent stand in the sentence above them."""
    return [Count(share.kind.letter, share.kind.name, share.kind.colour, share.comments) for share in balance.shares]


def _row(comment: CommentRow, today: date) -> Row:
    said = spoken.ago(local(comment.created_at).date(), today)
    replies = spoken.counted(len(comment.replies), "reply", "replies") if comment.replies else ""
    quote = comment.place.quote or comment.place.old_quote
    about = f"on “{' '.join(quote.split())}”" if quote else ""
    return Row(
        id=comment.id,
        strong=" ".join(comment.text.split()),
        muted=" · ".join(filter(None, (comment.kind.name, comment.author, said, replies, about))),
        section=f"Draft {comment.draft}{f', {comment.heading}' if comment.heading else ''}",
        initials=comment.kind.letter,
        tone=comment.kind.colour,
        pills=tuple(_pills(comment)),
        opens=True,
    )


def _pills(comment: CommentRow) -> Iterable[PillLook]:
    if not comment.is_open:
        yield PillLook("Resolved", "good", "check")
    elif comment.place.state in {AnchorState.WEAK, AnchorState.ORPHAN}:
        yield PillLook(STATES[comment.place.state], "warn")
    yield PillLook(_sentence(comment.audience), icon="lock" if comment.audience is Audience.FACILITATOR else "eye")


def _sentence(audience: Audience) -> str:
    return audience.value[0].upper() + audience.value[1:]


def _counted(words: str, number: int) -> str:
    return f"{words} ({number})"
