"""How one draft became another: rows that pair their paragraphs, and for each row, when asked, the words."""

from collections.abc import Iterator, Sequence
from functools import cached_property

from carfacilitator.document.blocks import Document
from carfacilitator.document.collecting import without_collecting
from carfacilitator.document.details import at_detail
from carfacilitator.document.differences import Difference, Material, differences_of
from carfacilitator.document.formatting import NO_LEAVES, FormatChange, Sides, format_changes
from carfacilitator.document.joins import Join
from carfacilitator.document.pieces import pieces_of
from carfacilitator.document.profiles import AS_USUAL, Calm, Profile
from carfacilitator.document.renamings import Replacement, replacements_of
from carfacilitator.document.rows import Detail, Match, Piece, Row, RowKind
from carfacilitator.document.runs import Kept, kept_runs
from carfacilitator.document.sentences import SHORTEST, MovedSentence, Passage, moved_sentences
from carfacilitator.document.spacing import spaced_alike, with_spaces
from carfacilitator.document.streams import match_drafts, match_texts
from carfacilitator.document.summaries import Summary, summary_of
from carfacilitator.document.whereabouts import whereabouts
from carfacilitator.document.words import Vocabulary

__all__ = ["Calm", "Comparison", "Detail", "Piece", "Profile", "Row", "RowKind", "compare", "compare_texts"]


def compare(old: Document, new: Document, profile: Profile = AS_USUAL) -> "Comparison":
    """Compare the final texts of two drafts; indexes are those of their `leaves()`."""
    with without_collecting():
        vocabulary = Vocabulary(profile)
        sides = Sides(old.leaves(), new.leaves())
        texts = old.texts(), new.texts()
        return Comparison(texts, match_drafts(sides, texts, vocabulary), vocabulary, sides)


def compare_texts(old: Sequence[str], new: Sequence[str], profile: Profile = AS_USUAL) -> "Comparison":
    """Compare two lists of paragraphs."""
    with without_collecting():
        vocabulary = Vocabulary(profile)
        return Comparison((old, new), match_texts(old, new, vocabulary), vocabulary)


class Comparison:
    """Two drafts side by side. `rows` cover the indexes of both exactly once, in the order of the newer draft.

    A deleted row stands where its paragraph was; a moved row stands at its new place, a split one at its first (a text
    box between its parts comes after it). What is more than rows is worked out when it is first asked for.
    """

    def __init__(
        self,
        texts: tuple[Sequence[str], Sequence[str]],
        matches: Sequence[Match],
        words: Vocabulary,
        sides: Sides = NO_LEAVES,
    ) -> None:
        self.old, self.new = texts
        self.profile = words.profile
        self._sides = sides
        self._vocabulary = words
        self._words: dict[tuple[tuple[int, ...], tuple[int, ...], float], tuple[Piece, ...]] = {}
        self.rows = tuple(_in_order([*self._matched(matches)], len(self.old), len(self.new)))

    def words(self, row: Row, calm: float | None = None, detail: Detail = Detail.WORD) -> tuple[Piece, ...]:
        """Return the pieces of a row, at least one; together they are both texts to the character.

        With less detail whole sentences or paragraphs are shown as changed. `calm` is the profile's unless it is given:
        at 1 a reader meets about as many changes as a writer made, at 0 every word that can be kept is.
        """
        if row.kind is RowKind.SAME and self.old[row.old[0]] == self.new[row.new[0]]:
            return (Piece("=", self.new[row.new[0]]),)
        if calm is None:
            calm = self.profile.calm.factor
        key = row.old, row.new, calm
        found = self._words.get(key)
        if found is None:
            found = self._words[key] = self._pieces(row, calm)
        return found if detail is Detail.WORD else at_detail(found, detail)

    def formatting(self, row: Row) -> tuple[FormatChange, ...]:
        """Return what was set differently in a row where its words stayed, whatever the profile ignores."""
        if not (row.old and row.new and self._sides.old):
            return ()
        return format_changes(row, self._sides, self.words(row))

    def row_of_old(self, index: int) -> Row:
        """Return the row that a leaf of the older draft is in."""
        return self._by_old[index]

    def row_of_new(self, index: int) -> Row:
        """Return the row that a leaf of the newer draft is in."""
        return self._by_new[index]

    @cached_property
    def moved_sentences(self) -> tuple[MovedSentence, ...]:
        """Return the sentences that stand elsewhere in the newer draft, in its order."""
        with without_collecting():
            cut, put = list(self._passages(0)), list(self._passages(1))
            return tuple(moved_sentences(cut, put))

    @cached_property
    def differences(self) -> tuple[Difference, ...]:
        """Return the changes as a reader counts them, in the order of the rows."""
        with without_collecting():
            where = whereabouts(self._sides.old), whereabouts(self._sides.new)
            formatting = {} if self.profile.ignore_formatting else self._all_formatting()
            texts = self.old, self.new
            material = Material(texts, where, self.rows, self.words, self.moved_sentences, formatting)
            return tuple(differences_of(material))

    @cached_property
    def replacements(self) -> tuple[Replacement, ...]:
        """Return what was replaced by the same words in several places, the commonest first."""
        return replacements_of(self.differences)

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
            pieces = self.words(row)
            if not any(piece.op == op and len(piece.text) >= SHORTEST for piece in pieces):
                continue
            join, at = Join((row.old, row.new)[side], texts), 0
            for piece in pieces:
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

    def _all_formatting(self) -> dict[int, tuple[FormatChange, ...]]:
        told = ((number, self.formatting(row)) for number, row in enumerate(self.rows))
        return {number: changes for number, changes in told if changes}

    def _pieces(self, row: Row, calm: float) -> tuple[Piece, ...]:
        old, new = [self.old[index] for index in row.old], [self.new[index] for index in row.new]
        if old == new:
            return (Piece("=", new[0]),)
        if not old:
            return (Piece("+", new[0]),)
        if not new:
            return (Piece("-", old[0]),)
        kept = self._kept(old, new, calm)
        pieces = pieces_of(old, new, kept, self._vocabulary)
        return pieces if self.profile.ignore_spaces else with_spaces(pieces)

    def _kept(self, old: list[str], new: list[str], calm: float) -> list[Kept]:
        """Return the kept runs of a row's words, the same whichever draft is called the older one."""
        if old > new:
            return [Kept(run.new, run.old, run.size) for run in self._kept(new, old, calm)]
        tokens = self._vocabulary.joined
        return kept_runs(tokens(old), tokens(new), self._vocabulary, calm)

    def _matched(self, matches: Sequence[Match]) -> Iterator[Row]:
        for old, new, move in matches:
            yield Row(RowKind.MOVED if move is not None else self._kind(old, new), old, new, move)

    def _kind(self, old: tuple[int, ...], new: tuple[int, ...]) -> RowKind:
        if len(old) != len(new):
            return RowKind.SPLIT if len(old) < len(new) else RowKind.MERGED
        before, after = self.old[old[0]], self.new[new[0]]
        return RowKind.SAME if before == after or self._alike(before, after) else RowKind.CHANGED

    def _alike(self, before: str, after: str) -> bool:
        tokens = self._vocabulary.tokens
        return tokens(before) == tokens(after) and (self.profile.ignore_spaces or spaced_alike(before, after))


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
