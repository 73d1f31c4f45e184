"""What must be done to a newer paragraph's text so that it shows how it came from the older one."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from carfacilitator.document.rows import Piece

BREAK = "\n"


@dataclass(frozen=True, slots=True)
class Inserted:
    """Characters of a newer paragraph that the older text does not have."""

    paragraph: int  # of the row, from 0
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Deleted:
    """Words of the older text that stood before a character of a newer paragraph."""

    paragraph: int
    at: int
    text: str


@dataclass(frozen=True, slots=True)
class MarkInserted:
    """The mark of a newer paragraph, at which the older text went on."""

    paragraph: int


@dataclass(frozen=True, slots=True)
class MarkDeleted:
    """A place of a newer paragraph at which the older text had the end of a paragraph."""

    paragraph: int
    at: int


Edit = Inserted | Deleted | MarkInserted | MarkDeleted


def edits_of(pieces: Iterable[Piece], old: Sequence[str], new: Sequence[str]) -> list[Edit]:
    """Return the edits of a row, in the order of the text; `old` and `new` are the texts of its paragraphs."""
    walk = _Walk(old, new)
    return [edit for piece in pieces for edit in walk.over(piece)]


class _Walk:
    """Goes through both texts of a row at once; their paragraphs are parted by line feeds, which texts hold too."""

    def __init__(self, old: Sequence[str], new: Sequence[str]) -> None:
        self._old_ends = _ends(old)
        self._new_ends = _ends(new)
        self._old_at = 0
        self._new_at = 0
        self._paragraph = 0
        self._begin = 0  # of the newer paragraph in the joined text

    def over(self, piece: Piece) -> Iterator[Edit]:
        if piece.op == "=" and piece.before == piece.after:
            yield from self._kept(piece.text)
        else:
            yield from self._deleted(piece.before)
            yield from self._inserted(piece.after)

    def _kept(self, text: str) -> Iterator[Edit]:
        """Go over kept text, in which one side's line feed may be the other's end of a paragraph."""
        for number, line in enumerate(text.split(BREAK)):
            if number and (self._old_at in self._old_ends) == (self._new_at in self._new_ends):
                self._pass_break()
            elif number:
                yield from self._deleted(BREAK)
                yield from self._inserted(BREAK)
            self._old_at += len(line)
            self._new_at += len(line)

    def _pass_break(self) -> None:
        if self._new_at in self._new_ends:
            self._paragraph += 1
            self._begin = self._new_at + 1
        self._old_at += 1
        self._new_at += 1

    def _deleted(self, text: str) -> Iterator[Edit]:
        here = self._new_at - self._begin
        for part in _parts(text, self._old_at, self._old_ends):
            yield MarkDeleted(self._paragraph, here) if part is None else Deleted(self._paragraph, here, part)
        self._old_at += len(text)

    def _inserted(self, text: str) -> Iterator[Edit]:
        for part in _parts(text, self._new_at, self._new_ends):
            if part is None:
                yield MarkInserted(self._paragraph)
                self._new_at += 1
                self._paragraph += 1
                self._begin = self._new_at
            else:
                start = self._new_at - self._begin
                self._new_at += len(part)
                yield Inserted(self._paragraph, start, start + len(part))


def _ends(texts: Sequence[str]) -> set[int]:
    """Return where, in the joined text, the line feeds are that part paragraphs."""
    ends = set()
    at = 0
    for text in texts[:-1]:
        at += len(text)
        ends.add(at)
        at += 1
    return ends


def _parts(text: str, at: int, ends: set[int]) -> Iterator[str | None]:
    """Yield a text in parts, None for each end of a paragraph in it."""
    begin = 0
    for place in range(len(text)):
        if at + place in ends:
            if place > begin:
                yield text[begin:place]
            yield None
            begin = place + 1
    if begin < len(text):
        yield text[begin:]
