"""What a new document is made of: headings, paragraphs, lists and tables, told without any word of Word's."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from carfacilitator.word.commenting import NewComment


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch of text with its marks: any of `bold`, `italic`, `underline`, `strike`."""

    text: str
    marks: frozenset[str] = frozenset()


def bold(text: str) -> Words:
    """Return bold words."""
    return Words(text, frozenset({"bold"}))


def italic(text: str) -> Words:
    """Return words in italics."""
    return Words(text, frozenset({"italic"}))


Text: TypeAlias = str | Words | tuple[str | Words, ...]  # a line feed in it is a line break, in a cell a new paragraph


def stretches(text: Text) -> Iterator[Words]:
    """Yield the stretches of a text."""
    for one in text if isinstance(text, tuple) else (text,):
        yield Words(one) if isinstance(one, str) else one


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 3."""

    text: Text
    level: int = 1


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, or a quotation, with comments on all of it."""

    text: Text
    quoted: bool = False
    comments: tuple[NewComment, ...] = ()


@dataclass(frozen=True, slots=True)
class Items:
    """A list; every numbered one begins with 1."""

    items: tuple[Text, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table as wide as the text.

    `widths` are shares of it, one for each column, equal ones if none are given. The first rows are its heading, which
    is repeated on every page; a caption stands above it. Rows that are shorter than the longest end in empty cells.
    """

    rows: tuple[tuple[Text, ...], ...]
    widths: tuple[float, ...] = ()
    heading_rows: int = 1
    caption: str = ""


@dataclass(frozen=True, slots=True)
class NewPage:
    """What follows begins on a new page."""


Piece: TypeAlias = Heading | Paragraph | Items | Table | NewPage


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """A whole document on A4. `foot` stands at the left of every page's foot; `author` is written into the file."""

    title: str
    subtitle: str = ""
    pieces: tuple[Piece, ...] = ()
    foot: str = ""
    author: str = ""
    landscape: bool = False
