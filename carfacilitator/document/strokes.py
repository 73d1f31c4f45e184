"""What one reviewer did to the file that was sent: strokes in its final text, exact to the character, with authors.

Two texts are compared: all of the sent file's words, and the returned file's without what was tracked since. What is
left between them was done with tracking off. Then every stroke is read off: together they turn the final text that was
sent into the final text that came back.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import pairwise

from carfacilitator.document.blocks import Document, Revision, RevisionKind
from carfacilitator.document.comparison import Comparison, Row, compare
from carfacilitator.document.field_results import FieldResults
from carfacilitator.document.laid import (
    Known,
    Laid,
    Run,
    brings_text,
    lay_returned,
    lay_sent,
    leaves_text,
)
from carfacilitator.document.settled import Tally


class How(StrEnum):
    """How a stroke stands in the returned file."""

    TRACKED = "tracked"
    SILENT = "silent"  # tracking was off
    EARLIER = "earlier"  # a change that was tracked before it was sent has been rejected, or a join of it accepted
    COMPUTED = "computed"  # a program worked a date, a page number or the like out anew: nobody did it


@dataclass(frozen=True, slots=True)
class Stroke:
    """Words cut and put in at one place: offsets in the flat final text that was sent."""

    start: int
    end: int
    text: str
    how: How
    by: Revision | None  # the first tracked change in it
    move: str  # joins the two ends of a move; "" if it is none


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of the returned file's final text, and where it stands in what was sent."""

    leaf: int
    start: int
    end: int
    base: int
    kept: bool  # else all of it stands at `base`, where it was put in


@dataclass
class Strokes:
    """What one reviewer did, and where the words of his file stand in the one that was sent."""

    tally: Tally
    strokes: list[Stroke] = field(default_factory=list)
    stretches: list[Stretch] = field(default_factory=list)


def strokes_of(sent: Document, returned: Document) -> Strokes:
    """Return what the reviewer of a returned file did to the file that was sent."""
    known = Known(sent)
    before, after = lay_sent(sent), lay_returned(returned, known)
    pen = _Pen(known)
    for match in _matches(before, after, compare(before.document, after.document)):
        pen.follow(match)
    pen.lift()
    return pen.done


@dataclass(frozen=True, slots=True)
class _Match:
    """Runs of both sides, and the pieces that pair them: (how much of the one, how much of the other, same)."""

    before: list[Run]
    after: list[Run]
    pieces: list[tuple[int, int, bool]]
    move: str


def _matches(before: Laid, after: Laid, comparison: Comparison) -> Iterator[_Match]:
    """Yield the rows in the order of the sent file; what moved is cut where it was and put in where it is."""
    rows = comparison.rows
    steady = _steady(rows)
    moves = {leaf: _move_of(row) for row in rows for leaf in row.old}
    next_leaf = 0
    for number, row in enumerate(rows):
        if number not in steady:
            yield _Match([], _joined(after, row.new), _put(after, row.new), _move_of(row))
            continue
        if row.old:
            yield from (_cut(before, leaf, moves[leaf]) for leaf in range(next_leaf, row.old[0]))
            next_leaf = row.old[-1] + 1
        yield _match(before, after, comparison, row)
    yield from (_cut(before, leaf, moves[leaf]) for leaf in range(next_leaf, len(before.runs)))


def _steady(rows: Sequence[Row]) -> set[int]:
    """Return the rows that can be read in one go: not moved, each after the last in both files."""
    steady: set[int] = set()
    reached = -1
    for number, row in enumerate(rows):
        if row.move is None and (not row.old or (row.old[0] > reached and _is_whole(row.old))):
            steady.add(number)
            reached = row.old[-1] if row.old else reached
    return steady


def _is_whole(leaves: Sequence[int]) -> bool:
    return all(one + 1 == other for one, other in pairwise(leaves))


def _move_of(row: Row) -> str:
    if row.move is not None:
        return f"rows {row.move}"
    return f"row {row.old[0]}" if row.old else ""


def _cut(before: Laid, leaf: int, move: str) -> _Match:
    """Return the match of a leaf that stands nowhere in its place."""
    runs = list(before.runs[leaf])
    return _Match(runs, [], [(_length(runs), 0, False)], move)


def _put(after: Laid, leaves: Sequence[int]) -> list[tuple[int, int, bool]]:
    return [(0, _length(_joined(after, leaves)), False)]


def _length(runs: list[Run]) -> int:
    return sum(len(run.text) for run in runs if run.laid)


def _joined(side: Laid, leaves: Sequence[int]) -> list[Run]:
    return [run for leaf in leaves for run in side.runs[leaf]]


def _match(before: Laid, after: Laid, comparison: Comparison, row: Row) -> _Match:
    olds, news = _joined(before, row.old), _joined(after, row.new)
    if not row.old:
        return _Match(olds, news, _put(after, row.new), "")
    if not row.new:
        return _Match(olds, news, [(_length(olds), 0, False)], _move_of(row))
    pieces = [
        (len(piece.before), len(piece.after), piece.op == "=" and piece.old is None) for piece in comparison.words(row)
    ]
    return _Match(olds, news, [*pieces, (1, 1, True)], "")  # and the ends of the two


class _Pen:
    """Follows the matches through both files and writes down what differs."""

    def __init__(self, known: Known) -> None:
        self._known = known
        self.done = Strokes(tally=Tally(known))
        self._at = self._start = 0  # in the final text that was sent; since where the open stroke cuts
        self._texts: list[str] = []
        self._hows: set[How] = set()
        self._by: Revision | None = None
        self._move = ""
        self._results = FieldResults()

    def follow(self, match: _Match) -> None:
        """Go on through the runs of a match."""
        before, after = _Reel(match.before), _Reel(match.after)
        for cut, put, same in match.pieces:
            if same:
                self._pair(before.take(cut), after.take(put), match.move)
            else:
                for run in before.take(cut):
                    self._gone(run, match.move)
                for run in after.take(put):
                    self._new(run, match.move)
        for run in after.rest():
            self._new(run, match.move)

    def lift(self) -> None:
        """End the open stroke, if there is one."""
        text = "".join(self._texts)
        if text or self._at > self._start:
            how = How.SILENT if How.SILENT in self._hows else How.TRACKED if How.TRACKED in self._hows else How.EARLIER
            self.done.strokes.append(Stroke(self._start, self._at, text, how, self._by, self._move))
            if how is How.SILENT:
                self._compute(self._results.worked_out(self._start, self._at, text))
        self._start, self._texts, self._hows, self._by, self._move = self._at, [], set(), None, ""
        self._results.go_on()

    def _compute(self, last: int) -> None:
        """Say of the last strokes that nobody did them."""
        strokes = self.done.strokes
        for number in range(len(strokes) - last, len(strokes)):
            strokes[number] = replace(strokes[number], how=How.COMPUTED)

    def _pair(self, olds: list[Run], news: list[Run], move: str) -> None:
        """Go through runs whose words are the same; what was put in between them is told by not being laid."""
        waiting = olds[::-1]
        for run in news:
            if not run.laid:
                self._new(run, move)
                continue
            begin = 0
            while begin < len(run.text):
                old = waiting.pop()
                size = min(len(old.text), len(run.text) - begin)
                if size < len(old.text):
                    waiting.append(old.cut(size, len(old.text)))
                self._both(old.cut(0, size), run.cut(begin, begin + size), move)
                begin += size

    def _both(self, old: Run, new: Run, move: str) -> None:
        """Take words that stand in both files."""
        self.done.tally.meet(old, new)
        if old.final and new.final:
            self._results.stays(is_result=old.computed and new.computed)
            self.lift()
            self._map(new, kept=True)
            self._at = self._start = self._at + len(new.text)
        elif old.final:
            by = self._new_one(new, leaves_text)
            self._stroke(_group(by) or move, How.TRACKED if by else How.SILENT, by)
            self._at += len(old.text)
        elif new.final:  # a deletion of before that was rejected
            self._stroke(move, How.EARLIER, None)
            self._write(new)

    def _gone(self, old: Run, move: str) -> None:
        """Take words that the returned file has no more, not even as deleted."""
        self.done.tally.miss(old)
        if old.final or old.span < 0:
            self._stroke(move, How.EARLIER if old.revisions else How.SILENT, None)
            self._results.differs(old)
            self._at += len(old.text)

    def _new(self, new: Run, move: str) -> None:
        """Take words that were not in the sent file."""
        self.done.tally.find(new)
        if new.final:
            by = self._new_one(new, brings_text)
            self._stroke(_group(by) or move, How.TRACKED if by else How.SILENT, by)
            self._results.differs(new)
            self._write(new)

    def _new_one(self, run: Run, does: Callable[[Revision], bool]) -> Revision | None:
        """Return the change since it was sent that took a run away or put it in, if it was tracked."""
        return next((one for one in run.revisions if does(one) and not self._known.surely_holds(one)), None)

    def _write(self, new: Run) -> None:
        self._map(new, kept=False)
        self._texts.append(new.text)

    def _stroke(self, move: str, how: How, by: Revision | None) -> None:
        if self._move != move and self._hows:
            self.lift()
        self._move = move
        self._hows.add(how)
        self._by = self._by or by

    def _map(self, new: Run, *, kept: bool) -> None:
        base = self._at if kept else self._start
        self.done.stretches.append(Stretch(new.leaf, new.at, new.at + len(new.text), base, kept))


class _Reel:
    """Runs that are taken off by length; those that are not laid come along with what they stand before."""

    def __init__(self, runs: list[Run]) -> None:
        self._runs = runs[::-1]

    def take(self, length: int) -> list[Run]:
        """Return the runs of the next `length` characters that are laid."""
        taken: list[Run] = []
        while length > 0:
            run = self._runs.pop()
            if run.laid and len(run.text) > length:
                self._runs.append(run.cut(length, len(run.text)))
                run = run.cut(0, length)
            taken.append(run)
            length -= len(run.text) if run.laid else 0
        return taken

    def rest(self) -> list[Run]:
        """Return what is left."""
        rest, self._runs = self._runs[::-1], []
        return rest


def _group(by: Revision | None) -> str:
    if by is None or by.kind not in (RevisionKind.MOVE_FROM, RevisionKind.MOVE_TO):
        return ""
    return f"move {by.group}" if by.group else ""
