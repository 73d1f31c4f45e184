"""Which runs of a paragraph make a field: its beginning, its instruction, its result and its end."""

from collections.abc import Iterator, Sequence

from carfacilitator.word.inline import RUN, TEXT
from carfacilitator.word.names import Element, W

_CHECKBOX = W + "checkBox"  # stands in the run with which the field begins, and is all that is seen of it
_CHARACTER, _KIND = W + "fldChar", W + "fldCharType"


def with_whole_fields(paragraph: Element, runs: Sequence[Element]) -> list[Element]:
    """Return runs in the order of the text, and with them all of each field whose whole result they are.

    Else a field of which nothing is left to see would come back when fields are updated.
    """
    chosen = dict.fromkeys(runs)
    for field in _fields(paragraph):
        result = [run for run in field if run.find(TEXT) is not None or next(run.iter(_CHECKBOX), None) is not None]
        if result and all(run in chosen for run in result):
            chosen.update(dict.fromkeys(field))
    if len(chosen) == len(runs):
        return list(runs)
    return [element for element in paragraph.iter() if element in chosen]


def _fields(paragraph: Element) -> Iterator[list[Element]]:
    """Yield the runs of each field that begins and ends in the paragraph, the inner ones before the outer."""
    open_fields: list[list[Element]] = []
    for run in paragraph.iter(RUN):
        kinds = [one.get(_KIND) for one in run.iter(_CHARACTER)]
        open_fields += [[] for kind in kinds if kind == "begin"]
        for field in open_fields:
            field.append(run)
        for _ in [kind for kind in kinds if kind == "end" and open_fields]:
            if open_fields:
                yield open_fields.pop()
