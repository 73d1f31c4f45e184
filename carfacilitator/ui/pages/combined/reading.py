"""An edit as it is read: the paragraph that was sent, each wording marked against it, and how it would read."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from carfacilitator.document.combining import Choice, decided
from carfacilitator.document.comparison import compare_texts
from carfacilitator.document.rows import Piece
from carfacilitator.document.sections import places
from carfacilitator.services.combined_rows import CombinedReview, EditRow, Wording
from carfacilitator.services.results import choices_of
from carfacilitator.ui.widgets.sheet_runs import JOINT, SENTENCE_END, Mark, Run

Runs = tuple[Run, ...]
_LEFT_OUT = "[…]"


@dataclass(frozen=True)
class Sent:
    """The paragraphs that an edit touches, as they were sent.

    The passage lies from `start` to `end` in `text`, which begins at `base` of the draft's flat text; `leaf` is the
    first paragraph's.
    """

    place: str
    leaf: int
    base: int
    text: str
    start: int
    end: int

    @property
    def close(self) -> int:
        """Return the offset behind it in the draft's flat text."""
        return self.base + len(self.text)


@dataclass(frozen=True)
class Reading:
    """How one wording reads beside what was sent; of a passage that moves, `goes` is the place, `there` the words."""

    runs: Runs
    goes: str = ""
    there: Runs = ()


def as_sent(review: CombinedReview, edit: EditRow) -> Sent:
    """Return what an edit is about."""
    return _sent(review, edit.item.start, edit.item.end)


def reading(review: CombinedReview, edit: EditRow, wording: Wording) -> Reading:
    """Return a wording with its marks, in the sentences that it stands in."""
    sent = as_sent(review, edit)
    if wording.moves_to is None:
        return Reading(_clipped(sent, compared(edit.base_text, wording.text)))
    there = _sent(review, wording.moves_to, wording.moves_to)
    leaving = (Run(edit.base_text, None, Mark.MOVED),)
    arriving = tuple(
        replace(run, mark=Mark.MOVED) if run.mark is Mark.PLAIN else run
        for run in compared(edit.base_text, wording.text)
    )
    return Reading(_clipped(sent, leaving), there.place, _clipped(there, arriving))


def will_read(review: CombinedReview, edit: EditRow, choice: Choice) -> Runs:
    """Return the paragraph with this choice and what else was decided in it, its new words marked.

    Of a passage that moves it is also the paragraph that it goes to.
    """
    sent = as_sent(review, edit)
    wording = edit.wordings[choice] if isinstance(choice, int) else None
    goes = wording.moves_to if wording else None
    if wording is None or goes is None or sent.base <= goes <= sent.close:
        return _as_it_becomes(sent.text, _with_choices(review, edit, sent, choice))
    there = _sent(review, goes, goes)
    begins, ends = Run(f"\n{_LEFT_OUT}\n{there.text[: there.start]}"), Run(there.text[there.start :])
    left = _as_it_becomes(sent.text, _with_choices(review, edit, sent, ""))
    return tuple(_placed((*left, begins, Run(wording.text, mark=Mark.MOVED), ends)))


def _as_it_becomes(before: str, after: str) -> Runs:
    """Return a text with what is new in it marked, and nothing of what was taken out."""
    return tuple(_placed([run for run in compared(before, after) if run.mark is not Mark.CUT]))


def _with_choices(review: CombinedReview, edit: EditRow, sent: Sent, choice: Choice) -> str:
    """Return a paragraph with what was decided in it, if nothing of that takes words out of it or brings some there."""
    made = {**choices_of(review), edit.item.id: choice}
    inside = {
        item.id: made[item.id]
        for item in review.combination.items
        if item.id in made and sent.base <= item.start <= item.end <= sent.close and _stays(item.id, edit, item.moves)
    }
    whole = decided(review.combination, inside)
    return whole[sent.base : len(whole) - (len(review.combination.flat.text) - sent.close)]


def _stays(item_id: str, edit: EditRow, moves: bool) -> bool:  # noqa: FBT001  what the item says of itself
    return item_id == edit.item.id or not moves


def _sent(review: CombinedReview, start: int, end: int) -> Sent:
    flat, texts = review.combination.flat, review.document.texts()
    anchor = flat.anchor(start, end)
    last = anchor.last - 1 if anchor.last > anchor.first and anchor.end == 0 and anchor.start == 0 else anchor.last
    text = "\n".join(texts[anchor.first : last + 1])
    base = flat.offset(anchor.first, 0)
    place = places(review.document)[anchor.first].words
    return Sent(place, anchor.first, base, text, start - base, min(end - base, len(text)))


def compared(before: str, after: str) -> Runs:
    """Return one text marked against another, word by word where they are alike."""
    rows = compare_texts([before], [after])
    alike = len(rows.rows) == 1 and bool(before.strip()) and bool(after.strip())
    pieces: Sequence[Piece] = rows.words(rows.rows[0]) if alike else _swapped(before, after)
    return tuple(_run(piece) for piece in pieces)


def _swapped(before: str, after: str) -> list[Piece]:
    return [piece for piece in (Piece("-", before), Piece("+", after)) if piece.text]


def _run(piece: Piece) -> Run:
    if piece.op == "-":
        return Run(piece.text.replace("\n", JOINT), None, Mark.CUT)
    return Run(piece.after, None, Mark.NEW if piece.op == "+" else Mark.PLAIN)


def sentences_around(sent: Sent) -> tuple[int, int]:
    """Return where the sentences begin and end that hold a passage, in the paragraph's text."""
    begins = [match.end() for match in SENTENCE_END.finditer(sent.text, 0, sent.start)]
    ends = (match.end() for match in SENTENCE_END.finditer(sent.text, sent.end))
    worded = (end for end in ends if sent.text[sent.end : end].strip() or sent.start < sent.end)
    return (begins[-1] if begins else 0), next(worded, len(sent.text))


def shortened(sent: Sent) -> Sent:
    """Return a paragraph with only the sentences that hold its passage, dots standing for the others."""
    begins, ends = sentences_around(sent)
    before, after = f"{_LEFT_OUT} " if begins else "", f" {_LEFT_OUT}" if sent.text[ends:].strip() else ""
    words = sent.text[begins:ends].rstrip()
    shift = len(before) - begins
    end = min(sent.end + shift, len(before) + len(words))
    return replace(sent, text=f"{before}{words}{after}", start=min(sent.start + shift, end), end=end)


def _clipped(sent: Sent, inner: Runs) -> Runs:
    """Return runs between what stands around them in their sentences."""
    begins, ends = sentences_around(sent)
    return tuple(_placed((Run(sent.text[begins : sent.start]), *inner, Run(sent.text[sent.end : ends]))))


def _placed(runs: Sequence[Run]) -> Iterator[Run]:
    """Yield runs with the offsets that those have which stay or are new."""
    offset = 0
    for run in runs:
        if not run.text:
            continue
        stands = run.mark is not Mark.CUT
        yield replace(run, start=offset if stands else None)
        offset += len(run.text) if stands else 0
