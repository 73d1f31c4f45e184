"""Everything to decide as one list: what to look at first, where they differ, where they agree, the rest, the done."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from carfacilitator.document.items import ItemKind
from carfacilitator.services.combined_rows import CombinedReview, EditRow, RemarkRow

_DIFFERING = frozenset({ItemKind.CONFLICT, ItemKind.DELETED_EDITED, ItemKind.BOTH_INSERT})


class Section(StrEnum):
    """The parts of the list, in their order."""

    FIRST = "Look at first"
    DIFFER = "They differ"
    AGREE = "They agree"
    ONE = "One person’s edit"
    REMARKS = "Remarks"
    DECIDED = "Decided"


class Show(StrEnum):
    """What the list is narrowed to, besides the name of a person."""

    ALL = "everything"
    UNDECIDED = "undecided"
    EDITS = "edits"
    REMARKS = "remarks"


@dataclass(frozen=True)
class Entry:
    """An edit, or a remark with those that say the same; `number` is its place among all, counted from 1."""

    number: int
    section: Section
    edit: EditRow | None = None
    remarks: tuple[RemarkRow, ...] = ()

    @property
    def id(self) -> str:
        """Return what the list calls it."""
        return self.edit.key if self.edit is not None else str(self.remarks[0].id)

    @property
    def remark(self) -> RemarkRow | None:
        """Return the remark to answer: of those that say the same the first that is still open."""
        open_ones = [remark for remark in self.remarks if remark.verdict is None]
        return next(iter(open_ones or self.remarks), None)

    @property
    def decided(self) -> bool:
        """Tell whether nothing is left to decide about it."""
        if self.edit is not None:
            return self.edit.decision is not None
        return all(remark.verdict is not None for remark in self.remarks)

    @property
    def people(self) -> tuple[str, ...]:
        """Return whose it is."""
        if self.edit is not None:
            return self.edit.people
        return tuple(dict.fromkeys(remark.person for remark in self.remarks))


def entries_of(review: CombinedReview) -> list[Entry]:
    """Return all there is to decide, undecided things first; the numbers stay whatever is decided."""
    asked = [*_edits(review), *_remarks(review)]
    order = list(Section)
    asked.sort(key=lambda one: order.index(one[0]))
    numbered = [Entry(number, *one) for number, one in enumerate(asked, 1)]
    done = [Entry(one.number, Section.DECIDED, one.edit, one.remarks) for one in numbered if one.decided]
    return [*(one for one in numbered if not one.decided), *done]


def narrowed(entries: Iterable[Entry], show: str) -> list[Entry]:
    """Return the entries that are asked for: by what they are, or of one person."""
    wanted = _WAYS.get(show)
    return [one for one in entries if (wanted(one) if wanted else show in one.people)]


_WAYS: dict[str, Callable[[Entry], bool]] = {
    Show.ALL: lambda _: True,
    Show.UNDECIDED: lambda one: not one.decided,
    Show.EDITS: lambda one: one.edit is not None,
    Show.REMARKS: lambda one: one.edit is None,
}


def next_open(entries: Sequence[Entry], after: int) -> Entry | None:
    """Return the first undecided entry behind a number, or else the first of all."""
    waiting = sorted((one for one in entries if not one.decided), key=lambda one: one.number)
    return next((one for one in waiting if one.number > after), waiting[0] if waiting else None)


def found(entries: Iterable[Entry], review: CombinedReview, id_: str) -> Entry | None:
    """Return the entry of an edit's key, of a remark, or the first open one of an answer."""
    whose = {str(voice.return_id): voice.person for voice in review.voices}.get(id_)
    for one in entries:
        if id_ == one.id or id_ in {str(remark.id) for remark in one.remarks}:
            return one
        if whose is not None and whose in one.people and not one.decided:
            return one
    return None


class Counts(NamedTuple):
    """What an answer brought; `silent` of the edits were not tracked."""

    remarks: int
    edits: int
    silent: int


def counts_of(review: CombinedReview) -> dict[str, Counts]:
    """Return by return what it brought."""
    remarks = Counter(str(remark.return_id) for remark in review.remarks)
    edits, silent = Counter[str](), Counter[str]()
    voices = [str(voice.return_id) for voice in review.voices]
    for edit in review.edits:
        for alternative, wording in zip(edit.item.alternatives, edit.wordings, strict=True):
            names = [voices[number] for number in alternative.reviewers]
            edits.update(names)
            silent.update(() if wording.tracked else names)
    return {name: Counts(remarks[name], edits[name], silent[name]) for name in voices}


def _edits(review: CombinedReview) -> Iterator[tuple[Section, EditRow, tuple[RemarkRow, ...]]]:
    for edit in review.edits:
        yield section_of(edit), edit, ()


def _remarks(review: CombinedReview) -> Iterator[tuple[Section, None, tuple[RemarkRow, ...]]]:
    for remark in review.remarks:
        if remark.same_as is None:
            alike = tuple(other for other in review.remarks if other.same_as == remark.id)
            yield Section.REMARKS, None, (remark, *alike)


def section_of(edit: EditRow) -> Section:
    """Return where an edit stands while it is undecided."""
    if edit.silent:
        return Section.FIRST
    if edit.kind in _DIFFERING:
        return Section.DIFFER
    return Section.AGREE if len(edit.people) > 1 else Section.ONE
