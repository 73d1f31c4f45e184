"""What the two sheets show in the way that was chosen: strips in order, and the runs of every paragraph on them."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import chain
from typing import Self

from carfacilitator.document.blocks import Block, Document, Leaf
from carfacilitator.document.comparison import Comparison
from carfacilitator.document.rows import Piece, Row, RowKind
from carfacilitator.document.sections import Place, places
from carfacilitator.ui.widgets import sheet_runs
from carfacilitator.ui.widgets.review_data import Detail, DraftHead, Side, ViewMode
from carfacilitator.ui.widgets.sheet_folds import folded
from carfacilitator.ui.widgets.sheet_lost import with_lost
from carfacilitator.ui.widgets.sheet_rows import Cells, Look, LostHere, Shape, Strip, rows_of_one, strips
from carfacilitator.ui.widgets.sheet_runs import Mark, Run, Stretch


@dataclass(frozen=True)
class Drafts:
    """The newer draft and, if there is one to compare it with, the older."""

    new: Document
    old: Document | None = None
    comparison: Comparison | None = None
    new_head: DraftHead = field(default_factory=DraftHead)
    old_head: DraftHead = field(default_factory=DraftHead)

    @classmethod
    def empty(cls) -> Self:
        """Return a draft without text."""
        return cls(Document())

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """Return the comparison's rows, or one for each leaf of a draft that is read alone."""
        return self.comparison.rows if self.comparison else rows_of_one(self.new)

    @cached_property
    def leaves(self) -> dict[Side, tuple[Leaf, ...]]:
        """Return both drafts' leaves."""
        return {Side.OLD: self.old.leaves() if self.old else (), Side.NEW: self.new.leaves()}

    @cached_property
    def texts(self) -> dict[Side, tuple[str, ...]]:
        """Return both drafts' final texts."""
        if self.comparison is not None:
            return {Side.OLD: tuple(self.comparison.old), Side.NEW: tuple(self.comparison.new)}
        return {Side.OLD: self.old.texts() if self.old else (), Side.NEW: self.new.texts()}

    @cached_property
    def places(self) -> dict[Side, tuple[Place, ...]]:
        """Return where every leaf stands, in words."""
        return {Side.OLD: places(self.old) if self.old else (), Side.NEW: places(self.new)}

    @cached_property
    def strips(self) -> tuple[Strip, ...]:
        """Return all strips, nothing folded; what is only set differently counts as changed where that is asked for."""
        set_anew = {self.row_of[Side.NEW, leaf] for leaf in self.set_differently}
        found = strips(self.old, self.new, self.rows, self.texts)
        if not set_anew:
            return found
        return tuple(
            replace(strip, look=Look.CHANGED) if strip.look is Look.SAME and set_anew & set(strip.rows) else strip
            for strip in found
        )

    @cached_property
    def row_of(self) -> dict[tuple[Side, int], int]:
        """Return which row tells of a leaf."""
        told = {(Side.OLD, leaf): n for n, row in enumerate(self.rows) for leaf in row.old}
        return told | {(Side.NEW, leaf): n for n, row in enumerate(self.rows) for leaf in row.new}

    @cached_property
    def set_differently(self) -> dict[int, list[Stretch]]:
        """Return the parts of the newer leaves whose words stayed and look different, if that counts as a change."""
        found: dict[int, list[Stretch]] = {}
        if self.comparison is not None and not self.comparison.profile.ignore_formatting:
            for change in chain.from_iterable(map(self.comparison.formatting, self.rows)):
                found.setdefault(change.leaf, []).append(Stretch(change.start, change.end, Mark.FORM))
        return found

    @cached_property
    def moved_sentences(self) -> dict[tuple[Side, int], list[Stretch]]:
        """Return the parts of leaves that stand elsewhere in the other draft."""
        found: dict[tuple[Side, int], list[Stretch]] = {}
        for move in self.comparison.moved_sentences if self.comparison else ():
            for side, part in ((Side.OLD, move.old), (Side.NEW, move.new)):
                found.setdefault((side, part.leaf), []).append(Stretch(part.start, part.end, Mark.MOVED))
        return found

    @property
    def known_moves(self) -> dict[tuple[Side, int], list[Stretch]]:
        """Return `moved_sentences` once somebody has asked for them: the first rows cannot wait for them."""
        return self.moved_sentences if "moved_sentences" in self.__dict__ else {}

    def make_ready(self) -> Self:
        """Work out what the first rows need, away from the window."""
        self.strips, self.row_of  # noqa: B018  they are worked out once and kept
        return self


@dataclass(frozen=True, slots=True)
class Way:
    """How the drafts are looked at."""

    mode: ViewMode = ViewMode.SIDE
    detail: Detail = Detail.WORD
    own_changes: bool = False  # the tracked changes inside the files, instead of the comparison's

    def to_record(self) -> dict[str, str | bool]:
        """Return the way as JSON has it."""
        return {"mode": self.mode.name, "detail": self.detail.name, "own_changes": self.own_changes}

    @classmethod
    def from_record(cls, record: Mapping[str, object]) -> Self:
        """Return the way that a record tells; what it does not tell is as it is at first."""
        mode = next((mode for mode in ViewMode if mode.name == record.get("mode")), cls().mode)
        detail = next((detail for detail in Detail if detail.name == record.get("detail")), cls().detail)
        return cls(mode, detail, own_changes=record.get("own_changes") is True)


class SheetModel:
    """The strips in sight and the runs of their paragraphs, worked out when they are asked for."""

    def __init__(
        self,
        drafts: Drafts,
        way: Way,
        kept: Collection[int] = (),
        opened: Collection[int] = (),
        lost: Sequence[LostHere] = (),
    ) -> None:
        self.drafts = drafts
        self.lost = tuple(lost)
        compared = drafts.comparison is not None
        self.way = way if compared else replace(way, mode=ViewMode.CLEAN)
        self.kept = frozenset(kept)
        self._opened = set(opened)
        self._runs: dict[tuple[Side, int, bool], tuple[Run, ...]] = {}
        self._pieces: dict[int, tuple[Piece, ...]] = {}
        self.strips: tuple[Strip, ...] = ()
        self._arrange()

    @property
    def opened(self) -> frozenset[int]:
        """Return the folds that were opened."""
        return frozenset(self._opened)

    def open(self, fold: int) -> None:
        """Show what a fold stands for, by its `fold_key`."""
        self._opened.add(fold)
        self._arrange()

    def mark_anew(self) -> None:
        """Forget the marks of the paragraphs, because more is known of them now."""
        self._runs.clear()

    def strip_of(self, side: Side, leaf: int) -> int | None:
        """Return the strip in which a leaf stands, or the fold that holds it, None if it is not shown."""
        return self._strip_of.get((side is Side.NEW, leaf))

    def strip_of_row(self, row: int) -> int | None:
        """Return the strip that tells of a row of the comparison (of a move: where it stands now)."""
        told = self.drafts.rows[row]
        ends = [(Side.NEW, leaf) for leaf in told.new] + [(Side.OLD, leaf) for leaf in told.old]
        return next((index for end in ends if (index := self.strip_of(*end)) is not None), None)

    def columns(self, strip: Strip) -> tuple[tuple[Side, Cells] | None, ...]:
        """Return what each sheet shows of a strip, None where a sheet has nothing there."""
        if self.way.mode is not ViewMode.SIDE:
            return ((Side.NEW, strip.new),) if strip.new else ((Side.OLD, strip.old),)
        return ((Side.OLD, strip.old) if strip.old else None, (Side.NEW, strip.new) if strip.new else None)

    def block(self, side: Side, leaf: int) -> Block:
        """Return a leaf's block."""
        return self.drafts.leaves[side][leaf].block

    def text(self, side: Side, leaf: int) -> str:
        """Return a leaf's final text."""
        return self.drafts.texts[side][leaf]

    def ends_table(self, strip: Strip) -> bool:
        """Tell whether a strip is the last shown row of its table."""
        return self._last_of_table.get(strip.table) is strip

    def runs(self, side: Side, leaf: int) -> tuple[Run, ...]:
        """Return a leaf as it stands on its sheet, with its marks."""
        if (side, leaf, True) not in self._runs:
            self._runs[side, leaf, True] = self._marked(side, leaf)
        return self._runs[side, leaf, True]

    def bare_runs(self, side: Side, leaf: int) -> tuple[Run, ...]:
        """Return runs that take the same room as `runs`, without the cost of comparing words where that can be."""
        if (side, leaf, True) in self._runs or self.way.own_changes or self.way.mode is ViewMode.INLINE:
            return self.runs(side, leaf)
        return sheet_runs.plain_runs(self.block(side, leaf))

    def pieces(self, row: int) -> tuple[Piece, ...]:
        """Return the words of a row in the detail that was chosen."""
        if row not in self._pieces and self.drafts.comparison:
            words = self.drafts.comparison.words(self.drafts.rows[row])
            self._pieces[row] = sheet_runs.coarsened(words, self.way.detail)
        return self._pieces.get(row, ())

    def _marked(self, side: Side, leaf: int) -> tuple[Run, ...]:
        block = self.block(side, leaf)
        if self.way.own_changes:
            return sheet_runs.own_changes(block)
        runs = sheet_runs.plain_runs(block)
        index = self.drafts.row_of.get((side, leaf))
        if index is None or self.way.mode is ViewMode.CLEAN:
            return runs
        if self.drafts.rows[index].kind is not RowKind.SAME:
            runs = self._with_marks(runs, side, leaf, index)
        return sheet_runs.underlaid(runs, self.drafts.set_differently.get(leaf, ()) if side is Side.NEW else ())

    def _with_marks(self, runs: Sequence[Run], side: Side, leaf: int, index: int) -> tuple[Run, ...]:
        row = self.drafts.rows[index]
        told = row.new if side is Side.NEW else row.old
        at = told.index(leaf)
        lengths = [len(self.text(side, other)) for other in told]
        moved = row.kind is RowKind.MOVED
        pieces = self.pieces(index)
        shown = sheet_runs.marked(runs, sheet_runs.stretches(pieces, lengths, side, moved=moved)[at])
        shown = sheet_runs.marked(shown, self.drafts.known_moves.get((side, leaf), ()))
        if self.way.mode is ViewMode.INLINE and side is Side.NEW:
            return sheet_runs.woven(shown, sheet_runs.cuts(pieces, lengths)[at])
        return shown

    def _arrange(self) -> None:
        shown: Sequence[Strip] = tuple(self._in_way(self.drafts.strips))
        if self.way.own_changes:
            shown = [replace(strip, look=self._own_look(strip)) for strip in shown]
        if self.way.mode is not ViewMode.CLEAN:  # who reads one draft alone reads all of it
            kept = self.kept | {one.leaf for one in self.lost}
            shown = folded(shown, self.drafts.new, kept, self._opened)
        self.strips = tuple(with_lost(shown, self.lost) if self.lost else shown)
        self._last_of_table = {strip.table: strip for strip in self.strips if strip.shape is not Shape.LOST}
        self._strip_of = {
            key: index
            for index, strip in enumerate(self.strips)
            for part in (strip.hidden or (strip,))
            for key in part.leaves()
        }

    def _in_way(self, found: Sequence[Strip]) -> Iterator[Strip]:
        for strip in found:
            if self.way.mode is ViewMode.SIDE or strip.shape is Shape.STORY:
                yield strip
            elif self.way.mode is ViewMode.CLEAN:
                yield from self._clean(strip)
            elif strip.shape is Shape.TABLE and strip.old and strip.new and self._loses_cells(strip):
                yield Strip(strip.shape, Look.CUT, strip.rows, strip.old, (), table=strip.table)
                yield Strip(strip.shape, strip.look, strip.rows, (), strip.new, table=strip.table)
            else:
                yield strip

    def _own_look(self, strip: Strip) -> Look:
        """Tell whether a strip holds changes that were tracked in its file."""
        blocks = (self.block(Side.NEW if is_new else Side.OLD, leaf) for is_new, leaf in strip.leaves())
        tracked = any(block.revisions or any(span.revisions for span in block.spans) for block in blocks)
        return Look.CHANGED if tracked else Look.SAME

    @staticmethod
    def _clean(strip: Strip) -> Iterator[Strip]:
        if strip.new:
            yield strip

    def _loses_cells(self, strip: Strip) -> bool:
        """Tell whether an older cell has no newer one in whose line its words could be shown."""
        here = {leaf for cell in strip.new for leaf in cell}
        rows = (self.drafts.rows[self.drafts.row_of[Side.OLD, leaf]] for cell in strip.old for leaf in cell)
        return any(not here & set(row.new) for row in rows)
