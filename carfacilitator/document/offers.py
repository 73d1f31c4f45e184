"""Tracked changes of our own in a file that was sent, and what a reviewer's answer comes to in the text without them.

A file may go out with changes of ours in it: words that we propose, or what changed since somebody saw the text last.
They are no news when the file comes back. What he did is told in the text as it stands here: what he accepted of a
proposal is his wish too, what he declined or left alone is none; of a redline it is the other way round.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import product

from carfacilitator.document.blocks import Anchor, Document
from carfacilitator.document.flat import Flat
from carfacilitator.document.own_changes import IsOurs, Piece, Reading
from carfacilitator.document.settled import Outcome, Tally
from carfacilitator.document.strokes import How, Stroke, Strokes

_FEW = 8  # changes that meet, of which every combination of answers is tried


class Answer(StrEnum):
    """What a reviewer did with a change of ours."""

    ACCEPTED = "accepted"
    DECLINED = "declined"
    CHANGED = "changed"  # otherwise than proposed
    OPEN = "open"  # it still stands there as a change


Given = dict[Piece, Answer]


@dataclass(frozen=True)
class Answered:
    """What a reviewer did, as strokes in the text as it is here, and what he answered to each of our changes."""

    strokes: list[Stroke]
    answers: list[tuple[Piece, Answer]]


class Offers:
    """Our own changes in a file that was sent; `done` tells that the text here has them, as that of a redline has."""

    def __init__(self, sent: Document, is_ours: IsOurs, *, done: bool) -> None:
        self._flat = Flat(sent.texts())
        self._done = done
        reading = Reading(is_ours, done=done)
        reading.read(sent)
        self._pieces = reading.pieces
        self.base = reading.document() if any(map(self._differs, reading.pieces)) else sent
        self._base = Flat(self.base.texts())

    def answered(self, made: Strokes) -> Answered:
        """Return what somebody did to the file that was sent."""
        real = list(self._real(made.strokes))
        settled = [piece for piece in self._pieces if not _is_open(piece, made)]
        answers = dict.fromkeys(self._pieces, Answer.OPEN)
        strokes: list[tuple[int, Stroke]] = []  # each with where it begins in the file that was sent
        free = list(real)
        for cluster in _clusters(settled, real):
            free = [stroke for stroke in free if stroke not in cluster.strokes]
            given, text = self._answers(cluster, made.tally)
            answers |= given
            strokes += [(cluster.start, one) for one in self._composed(cluster, given.values(), text)]
        strokes += [(stroke.start, self._moved(stroke)) for stroke in free]
        strokes.sort(key=lambda one: (one[1].start, one[0]))
        return Answered([one for _, one in strokes if one.text or one.start < one.end], list(answers.items()))

    def anchor(self, anchor: Anchor) -> Anchor:
        """Return where a passage of the sent file stands in the text as it is here."""
        start, end = self._flat.span(anchor)
        begin = self._after(start)
        return self._base.anchor(begin, max(begin, self._before(end)))

    def _real(self, strokes: Sequence[Stroke]) -> Iterator[Stroke]:
        """Yield the strokes that alter something; what has one end only is no move."""
        ends = Counter(stroke.move for stroke in strokes)
        for stroke in strokes:
            if ends[stroke.move] > 1 and stroke.move:
                yield stroke
            elif stroke.text != self._flat.text[stroke.start : stroke.end]:
                yield replace(stroke, move="")

    def _answers(self, cluster: "_Cluster", tally: Tally) -> tuple[Given, str]:
        """Return which answers give the words that came back, and how these read here; or what else was done."""
        came = self._came(cluster)
        guess = [_ANSWERS[_outcome(tally, piece)] for piece in cluster.pieces]
        tried = [guess, [Answer.ACCEPTED] * len(guess), [Answer.DECLINED] * len(guess)]
        if len(guess) <= _FEW:
            tried += [list(one) for one in product((Answer.ACCEPTED, Answer.DECLINED), repeat=len(guess))]
        for answers in tried:
            given = dict(zip(cluster.pieces, answers, strict=True))
            if Answer.OPEN not in answers and self._reads(cluster, given, here=False) == came:
                return given, self._reads(cluster, given, here=True)
        touched = [any(_touches(stroke, piece) for stroke in cluster.strokes) for piece in cluster.pieces]
        answers = [Answer.CHANGED if cut else one for cut, one in zip(touched, guess, strict=True)]
        return dict(zip(cluster.pieces, answers, strict=True)), self._altered(cluster)

    def _came(self, cluster: "_Cluster") -> str:
        """Return how a stretch of the sent file reads in the one that came back."""
        puts = [(one.start, one.end, one.text) for one in cluster.strokes]
        if not puts:  # what goes when it is accepted, as the end of a paragraph, leaves no trace
            puts = [(one.start, one.end, one.accepted) for one in cluster.pieces]
        return _written(self._flat.text, cluster.start, cluster.end, puts)

    def _altered(self, cluster: "_Cluster") -> str:
        """Return how it reads here where no answers give it: with his strokes, and without what still is open."""
        puts = [(one.start, one.end, one.text) for one in cluster.strokes]
        puts += [(one.start, one.end, one.was) for one in self._within(cluster) if one not in cluster.pieces]
        return _written(self._flat.text, cluster.start, cluster.end, puts)

    def _reads(self, cluster: "_Cluster", given: Given, *, here: bool) -> str:
        """Return how a stretch would read with these answers and nothing else done to it: here, or in the file."""
        puts = []
        for piece in self._within(cluster):
            still = piece.was if here else self._flat.text[piece.start : piece.end]
            said = {Answer.ACCEPTED: piece.accepted, Answer.DECLINED: piece.declined}
            puts.append((piece.start, piece.end, said.get(given.get(piece, Answer.OPEN), still)))
        return _written(self._flat.text, cluster.start, cluster.end, puts)

    def _within(self, cluster: "_Cluster") -> list[Piece]:
        """Return our changes in a stretch, those at its edges only if they belong to it."""
        inside = [piece for piece in self._pieces if cluster.start <= piece.start and piece.end <= cluster.end]
        begin, end = self._edges(cluster)
        return [one for one in inside if one in cluster.pieces or (begin <= one.base and one.base_end <= end)]

    def _edges(self, cluster: "_Cluster") -> tuple[int, int]:
        first, last = cluster.pieces[0], cluster.pieces[-1]
        begin = first.base if first.start == cluster.start else self._after(cluster.start)
        end = last.base_end if last.end == cluster.end else self._before(cluster.end)
        return begin, max(begin, end)

    def _composed(self, cluster: "_Cluster", answers: Iterable[Answer], text: str) -> list[Stroke]:
        """Return the one stroke that our changes and his come to together; none if all is as it was."""
        begin, end = self._edges(cluster)
        if text == self._base.text[begin:end]:
            return []
        by = next((stroke.by for stroke in cluster.strokes if stroke.by), None)
        hows = {stroke.how for stroke in cluster.strokes}
        how = How.EARLIER if self._done else How.TRACKED
        if Answer.CHANGED in answers:
            how = How.SILENT if How.SILENT in hows else How.TRACKED
        if hows == {How.COMPUTED}:
            how = How.COMPUTED
        return [Stroke(begin, end, text, how, by, "")]

    def _moved(self, stroke: Stroke) -> Stroke:
        """Return a stroke that touches no change of ours; words beside ones that may go keep their space between."""
        leads = stroke.start == stroke.end and stroke.text[-1:].isspace() and not stroke.text[:1].isspace()
        start = self._before(stroke.start) if leads else self._after(stroke.start)
        end = max(start, self._before(stroke.end))
        return Stroke(start, end, stroke.text, stroke.how, stroke.by, stroke.move)

    def _before(self, offset: int) -> int:
        """Return where a place of the sent file is in the text as it is here, before what stands right there."""
        past = [piece for piece in self._pieces if piece.start < offset]
        return _shifted(offset, past[-1] if past else None)

    def _after(self, offset: int) -> int:
        """Return where a place of the sent file is in the text as it is here, after what was taken out right there."""
        past = [piece for piece in self._pieces if piece.start < offset or piece.end <= offset]
        return _shifted(offset, past[-1] if past else None)

    def _differs(self, piece: Piece) -> bool:
        return piece.was != self._flat.text[piece.start : piece.end]


@dataclass(slots=True)
class _Cluster:
    """Changes of ours that meet, and the strokes that touch them, from `start` to `end` of the file that was sent."""

    start: int
    end: int
    pieces: list[Piece]
    strokes: list[Stroke]

    def meets(self, stroke: Stroke) -> bool:
        """Tell whether a stroke may be an answer to it; a tracked cut right beside it is none."""
        if stroke.how is How.TRACKED and not stroke.text:
            return any(_touches(stroke, piece) for piece in self.pieces)
        return stroke.start <= self.end and self.start <= stroke.end

    def take(self, stroke: Stroke) -> None:
        self.strokes.append(stroke)
        self.start, self.end = min(self.start, stroke.start), max(self.end, stroke.end)

    def join(self, other: "_Cluster") -> None:
        self.pieces += other.pieces
        self.strokes += other.strokes
        self.start, self.end = min(self.start, other.start), max(self.end, other.end)


_ANSWERS = {
    Outcome.ACCEPTED: Answer.ACCEPTED,
    Outcome.REJECTED: Answer.DECLINED,
    Outcome.TRACKED: Answer.OPEN,
}


def _clusters(pieces: Sequence[Piece], strokes: Iterable[Stroke]) -> list[_Cluster]:
    """Return the changes in groups of those that meet, by themselves or through strokes, with the strokes."""
    found: list[_Cluster] = []
    for piece in pieces:
        one = _Cluster(piece.start, piece.end, [piece], [])
        if found and found[-1].end >= piece.start:
            found[-1].join(one)
        else:
            found.append(one)
    for stroke in strokes:
        met = [] if stroke.move else [one for one in found if one.meets(stroke)]
        for one in met[1:]:
            met[0].join(one)
            found.remove(one)
        if met:
            met[0].take(stroke)
    return found


def _written(text: str, start: int, end: int, puts: Iterable[tuple[int, int, str]]) -> str:
    """Return a stretch of a text with others put in place of parts of it."""
    parts: list[str] = []
    at = start
    for begin, stop, words in sorted(puts, key=lambda put: put[:2]):
        parts += [text[at:begin], words]
        at = max(at, stop)
    return "".join([*parts, text[at:end]])


def _shifted(offset: int, last: Piece | None) -> int:
    """Return a place of the sent file in the text as it is here, by the last of our changes that begins before it."""
    if last is None:
        return offset
    if offset < last.end:
        return last.base + min(offset - last.start, len(last.was))
    return last.base_end + offset - last.end


def _touches(stroke: Stroke, piece: Piece) -> bool:
    """Tell whether a stroke changes something inside one of our changes."""
    within = piece.start < stroke.start == stroke.end < piece.end
    return within or min(stroke.end, piece.end) > max(stroke.start, piece.start)


def _is_open(piece: Piece, made: Strokes) -> bool:
    return _outcome(made.tally, piece) is Outcome.TRACKED and not any(_touches(one, piece) for one in made.strokes)


def _outcome(tally: Tally, piece: Piece) -> Outcome:
    counted = tally.outcomes.get((piece.leaf, piece.span, piece.change))
    return counted.most_common(1)[0][0] if counted else Outcome.TRACKED
