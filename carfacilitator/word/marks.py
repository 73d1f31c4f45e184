"""Where the marks of comments stand while a file is read: in which block, at which offsets."""

from dataclasses import dataclass, field

from carfacilitator.word.inline import COMMENT_END, COMMENT_REFERENCE, COMMENT_START
from carfacilitator.word.names import Element, W


@dataclass(frozen=True, slots=True, order=True)
class Place:
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
    """Collects marks; blocks are numbered as they are begun, and `ids` names them by that number."""

    ids: list[str] = field(default_factory=list)
    of_comment: dict[str, CommentPlaces] = field(default_factory=dict)
    _waiting: list[Element] = field(default_factory=list)
    _ends: list[Place] = field(default_factory=list)

    def begin(self, block_id: str) -> None:
        """Begin the next block; range starts that were met between blocks belong to its beginning."""
        self.ids.append(block_id)
        self._ends.append(Place(len(self.ids) - 1, 0, 0))
        for waiting in self._waiting:
            self.note(waiting, 0, 0)
        self._waiting.clear()

    def note(self, mark: Element, final: int, marked: int) -> None:
        """Keep the place of a mark in the block that was begun last."""
        places = self.of_comment.setdefault(mark.get(W + "id", ""), CommentPlaces())
        here = Place(len(self.ids) - 1, final, marked)
        if mark.tag == COMMENT_START:
            places.start = places.start or here
        elif mark.tag == COMMENT_END:
            places.end = here
        elif mark.tag == COMMENT_REFERENCE:
            places.reference = places.reference or here

    def finish(self, final: int, marked: int) -> None:
        """End the block that was begun last; its texts are that long."""
        self._ends[-1] = Place(len(self.ids) - 1, final, marked)

    def between(self, mark: Element) -> None:
        """Keep a mark that stands between blocks: a start waits for the next, an end closes the one before."""
        if mark.tag == COMMENT_START or not self.ids:
            self._waiting.append(mark)
        else:
            self.note(mark, self._ends[-1].final, self._ends[-1].marked)
