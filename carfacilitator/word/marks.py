"""Where the marks of comments stand while a file is read: in which block, at which offsets."""

from dataclasses import dataclass, field
from typing import NamedTuple

from carfacilitator.word.inline import COMMENT_END, COMMENT_MARKS, COMMENT_REFERENCE, COMMENT_START
from carfacilitator.word.names import Element, W


class Place(NamedTuple):
    """A place in a block: its number in the order of reading, and offsets in its final and its marked text."""

    block: int
    final: int
    marked: int


@dataclass(slots=True)
class CommentPlaces:
    """The marks of one comment, as far as the file has them."""

    start: Place | None = None
    end: Place | None = None
    reference: Place | None = None


@dataclass(slots=True)
class Marks:
    """Collects marks; blocks are numbered as they are begun, which is the order of the document's leaves."""

    of_comment: dict[str, CommentPlaces] = field(default_factory=dict)
    _waiting: list[Element] = field(default_factory=list)
    _block: int = -1
    _final: int = 0  # lengths of the texts of the block that was begun last, once it is finished
    _marked: int = 0

    def begin(self) -> None:
        """Begin the next block; range starts that were met between blocks belong to its beginning."""
        self._block += 1
        for waiting in self._waiting:
            self.note(waiting, 0, 0)
        self._waiting.clear()

    def note(self, mark: Element, final: int, marked: int) -> None:
        """Keep the place of a mark in the block that was begun last; what is no mark has none."""
        if mark.tag not in COMMENT_MARKS:
            return
        places = self.of_comment.setdefault(mark.get(W + "id", ""), CommentPlaces())
        here = Place(self._block, final, marked)
        if mark.tag == COMMENT_START:
            places.start = places.start or here
        elif mark.tag == COMMENT_END:
            places.end = here
        elif mark.tag == COMMENT_REFERENCE:
            places.reference = places.reference or here

    def finish(self, final: int, marked: int) -> None:
        """End the block that was begun last; its texts are that long."""
        self._final, self._marked = final, marked

    def between(self, mark: Element) -> None:
        """Keep a mark that stands between blocks: a start waits for the next, an end closes the one before."""
        if mark.tag == COMMENT_START or self._block < 0:
            self._waiting.append(mark)
        else:
            self.note(mark, self._final, self._marked)
