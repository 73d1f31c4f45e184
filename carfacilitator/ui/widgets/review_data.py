"""What the widgets of the review desk are given and what they hand back: plain data, translated by the page."""

from dataclasses import dataclass
from enum import StrEnum

from carfacilitator.document.anchors import AnchorState
from carfacilitator.document.blocks import Anchor


class ViewMode(StrEnum):
    """The three ways to look at two drafts."""

    SIDE = "side by side"
    INLINE = "one column"
    CLEAN = "newer draft alone"


class Detail(StrEnum):
    """How finely a change is marked."""

    WORD = "word"
    SENTENCE = "sentence"
    PARAGRAPH = "paragraph"


class Side(StrEnum):
    """Which of the two drafts."""

    OLD = "old"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class DraftHead:
    """What stands above a sheet: 'Draft 4', 'came by email, Wednesday 4 March · 6,204 words'."""

    title: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class KindLook:
    """A kind of comment as it is drawn; `tone` is the theme's token of its colour."""

    id: str
    letter: str
    name: str
    question: str = ""
    tone: str = "muted"
    remarks: tuple[str, ...] = ()  # what is often said of this kind, most used first


@dataclass(frozen=True, slots=True)
class AudienceLook:
    """Who may see a comment; `hint` says who will not."""

    id: str
    name: str
    private: bool = False
    hint: str = ""


@dataclass(frozen=True, slots=True)
class ReplyLine:
    """One answer in a thread; `when` as people say it, `when_full` for the hover."""

    author: str
    when: str
    text: str
    when_full: str = ""


@dataclass(frozen=True, slots=True)
class CommentCard:
    """One thread beside the newer draft. Without an anchor it stands in the tray."""

    id: str
    kind: KindLook
    text: str
    author: str
    when: str
    anchor: Anchor | None = None
    audience: AudienceLook | None = None
    state: AnchorState = AnchorState.EXACT
    old_quote: str = ""  # the words it was written about, where they have changed
    replies: tuple[ReplyLine, ...] = ()
    resolved: bool = False
    begun_on: str = ""  # the draft that it was first made on: 'Draft 2'
    from_file: bool = False  # it came inside the Word file: shown, not answered here
    when_full: str = ""
    near: int | None = None  # the leaf of the newer draft where a lost passage was cut
    cut_from: str = ""  # the same in words: '5 What I found, after table 1'
    candidates: tuple[Anchor, ...] = ()

    @property
    def weak(self) -> bool:
        """Tell whether its place is uncertain, so that it asks."""
        return self.state is AnchorState.WEAK and not self.resolved

    @property
    def lost(self) -> bool:
        """Tell whether it stands in the tray."""
        return not self.resolved and (self.anchor is None or self.state is AnchorState.ORPHAN)

    def spoken(self) -> str:
        """Return the card as a screen reader says it."""
        parts = [f"{self.kind.name}, by {self.author}" if self.author else self.kind.name]
        if self.audience:
            parts.append(f"seen by: {self.audience.name}")
        parts += [self._spoken_place(), "resolved" if self.resolved else ""]
        if self.replies:
            parts.append("1 reply" if len(self.replies) == 1 else f"{len(self.replies)} replies")
        return f"{', '.join(part for part in parts if part)}. {self.text}"

    def _spoken_place(self) -> str:
        if self.lost:
            return f"lost its passage, was “{self.old_quote}”"
        told = {AnchorState.WEAK: "uncertain place", AnchorState.CHANGED: "passage changed"}.get(self.state, "")
        return f"{told}, was “{self.old_quote}”" if told and self.old_quote else told


@dataclass(frozen=True, slots=True)
class WrittenComment:
    """What the composer hands over; `kind` and `audience` are ids, '' where none was chosen."""

    anchor: Anchor
    kind: str
    text: str
    audience: str
