"""Comments, kinds, audiences and drafts, as the desk's widgets want to be given them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from carfacilitator.document.blocks import Anchor
from carfacilitator.services.days import local
from carfacilitator.services.drafts import DraftRow
from carfacilitator.services.threads import ReplyRow, Thread
from carfacilitator.ui.looks import audience_look, kind_look
from carfacilitator.ui.widgets import spoken
from carfacilitator.ui.widgets.review_data import CommentCard, DraftHead, ReplyLine


def head(draft: DraftRow, today: date) -> DraftHead:
    """Return what stands above a draft's sheet: its number, how and when it came, how long it is."""
    came = local(draft.received_at).date()
    parts = [f"from {draft.received_from}" if draft.received_from else "", spoken.day(came, today)]
    return DraftHead(draft_title(draft), f"{', '.join(filter(None, parts))} · {draft.words:,} words")


def draft_title(draft: DraftRow) -> str:
    """Return what a draft is called: its number, and its name if it has one."""
    return f"Draft {draft.number}, ‘{draft.name}’" if draft.name else f"Draft {draft.number}"


@dataclass(frozen=True)
class Beside:
    """What a draft's comments are told with: the day it is, words for its leaves, and passages for lost ones."""

    today: date
    places: Mapping[int, str]
    candidates: Mapping[UUID, tuple[Anchor, ...]]


def cards(threads: Iterable[Thread], beside: Beside) -> list[CommentCard]:
    """Return the threads of a draft as cards."""
    return [_card(thread, beside) for thread in threads]


def _card(thread: Thread, beside: Beside) -> CommentCard:
    place = thread.place
    return CommentCard(
        id=str(thread.id),
        kind=kind_look(thread.kind),
        text=thread.text,
        author=thread.author,
        when=_when(thread.created_at, beside.today),
        anchor=place.anchor,
        audience=audience_look(thread.audience),
        state=place.state,
        old_quote=place.old_quote,
        replies=tuple(_reply(reply, beside.today) for reply in thread.replies),
        resolved=not thread.is_open,
        when_full=spoken.moment(local(thread.created_at)),
        begun_on=f"Draft {thread.begun_on}",
        near=place.near,
        cut_from="" if place.near is None else beside.places.get(place.near, ""),
        candidates=beside.candidates.get(thread.id, ()),
    )


def _reply(reply: ReplyRow, today: date) -> ReplyLine:
    return ReplyLine(reply.author, _when(reply.created_at, today), reply.text, spoken.moment(local(reply.created_at)))


def _when(instant: datetime, today: date) -> str:
    return spoken.ago(local(instant).date(), today)


def file_date(written: str, today: date) -> str:
    """Return when a comment inside a Word file was made, as far as its date is one; Word writes local time."""
    try:
        return spoken.ago(datetime.fromisoformat(written.removesuffix("Z")).date(), today)
    except ValueError:
        return ""
