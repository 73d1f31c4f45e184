"""Our own tracked changes in a file that was sent, read off it one by one, and its text with or without them."""

from collections.abc import Callable
from dataclasses import dataclass

from carfacilitator.document.blocks import ARRIVING, Block, Document, Revision, RevisionKind, Span, View

IsOurs = Callable[[Revision], bool]
_ENDS = frozenset({RevisionKind.PARAGRAPH_MARK, RevisionKind.ROW})


@dataclass(frozen=True, slots=True)
class Piece:
    """A change of ours: from `start` to `end` of the final text that was sent; at `base` in the text as it is here.

    There it reads `was`; the file will read `accepted` or `declined`.
    """

    start: int
    end: int
    base: int
    was: str
    accepted: str
    declined: str
    leaf: int
    span: int
    change: Revision

    @property
    def base_end(self) -> int:
        """Return where it ends in the text as it is here."""
        return self.base + len(self.was)


class Reading:
    """Reads our changes off a file that was sent, and the text as it is here: with them only if they are `done`."""

    def __init__(self, is_ours: IsOurs, *, done: bool) -> None:
        self._is_ours = is_ours
        self._done = done
        self._texts = [""]
        self._at = self._base = 0
        self.pieces: list[Piece] = []

    def read(self, sent: Document) -> None:
        """Go through the file."""
        for number, leaf in enumerate(sent.leaves()):
            for place, span in enumerate(leaf.block.spans):
                self._take(number, place, span)
            self._end(number, leaf.block)
        if not self._texts[-1]:
            self._texts.pop()

    def document(self) -> Document:
        """Return the text as it is here, paragraph by paragraph."""
        return Document(tuple(Block(f"p{number}", spans=(Span(text),)) for number, text in enumerate(self._texts)))

    def _take(self, leaf: int, place: int, span: Span) -> None:
        now = span.text if span.stands_in(View.FINAL) else ""
        was = now
        ours = [change for change in span.revisions if self._is_ours(change)]
        if ours and span.text:
            others = Span(span.text, revisions=tuple(change for change in span.revisions if change not in ours))
            came = any(change.kind in ARRIVING for change in ours)
            declined = others.text if others.stands_in(View.FINAL) and not came else ""
            was = now if self._done else declined
            self._note(now, was, (now, declined), (leaf, place, ours[0]))
        self._texts[-1] += was
        self._at, self._base = self._at + len(now), self._base + len(was)

    def _end(self, leaf: int, block: Block) -> None:
        ours = [change for change in block.revisions if change.kind in _ENDS and self._is_ours(change)]
        was = "\n"
        if ours:
            accepted, declined = ("\n", "") if ours[0].arrives else ("", "\n")
            was = accepted if self._done else declined
            self._note("\n", was, (accepted, declined), (leaf, -1, ours[0]))
        if was:
            self._texts.append("")
        self._at, self._base = self._at + 1, self._base + len(was)

    def _note(self, now: str, was: str, either: tuple[str, str], place: tuple[int, int, Revision]) -> None:
        accepted, declined = either
        leaf, span, change = place
        if accepted != declined:
            end = self._at + len(now)
            self.pieces.append(Piece(self._at, end, self._base, was, accepted, declined, leaf, span, change))
