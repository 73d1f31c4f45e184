"""What was done to words of an older draft that a newer one does not have: sentences as they were, and as wanted."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from carfacilitator.document.sentences import sentences
from carfacilitator.document.strokes import How, Stroke


@dataclass(frozen=True, slots=True)
class LostEdit:
    """Sentences as they were sent, and as somebody would have had them."""

    before: str
    after: str
    silent: bool


def lost_edits(text: str, strokes: Sequence[Stroke]) -> list[LostEdit]:
    """Return the strokes in a flat text sentence by sentence, in the order of the text."""
    return [_edit(text, begin, end, inside) for begin, end, inside in _together(text, strokes)]


def _together(text: str, strokes: Sequence[Stroke]) -> Iterator[tuple[int, int, list[Stroke]]]:
    """Yield from where to where strokes lie that share a sentence, and the strokes."""
    begin = end = -1
    inside: list[Stroke] = []
    for stroke in sorted(strokes, key=lambda one: (one.start, one.end)):
        first, last = _around(text, stroke)
        if inside and first < end:
            end = max(end, last)
            inside.append(stroke)
            continue
        if inside:
            yield begin, end, inside
        begin, end, inside = first, last, [stroke]
    if inside:
        yield begin, end, inside


def _around(text: str, stroke: Stroke) -> tuple[int, int]:
    """Return from where to where the sentences reach that a stroke touches, in its paragraphs."""
    start = text.rfind("\n", 0, stroke.start) + 1
    line = text.find("\n", max(stroke.start, stroke.end - 1))
    stop = len(text) if line < 0 else line
    touched = [
        (start + first, start + last)
        for first, last in sentences(text[start:stop])
        if start + first <= stroke.end and start + last >= stroke.start
    ]
    if not touched:
        return start, max(stop, stroke.end)
    return min(touched[0][0], stroke.start), max(touched[-1][1], stroke.end)


def _edit(text: str, begin: int, end: int, strokes: Sequence[Stroke]) -> LostEdit:
    parts: list[str] = []
    at = begin
    for stroke in strokes:
        parts += [text[at : stroke.start], stroke.text]
        at = max(at, stroke.end)
    after = "".join([*parts, text[at:end]])
    return LostEdit(text[begin:end].strip(), after.strip(), any(one.how is How.SILENT for one in strokes))
