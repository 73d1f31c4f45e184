"""Several returned files combined into one review of the file that was sent.

Every proposal stands in the coordinates of the file that was sent, with all who want it; nothing is decided here. What
a person decides makes a new text: with all of one reviewer's proposals it is his, with none the one that was sent.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from carfacilitator.document.blocks import Document
from carfacilitator.document.flat import Flat
from carfacilitator.document.items import Alternative, Item, holds, items_of
from carfacilitator.document.later_files import last_said
from carfacilitator.document.proposals import Edit, proposals_of
from carfacilitator.document.remarks import Remark, remarks_of
from carfacilitator.document.strokes import How, Strokes, strokes_of

Choice = int | str | None  # which alternative, an own wording, or to leave the words as they were


@dataclass(frozen=True)
class Combination:
    """One review: what there is to decide, what was remarked, and what each reviewer did.

    `items` are in the order of the text; `flat` is the final text that was sent. `strokes` are file by file; in the
    items a person is the number of his last file, and `past` is what he says otherwise in a later one.
    """

    flat: Flat
    items: tuple[Item, ...]
    remarks: tuple[Remark, ...]
    strokes: tuple[Strokes, ...]
    past: tuple[Edit, ...] = ()

    def for_reading(self) -> list[Item]:
        """Return the items in the order in which a person is asked: what was done with tracking off comes first."""
        asked = [item for item in self.items if not item.within and not item.computed]
        return sorted(asked, key=lambda item: not item.silent)

    def computed(self) -> list[Item]:
        """Return what nobody is asked about: dates, page numbers and the like that a program worked out anew."""
        return [item for item in self.items if item.computed]


def combine(sent: Document, returned: Sequence[Document]) -> Combination:
    """Combine returned files into one review; a reviewer is the number of his file."""
    flat = Flat(sent.texts())
    strokes = tuple(strokes_of(sent, document) for document in returned)
    remarks = remarks_of(sent, returned, [done.stretches for done in strokes], flat)
    return combination_of(flat, strokes, remarks)


def combination_of(
    flat: Flat, strokes: Sequence[Strokes], remarks: Sequence[Remark], whose: Sequence[int] = ()
) -> Combination:
    """Return one review of what reviewers did to a flat text, in which all their strokes and remarks stand.

    `whose` tells of each file, the earliest first, which is the last one of the same person; else each has its own.
    """
    said = last_said([proposals_of(number, done.strokes, flat.text) for number, done in enumerate(strokes)], whose)
    items = tuple(items_of(said.edits, said.moves, flat.text))
    return Combination(flat, items, tuple(remarks), tuple(strokes), said.past)


def accepting(combination: Combination, reviewer: int) -> dict[str, Choice]:
    """Return the choices that accept all that one reviewer proposes, and nothing else."""
    return {
        item.id: number
        for item in combination.items
        for number, alternative in enumerate(item.alternatives)
        if reviewer in alternative.reviewers
    }


def decided(combination: Combination, choices: Mapping[str, Choice], order_of: int | None = None) -> str:
    """Return the flat text with the choices made; what is not among them stays as it was sent.

    What is decided with a moved passage needs no choice of its own. What several put in at one place comes in the order
    that it has for the reviewer `order_of`, if he wants it too.
    """
    return _Decided(combination, choices, order_of).text()


class _Written(NamedTuple):
    """A stretch of the base that reads otherwise. Of several at one place the order is that of the reviewer's file."""

    start: int
    order: int
    end: int
    text: str


class _Decided:
    """The base with every choice written in."""

    def __init__(self, combination: Combination, choices: Mapping[str, Choice], order_of: int | None) -> None:
        self._order_of = order_of
        self._base = combination.flat.text
        self._items = {item.id: item for item in combination.items}
        self._choices = choices
        self._chosen = {item.id: self._choice(item) for item in combination.items}
        self._leaving = [item for item in combination.items if item.moves and self._chosen[item.id] is not None]

    def text(self) -> str:
        """Return the whole text."""
        written: list[_Written] = []
        for item in self._items.values():
            if not any(holds(passage, item) for passage in self._leaving):
                written += self._writings(item)
        return self._render(0, len(self._base), written)

    def _choice(self, item: Item) -> Alternative | None:
        choice = self._choices.get(item.id)
        if item.within:
            return self._with_its_passage(item)
        if isinstance(choice, str):
            return Alternative((), choice, How.TRACKED, ())
        return None if choice is None else item.alternatives[choice]

    def _with_its_passage(self, item: Item) -> Alternative | None:
        choice = self._choices.get(item.within)
        if not isinstance(choice, int):
            return None
        movers = set(self._items[item.within].alternatives[choice].reviewers)
        return next((one for one in item.alternatives if movers & set(one.reviewers)), None)

    def _writings(self, item: Item) -> Iterator[_Written]:
        chosen = self._chosen[item.id]
        if chosen is None:
            return
        order = chosen.order(self._order_of)
        if chosen.to is None:
            yield _Written(item.start, order, item.end, chosen.text)
            return
        yield _Written(item.start, order, item.end, "")
        inner = [other for other in self._items.values() if holds(item, other)]
        passage = self._render(item.start, item.end, [one for other in inner for one in self._writings(other)])
        place = self._outside(chosen.to)
        yield _Written(place, order, place, passage)

    def _outside(self, place: int) -> int:
        """Return the place to put a passage: not in the middle of one that itself goes elsewhere."""
        return next((item.start for item in self._leaving if item.start < place < item.end), place)

    def _render(self, start: int, end: int, written: Iterable[_Written]) -> str:
        texts: list[str] = []
        at = start
        for one in sorted(written):
            texts += [self._base[at : one.start], one.text]
            at = max(at, one.end)
        return "".join([*texts, self._base[at:end]])
