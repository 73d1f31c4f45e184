"""What a comparison says: rows that pair the paragraphs of two drafts, and pieces that pair the words of a row."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal, NamedTuple


class RowKind(StrEnum):
    """What became of a paragraph."""

    SAME = "same"  # every word; quotation marks, dashes and spaces may have been set differently
    CHANGED = "changed"
    INSERTED = "inserted"
    DELETED = "deleted"
    MOVED = "moved"
    SPLIT = "split"
    MERGED = "merged"


class Detail(StrEnum):
    """What is shown as changed where a word was: the word itself, its sentence or its paragraph."""

    WORD = "word"
    SENTENCE = "sentence"
    PARAGRAPH = "paragraph"


class Match(NamedTuple):
    """Paragraphs of the older draft and what they are in the newer one; `move` numbers what moved together."""

    old: tuple[int, ...]
    new: tuple[int, ...]
    move: int | None = None

    def turned(self) -> "Match":
        """Return the same for the drafts the other way round."""
        return Match(self.new, self.old, self.move)


class Row(NamedTuple):
    """Leaves of the older draft and what they became in the newer one, by their indexes.

    `move` is the same number for paragraphs that moved together, and None for a row that did not move. What moved may
    have been split, merged or reworded besides.
    """

    kind: RowKind
    old: tuple[int, ...]
    new: tuple[int, ...]
    move: int | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a row's text: kept ("="), only in the older ("-") or only in the newer draft ("+").

    `old` is how a kept stretch was written before, where only quotation marks, dashes or spaces differ.
    """

    op: Literal["=", "-", "+"]
    text: str
    old: str | None = None

    @property
    def before(self) -> str:
        """Return what this stretch is in the older draft."""
        if self.op == "+":
            return ""
        return self.text if self.old is None else self.old

    @property
    def after(self) -> str:
        """Return what this stretch is in the newer draft."""
        return "" if self.op == "-" else self.text
