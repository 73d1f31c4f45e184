"""Where a name stands in a draft, in its text and in descriptions of pictures, and what it reads like instead."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from carfacilitator.document.blocks import Block, Document, Leaf, Span, SpanKind, Story
from carfacilitator.document.finding import spans
from carfacilitator.document.sentences import ends_sentence

_TOLD = frozenset({SpanKind.PICTURE, SpanKind.OPAQUE})  # what has a description in place of words
_OPENING = "“‘\"'([«"
_ARTICLES = frozenset({"a", "an", "the"})


class Spot(StrEnum):
    """Where in a file a name stands."""

    TEXT = "in the text"
    TABLE = "in a table"
    NOTE = "in a note"
    MARGIN = "in a header or footer"
    BOX = "in a text box"
    PICTURE = "in a picture’s description"


_BY_STORY = {
    Story.FOOTNOTE: Spot.NOTE,
    Story.ENDNOTE: Spot.NOTE,
    Story.HEADER: Spot.MARGIN,
    Story.FOOTER: Spot.MARGIN,
    Story.TEXT_BOX: Spot.BOX,
}


@dataclass(frozen=True, slots=True)
class Naming:
    """One place where the name stands: in the final text of a leaf, or in a description that is told there.

    `text` is what it stands in, from `start` to `end`.
    """

    spot: Spot
    leaf: int
    text: str
    start: int
    end: int

    @property
    def name(self) -> str:
        """Return the name as it is written there."""
        return self.text[self.start : self.end]


def namings(document: Document, name: str) -> tuple[Naming, ...]:
    """Return every place where `name` stands as whole words, whatever its case and accents, in reading order."""
    return tuple(found for number, leaf in enumerate(document.leaves()) for found in _in_leaf(number, leaf, name))


def inside_longer(document: Document, name: str) -> tuple[str, ...]:
    """Return the longer words that the name is a part of, each once, in reading order: nobody changes those unasked."""
    found = (
        _whole_word(text, start, end)
        for leaf in document.leaves()
        for text in (leaf.block.text(), *_descriptions(leaf))
        for start, end in spans(text, name)
        if not _is_whole(text, start, end)
    )
    return tuple(dict.fromkeys(found))


def renamed(text: str, name: str, instead: str) -> str:
    """Return a text with other words wherever `name` stands in it as whole words."""
    made, at = [], 0
    for start, end in _whole(text, name):
        made += [text[at:start], fitted(Naming(Spot.TEXT, 0, text, start, end), name, instead)]
        at = end
    return "".join([*made, text[at:]])


def with_renamed(document: Document, name: str, instead: str) -> Document:
    """Return a draft's final text with other words wherever `name` stands in it as whole words."""
    return replace(document, blocks=tuple(_renamed_block(block, name, instead) for block in document.blocks))


def fitted(naming: Naming, name: str, instead: str) -> str:
    """Return the other words as they are written at that place: in capitals, or with one where a sentence begins."""
    written = naming.name
    if written.isupper() and not name.isupper():
        return instead.upper()
    before = naming.text[: naming.start].rstrip(_OPENING)
    capital = ends_sentence(before, len(before)) or (written[:1].isupper() and name[:1].islower())
    return instead[:1].upper() + instead[1:] if capital else instead


def reads_oddly(naming: Naming, instead: str) -> bool:
    """Tell whether two articles would stand side by side ("the a coastal town")."""
    before = naming.text[: naming.start].split()
    begins = instead.split()
    return bool(before and begins) and before[-1].casefold() in _ARTICLES and begins[0].casefold() in _ARTICLES


def _renamed_block(block: Block, name: str, instead: str) -> Block:
    text = block.text()
    said = renamed(text, name, instead)
    return replace(
        block,
        spans=block.spans if said == text else (Span(said),),
        blocks=tuple(_renamed_block(one, name, instead) for one in block.blocks),
        rows=tuple(
            tuple(tuple(_renamed_block(one, name, instead) for one in cell) for cell in row) for row in block.rows
        ),
    )


def _in_leaf(number: int, leaf: Leaf, name: str) -> Iterator[Naming]:
    text = leaf.block.text()
    spot = _BY_STORY.get(leaf.block.story, Spot.TABLE if leaf.path else Spot.TEXT)
    yield from (Naming(spot, number, text, *place) for place in _whole(text, name))
    for told in _descriptions(leaf):
        yield from (Naming(Spot.PICTURE, number, told, *place) for place in _whole(told, name))


def _descriptions(leaf: Leaf) -> Iterator[str]:
    return (span.about for span in leaf.block.spans if span.kind in _TOLD and span.about)


def _whole(text: str, name: str) -> Iterator[tuple[int, int]]:
    return (place for place in spans(text, name) if _is_whole(text, *place))


def _is_whole(text: str, start: int, end: int) -> bool:
    return not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum())


def _whole_word(text: str, start: int, end: int) -> str:
    while text[start - 1 : start].isalnum():
        start -= 1
    while text[end : end + 1].isalnum():
        end += 1
    return text[start:end]
