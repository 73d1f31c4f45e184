"""Parts a document's record into what a draft has alone and blocks that drafts share, and puts it together again."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import repeat
from typing import Any

from carfacilitator.document.records import FORMAT, from_record

Record = dict[str, Any]
Place = list[Any]  # of a block in its file: its id and, for a paragraph, the part and the number of its source
_NUMBERED = re.compile(r"(.*?)(0|[1-9]\d*)")  # an id that goes on by counting

_OWN = {"id", "source"}  # what differs from draft to draft though the words are the same


def part(record: Mapping[str, Any]) -> tuple[Record, list[Record]]:
    """Return a record's frame (everything but its blocks, and where those stand), and its blocks without their places.

    A block that is the same in two drafts, wherever it stands, is the same here.
    """
    places: list[Place] = []
    blocks = [_without_places(block, places) for block in record.get("blocks", ())]
    frame = {name: value for name, value in record.items() if name != "blocks"}
    return {**frame, "places": _runs(places)}, blocks


def join(frame: Mapping[str, Any], blocks: Iterable[Mapping[str, Any]]) -> Record:
    """Return the record that `part` was given."""
    rest = {name: value for name, value in frame.items() if name != "places"}
    places = _each(frame.get("places", ()))
    whole = [_with_places(block, places) for block in blocks]
    return {**rest, "blocks": whole} if whole else rest


def words_of(block: Mapping[str, Any]) -> str:
    """Return the final text of a block that `part` gave, one line to each paragraph inside it."""
    record = {"format": FORMAT, "blocks": [_with_places(block, repeat([""]))]}
    return "\n".join(from_record(record).texts())


def leaves_in(block: Mapping[str, Any]) -> int:
    """Return how many leaves a block that `part` gave holds."""
    record = {"format": FORMAT, "blocks": [_with_places(block, repeat([""]))]}
    return len(from_record(record).leaves())


def _runs(places: Iterable[Place]) -> list[Place]:
    """Return places with those that count on from the one before told as one, with how many they are at its end."""
    runs: list[Place] = []
    count, expected = 0, None
    for place in places:
        if expected is not None and place == expected:
            count += 1
            runs[-1][3:] = [count]
        else:
            runs.append(list(place))
            count = 1
        expected = _next(place)
    return runs


def _each(runs: Iterable[Place]) -> Iterator[Place]:
    """Return every place of what `_runs` gave."""
    for run in runs:
        place = run[:3]
        yield place
        for _ in range(1, run[3] if len(run) > len(place) else 1):
            place = _next(place) or place
            yield place


def _next(place: Place) -> Place | None:
    """Return the place that counts on from this one, or None if it does not count."""
    numbered = _NUMBERED.fullmatch(place[0])
    if numbered is None or len(place) == 1:
        return None
    return [f"{numbered[1]}{int(numbered[2]) + 1}", place[1], place[2] + 1]


def _without_places(block: Mapping[str, Any], places: list[Place]) -> Record:
    places.append([block["id"], *(block["source"].values() if "source" in block else ())])
    plain = {name: value for name, value in block.items() if name not in _OWN}
    return _each_inside(plain, lambda inner: _without_places(inner, places))


def _with_places(block: Mapping[str, Any], places: Iterator[Place]) -> Record:
    identifier, *source = next(places)
    own: Record = {"id": identifier}
    if source:
        own["source"] = {"part": source[0], "paragraph": source[1]}
    return _each_inside({**own, **block}, lambda inner: _with_places(inner, places))


def _each_inside(block: Record, change: Callable[[Record], Record]) -> Record:
    if "rows" in block:
        block["rows"] = [[[change(inner) for inner in cell] for cell in row] for row in block["rows"]]
    if "blocks" in block:
        block["blocks"] = [change(inner) for inner in block["blocks"]]
    return block
