"""The streams that are compared each by itself: body, notes, headers and text boxes, and tables cell by cell."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import count, pairwise
from typing import NamedTuple

from carfacilitator.document.alignment import align
from carfacilitator.document.blocks import Leaf, Story
from carfacilitator.document.formatting import Sides
from carfacilitator.document.rows import Match
from carfacilitator.document.similarity import Side
from carfacilitator.document.tables import Cell, Part, Placed, Table, on_one_side, one_to_one, tables_of, text_of
from carfacilitator.document.words import Vocabulary

Texts = tuple[tuple[str, ...], tuple[str, ...]]


def match_drafts(sides: Sides, texts: Texts, vocabulary: Vocabulary) -> list[Match]:
    """Return which leaves of two drafts belong together; none outside its own story, no cell's outside its table.

    It is the same whichever draft is called the older one.
    """
    if texts[0] > texts[1]:
        return [match.turned() for match in match_drafts(Sides(*sides[::-1]), (texts[1], texts[0]), vocabulary)]
    matcher = _Matcher(*texts, vocabulary)
    matcher.know_tables(*sides)
    before, after = _streams(sides.old), _streams(sides.new)
    matches: list[Match] = []
    for story in Story:
        matches += matcher.paragraphs(before[story].paragraphs, after[story].paragraphs)
        matches += matcher.tables(before[story].tables, after[story].tables)
    return matches


def match_texts(old: Sequence[str], new: Sequence[str], vocabulary: Vocabulary) -> list[Match]:
    """Return which paragraphs of two plain texts belong together, the same whichever is called the older one."""
    if list(old) > list(new):
        return [match.turned() for match in match_texts(new, old, vocabulary)]
    return list(_Matcher(old, new, vocabulary).paragraphs(range(len(old)), range(len(new))))


class _Stream(NamedTuple):
    paragraphs: list[int]
    tables: list[Table]


def _streams(leaves: Sequence[Leaf]) -> defaultdict[Story, _Stream]:
    streams: defaultdict[Story, _Stream] = defaultdict(lambda: _Stream([], []))
    in_tables: defaultdict[Story, list[Placed]] = defaultdict(list)
    for index, leaf in enumerate(leaves):
        if leaf.path is None:
            streams[leaf.block.story].paragraphs.append(index)
        else:
            in_tables[leaf.block.story].append((leaf.path, index))
    for story, placed in in_tables.items():
        streams[story].tables.extend(tables_of(placed))
    return streams


class _Selection:
    """Some leaves of a draft. Blank ones stay out of the way: those that have words are numbered through from 0."""

    def __init__(self, texts: Sequence[str], indexes: Sequence[int]) -> None:
        self._indexes = indexes
        self._places = [place for place, index in enumerate(indexes) if not _is_blank(texts[index])]
        self._numbered = [indexes[place] for place in self._places]
        self.texts = [texts[index] for index in self._numbered]

    def leaves(self, numbers: tuple[int, ...]) -> tuple[int, ...]:
        """Return the indexes of the leaves from the first number to the last, with what is blank between them."""
        if len(numbers) == 1:
            return (self._numbered[numbers[0]],)
        return tuple(self._indexes[self._places[numbers[0]] : self._places[numbers[-1]] + 1])

    @cached_property
    def blank_after(self) -> dict[int, Sequence[int]]:
        """Return the indexes of the blank leaves that follow a number, of -1 for those at the beginning."""
        ends = [-1, *self._places, len(self._indexes)]
        gaps = enumerate(pairwise(ends), -1)
        return {number: self._indexes[one + 1 : other] for number, (one, other) in gaps if other - one > 1}


def _is_blank(text: str) -> bool:
    return not text or text.isspace()


class _Matcher:
    """Matches selections of the leaves of two drafts; moves are numbered through all of them."""

    def __init__(self, old: Sequence[str], new: Sequence[str], vocabulary: Vocabulary) -> None:
        self._old, self._new = old, new
        self._in_tables: tuple[set[int], set[int]] = set(), set()
        self._vocabulary = vocabulary
        self._numbers = count(1)

    def know_tables(self, old: Sequence[Leaf], new: Sequence[Leaf]) -> None:
        """Take note of which leaves stand in tables: nothing is split or merged across one."""
        olds, news = ({index for index, leaf in enumerate(side) if leaf.path} for side in (old, new))
        self._in_tables = olds, news

    def paragraphs(self, olds: Sequence[int], news: Sequence[int], move: int | None = None) -> Iterator[Match]:
        """Yield the matches between two selections of leaves, all under the number of a move if one is given."""
        left, right = _Selection(self._old, olds), _Selection(self._new, news)
        yield from _blank(left, right, Match((-1,), (-1,)))
        for match in self._aligned(left.texts, right.texts):
            old_leaves, new_leaves = left.leaves(match.old), right.leaves(match.new)
            yield Match(
                on_one_side(old_leaves, self._in_tables[0], self._old),
                on_one_side(new_leaves, self._in_tables[1], self._new),
                match.move or move,
            )
            if match.move is None:
                yield from _blank(left, right, match)

    def tables(self, olds: Sequence[Table], news: Sequence[Table]) -> Iterator[Match]:
        """Yield the matches between the cells of two lists of tables: table by table, row by row, cell by cell."""
        for old, new, table_move in self._partners(olds, news):
            for old_row, new_row, row_move in self._partners(old, new):
                for old_cell, new_cell, _ in self._cells(old_row, new_row):
                    yield from self._cell(old_cell, new_cell, row_move or table_move)

    def _cells(self, olds: list[Cell], news: list[Cell]) -> Iterator[tuple[Cell, Cell, int | None]]:
        if len(olds) == len(news):
            return ((old, new, None) for old, new in zip(olds, news, strict=True))
        return self._partners(olds, news)  # a column was put in or cut out

    def _cell(self, old: Cell, new: Cell, move: int | None) -> Iterator[Match]:
        if len(old) == len(new) == 1:  # whatever they say now, they are the same answer
            return iter([Match((old[0],), (new[0],), move)])
        return self.paragraphs(old, new, move)

    def _partners(self, olds: Sequence[Part], news: Sequence[Part]) -> Iterator[tuple[Part, Part, int | None]]:
        """Yield the tables, rows or cells that belong together."""
        left, right = [text_of(part, self._old) for part in olds], [text_of(part, self._new) for part in news]
        for old, new, move in one_to_one(left, right, list(self._aligned(left, right))):
            yield olds[old[0]], news[new[0]], move

    def _aligned(self, left: Sequence[str], right: Sequence[str]) -> Iterator[Match]:
        numbers: defaultdict[int, int] = defaultdict(lambda: next(self._numbers))
        for match in align(Side(left, self._vocabulary), Side(right, self._vocabulary)):
            yield match if match.move is None else match._replace(move=numbers[match.move])


def _blank(left: _Selection, right: _Selection, match: Match) -> Iterable[Match]:
    """Return the matches of the blank leaves behind those of a match."""
    old, new = match.old[-1], match.new[-1]
    if old not in left.blank_after or new not in right.blank_after:
        return ()
    return (Match((i,), (j,)) for i, j in zip(left.blank_after[old], right.blank_after[new], strict=False))
