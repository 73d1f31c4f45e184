"""What a reviewer proposes: the strokes of one returned file as edits of whole words, and moves."""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from rapidfuzz import fuzz

from carfacilitator.document.comparison import compare_texts
from carfacilitator.document.strokes import How, Stroke

_ALIKE = 60  # per cent: what was cut and put in are one passage if a reviewer's program or the comparison says so
_SURELY_ALIKE = 90  # and this much if nobody says it
_MOVABLE = 24  # characters; less is not said to have moved unless the file says so
_LONG = 40  # characters; a longer rewriting is looked at word by word
_KEPT = 0.4  # of the words of a rewriting; below that it is one


@dataclass(frozen=True, slots=True)
class Edit:
    """Words to cut and to put in at one place of the flat final text that was sent, by one reviewer."""

    reviewer: int
    start: int
    end: int
    text: str
    how: How
    order: int  # among all edits of this reviewer
    inside: tuple[int, int] | None = None  # where the passage stood that he moved, if it is in one


@dataclass(frozen=True, slots=True)
class Move:
    """A passage put elsewhere by one reviewer: from `start` to `end`, to before `to`; reworded, if so, as `text`."""

    reviewer: int
    start: int
    end: int
    to: int
    text: str
    how: How
    order: int


@dataclass(frozen=True)
class Proposals:
    """All that one reviewer proposes. `inner` are the edits inside passages that he has moved."""

    edits: tuple[Edit, ...]
    moves: tuple[Move, ...]
    inner: tuple[Edit, ...]


def proposals_of(reviewer: int, strokes: Sequence[Stroke], base: str) -> Proposals:
    """Return what a reviewer proposes by his strokes in the flat text `base`."""
    moves = _free_standing(list(_moves(reviewer, strokes, base)), strokes)
    ends = {id(stroke) for move in moves for stroke in move[1]}
    plain = [
        Edit(reviewer, stroke.start, stroke.end, stroke.text, stroke.how, order)
        for order, stroke in enumerate(strokes)
        if id(stroke) not in ends
    ]
    moved = tuple(move for move, _ in moves)
    inner = [edit for move in moved for edit in _inside(move, base)]
    fixed = {place for move in moved for place in (move.start, move.end, move.to)}
    return Proposals(tuple(_tidied(plain, base, fixed)), moved, tuple(inner))


_Moved = tuple[Move, tuple[Stroke, Stroke]]


def _free_standing(moves: Sequence[_Moved], strokes: Sequence[Stroke]) -> list[_Moved]:
    """Return the moves but for those that were put in the middle of other words put in: these are words put in too."""
    ends = {id(stroke) for _, both in moves for stroke in both}
    around: defaultdict[int, list[int]] = defaultdict(list)
    for order, stroke in enumerate(strokes):
        if id(stroke) not in ends:
            around[stroke.start].append(order)
            around[stroke.end].append(order)
    return [
        one
        for one in moves
        if not around[one[0].to] or not min(around[one[0].to]) < one[0].order < max(around[one[0].to])
    ]


def _moves(reviewer: int, strokes: Sequence[Stroke], base: str) -> Iterator[_Moved]:
    """Yield the moves and the two strokes of each."""
    cuts = [stroke for stroke in strokes if not stroke.text and stroke.end > stroke.start]
    free = {order: stroke for order, stroke in enumerate(strokes) if stroke.text and stroke.start == stroke.end}
    named = defaultdict(list)
    for order, stroke in free.items():
        named[stroke.move].append(order)
    for cut in cuts:
        words = base[cut.start : cut.end].strip()
        told = [order for order in named[cut.move] if cut.move and order in free]
        found = _best(words, ((order, free[order].text) for order in told), _ALIKE)
        if found is None and len(words) >= _MOVABLE:
            found = _best(words, ((order, stroke.text) for order, stroke in free.items()), _SURELY_ALIKE)
        if found is not None:
            put = free.pop(found)
            how = How.SILENT if How.SILENT in (cut.how, put.how) else put.how
            yield Move(reviewer, cut.start, cut.end, put.start, put.text, how, found), (cut, put)


def _best(words: str, offered: Iterable[tuple[int, str]], least: float) -> int | None:
    """Return which of the texts is most like some words, if it is at least so many per cent."""
    best, score = None, least
    for order, text in offered:
        if 2 * min(len(words), len(text)) < max(len(words), len(text)):
            continue
        ratio = fuzz.ratio(words, text.strip(), score_cutoff=score)
        if ratio >= score and ratio:
            best, score = order, ratio
    return best


def _inside(move: Move, base: str) -> Iterator[Edit]:
    """Yield what was reworded in a passage that moved, in the coordinates of where it was."""
    was = base[move.start : move.end]
    reworded = [
        Edit(move.reviewer, start, end, text, move.how, move.order, inside=(move.start, move.end))
        for start, end, text in _worded(was, move.text)
    ]
    for edit in _tidied(reworded, was):  # by itself: nothing of it may leave the passage
        yield replace(edit, start=move.start + edit.start, end=move.start + edit.end)


def _worded(old: str, new: str) -> Iterator[tuple[int, int, str]]:
    """Yield what differs between two texts: where in the old one, and what stands there now."""
    comparison = compare_texts([old], [new])
    if len(comparison.rows) > 1:
        yield 0, len(old), new
        return
    at = start = 0
    put: list[str] = []
    for piece in [*comparison.words(comparison.rows[0]), None]:
        kept = piece is None or (piece.op == "=" and piece.old is None)
        if kept and (put or at > start):
            yield start, at, "".join(put)
        if piece is None:
            break
        at += len(piece.before)
        if kept:
            start, put = at, []
        else:
            put.append(piece.after)


def _tidied(edits: Sequence[Edit], base: str, fixed: Container[int] = ()) -> Iterator[Edit]:
    """Yield edits of whole words, in order; what touches is one, what was rewritten in part is several.

    No edit goes beyond one of the `fixed` places, at which passages were taken out or put in.
    """
    joined = _joined(sorted(edits, key=lambda edit: (edit.start, edit.order)), base)
    small = [part for edit in joined for part in _parts(edit, base)]
    placed = [_placed(edit, base, fixed) for edit in small if base[edit.start : edit.end] != edit.text]
    yield from _whole_words(placed, base, fixed)


def _joined(edits: Iterable[Edit], base: str) -> Iterator[Edit]:
    """Yield the edits, as one those that touch; but not what stands before and after a passage put in between."""
    last: Edit | None = None
    order = 0
    for edit in edits:
        follows = last is not None and edit.start <= last.end and edit.order <= order + 1
        if last is not None and follows and not _is_paragraph_end(base, edit.start, last):
            last = replace(last, end=max(last.end, edit.end), text=last.text + edit.text, how=_how(last, edit))
        else:
            if last is not None:
                yield last
            last = edit
        order = edit.order
    if last is not None:
        yield last


def _how(*edits: Edit) -> How:
    """Return the one way in which edits were made, or of several the one that a reader must be told of."""
    hows = {edit.how for edit in edits}
    return hows.pop() if len(hows) == 1 else How.SILENT if How.SILENT in hows else How.TRACKED


def _is_paragraph_end(base: str, place: int, last: Edit) -> bool:
    """Tell whether two touching edits are two: whole paragraphs cut one after the other."""
    return last.end > last.start and not last.text and base[place - 1] == "\n"


def _parts(edit: Edit, base: str) -> Iterator[Edit]:
    """Yield a rewriting as the words that differ, if most of it stayed."""
    was = base[edit.start : edit.end]
    if min(len(was), len(edit.text)) < _LONG or fuzz.ratio(was, edit.text) < 100 * _KEPT:
        yield edit
        return
    for start, end, text in _worded(was, edit.text):
        yield replace(edit, start=edit.start + start, end=edit.start + end, text=text)


def _placed(edit: Edit, base: str, fixed: Container[int]) -> Edit:
    """Return an edit without what it leaves as it is, and at the one of its like places that all would choose."""
    start, end, text = edit.start, edit.end, edit.text
    while start < end and text and base[start] == text[0]:
        start, text = start + 1, text[1:]
    while start < end and text and base[end - 1] == text[-1]:
        end, text = end - 1, text[:-1]
    if text and start < end:
        return replace(edit, start=start, end=end, text=text)
    shift = 0 if start in fixed or end in fixed else _slide(text or base[start:end], start, base)
    text = text[-shift:] + text[:-shift] if shift else text
    return replace(edit, start=start - shift, end=end - shift, text=text)


def _slide(words: str, start: int, base: str) -> int:
    """Return by how many characters what was only cut or only put in is moved towards the beginning.

    So a space goes with the word after it, whichever of the two around a word a reviewer took.
    """
    shift = 0
    while shift < len(words) and start > shift and words[-1 - shift] == base[start - shift - 1] == " ":
        shift += 1
    return shift


def _whole_words(edits: Sequence[Edit], base: str, fixed: Container[int]) -> Iterator[Edit]:
    """Yield the edits widened to whole words; those that meet in a word are one."""
    waiting: list[Edit] = []
    reach = (0, 0)
    for edit in edits:
        wide = _widened(edit, base, fixed)
        if waiting and wide[0] < reach[1]:
            waiting.append(edit)
            reach = reach[0], max(reach[1], wide[1])
            continue
        if waiting:
            yield _rendered(waiting, reach, base)
        waiting, reach = [edit], wide
    if waiting:
        yield _rendered(waiting, reach, base)


def _widened(edit: Edit, base: str, fixed: Container[int]) -> tuple[int, int]:
    """Return the words that an edit begins and ends in."""
    start, end = edit.start, edit.end
    after = (edit.text[:1] or base[end : end + 1], base[start:end][:1])  # what stands, or stood, behind its beginning
    before = (edit.text[-1:] or base[start - 1 : start], base[start:end][-1:])
    if any(map(str.isalnum, after)):
        while start and start not in fixed and base[start - 1].isalnum():
            start -= 1
    if any(map(str.isalnum, before)):
        while end not in fixed and base[end : end + 1].isalnum():
            end += 1
    return start, end


def _rendered(edits: Sequence[Edit], reach: tuple[int, int], base: str) -> Edit:
    """Return several edits in one word as one edit of the whole word."""
    start, end = reach
    return replace(edits[0], start=start, end=end, text=rendering(edits, start, end, base), how=_how(*edits))


def rendering(edits: Iterable[Edit], start: int, end: int, base: str) -> str:
    """Return how a stretch of the base reads with some edits in it, which are in order and do not overlap."""
    texts: list[str] = []
    at = start
    for edit in edits:
        texts += [base[at : edit.start], edit.text]
        at = max(at, edit.end)
    return "".join([*texts, base[at:end]])
