"""How one draft became another: rows that pair their paragraphs, and for each row, when asked, the words."""

from collections.abc import Iterator, Sequence
from functools import cached_property

from carfacilitator.document.blocks import Document
from carfacilitator.document.differences import Detail, Difference, differences_of
from carfacilitator.document.joins import Join
from carfacilitator.document.pieces import pieces_of
from carfacilitator.document.rows import Match, Piece, Row, RowKind
from carfacilitator.document.runs import kept_runs
from carfacilitator.document.sentences import SHORTEST, MovedSentence, Passage, moved_sentences
from carfacilitator.document.streams import match_drafts, match_texts
from carfacilitator.document.summaries import Summary, summary_of
from carfacilitator.document.words import Vocabulary

__all__ = ["Comparison", "Piece", "Row", "RowKind", "compare", "compare_texts"]


def compare(old: Document, new: Document) -> "Comparison":
    """Compare the final texts of two drafts; indexes are those of their `leaves()`."""
    vocabulary = Vocabulary()
    return Comparison(old.texts(), new.texts(), match_drafts(old, new, vocabulary), vocabulary)


def compare_texts(old: Sequence[str], new: Sequence[str]) -> "Comparison":
    """Compare two lists of paragraphs."""
    vocabulary = Vocabulary()
    return Comparison(old, new, match_texts(old, new, vocabulary), vocabulary)


class Comparison:
    """Two drafts side by side. `rows` cover the indexes of both exactly once, in the order of the newer draft.

    A deleted row stands where its paragraph was; a moved row stands at its new place, a split one at its first (a text
    box between its parts comes after it).
    """

    def __init__(self, old: Sequence[str], new: Sequence[str], matches: Sequence[Match], words: Vocabulary) -> None:
        self.old, self.new = old, new
        self._vocabulary = words
        self._words: dict[tuple[Row, float], tuple[Piece, ...]] = {}
        self.rows = tuple(_in_order([*self._matched(matches)], len(old), len(new)))

    def words(self, row: Row, calm: float = 1.0) -> tuple[Piece, ...]:
        """Return the pieces of a row, at least one; together they are both texts to the character.

        At `calm` 1 a reader meets the fewest changes, at 0 every word that can be kept is.
        """
        if row.kind is RowKind.SAME and self.old[row.old[0]] == self.new[row.new[0]]:
            return (Piece("=", self.new[row.new[0]]),)
        found = self._words.get((row, calm))
        if found is None:
            found = self._words[row, calm] = self._detail(row, calm)
        return found

    def row_of_old(self, index: int) -> Row:
        """Return the row that a leaf of the older draft is in."""
        return self._by_old[index]

    def row_of_new(self, index: int) -> Row:
        """Return the row that a leaf of the newer draft is in."""
        return self._by_new[index]

    @cached_property
    def moved_sentences(self) -> tuple[MovedSentence, ...]:
        """Return the sentences that stand elsewhere in the newer draft, in its order."""
        cut, put = list(self._passages(0)), list(self._passages(1))
        return tuple(moved_sentences(cut, put))

    @cached_property
    def differences(self) -> tuple[Difference, ...]:
        """Return the changes as a reader counts them, in the order of the rows."""
        return tuple(differences_of(Detail(self.old, self.new, self.rows, self.words, self.moved_sentences)))

    @cached_property
    def summary(self) -> Summary:
        """Return the number of changes of each kind, and all of it in one sentence."""
        return summary_of(self.differences)

    def _passages(self, side: int) -> Iterator[Passage]:
        """Yield what only the older (0) or only the newer draft (1) has, leaf by leaf, if it is long enough."""
        texts, op = (self.old, self.new)[side], "-+"[side]
        for row in self.rows:
            if row.kind is RowKind.SAME:
                continue
            join, at = Join((row.old, row.new)[side], texts), 0
            for piece in self.words(row):
                begin, at = at, at + len(piece.after if side else piece.before)
                if piece.op == op and at - begin >= SHORTEST:
                    for stretch in join.stretches(begin, at):
                        yield Passage(stretch, texts[stretch.leaf][stretch.start : stretch.end], self._vocabulary)

    @cached_property
    def _by_old(self) -> dict[int, Row]:
        return {index: row for row in self.rows for index in row.old}

    @cached_property
    def _by_new(self) -> dict[int, Row]:
        return {index: row for row in self.rows for index in row.new}

    def _detail(self, row: Row, calm: float) -> tuple[Piece, ...]:
        old, new = [self.old[index] for index in row.old], [self.new[index] for index in row.new]
        if old == new:
            return (Piece("=", new[0]),)
        if not old:
            return (Piece("+", new[0]),)
        if not new:
            return (Piece("-", old[0]),)
        tokens = self._vocabulary.joined
        kept = kept_runs(tokens(old), tokens(new), self._vocabulary, calm)
        return pieces_of(old, new, kept, self._vocabulary)

    def _matched(self, matches: Sequence[Match]) -> Iterator[Row]:
        for old, new, move in matches:
            yield Row(RowKind.MOVED if move is not None else self._kind(old, new), old, new, move)

    def _kind(self, old: tuple[int, ...], new: tuple[int, ...]) -> RowKind:
        if len(old) != len(new):
            return RowKind.SPLIT if len(old) < len(new) else RowKind.MERGED
        tokens = self._vocabulary.tokens
        same = self.old[old[0]] == self.new[new[0]] or tokens(self.old[old[0]]) == tokens(self.new[new[0]])
        return RowKind.SAME if same else RowKind.CHANGED


def _in_order(rows: list[Row], old: int, new: int) -> list[Row]:
    """Return the rows, with those for unmatched paragraphs, in the order of the newer draft."""
    row_of_old = {index: row for row in rows for index in row.old}
    matched_new = {index for row in rows for index in row.new}
    placed = [((row.new[0], 0, 0), row) for row in rows]
    placed += [((index, 0, 0), Row(RowKind.INSERTED, (), (index,))) for index in range(new) if index not in matched_new]
    after = -1
    for index in range(old):
        row = row_of_old.get(index)
        if row is None:
            placed.append(((after, 1, index), Row(RowKind.DELETED, (index,), ())))
        elif row.move is None:
            after = row.new[0]
    return [row for _, row in sorted(placed, key=lambda entry: entry[0])]
