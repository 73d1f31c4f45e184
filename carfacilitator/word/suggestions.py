"""Changes that somebody suggests in a file's text, written as tracked changes word by word, whatever they fall into."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple

from carfacilitator.document.blocks import OBJECT, Anchor, Block, Document, Leaf, RevisionKind
from carfacilitator.document.comparison import compare_texts
from carfacilitator.word.elements import remove
from carfacilitator.word.field_runs import with_whole_fields
from carfacilitator.word.identifiers import Numbers
from carfacilitator.word.joining import following_paragraph
from carfacilitator.word.names import Element
from carfacilitator.word.package import Package
from carfacilitator.word.patch import PARAGRAPH, TRACKED_NUMBERS, PartText, plain_text
from carfacilitator.word.seams import open_seam
from carfacilitator.word.tracker import Tracker, split_before
from carfacilitator.word.tracking import DELETED

_SOME_WORDS = 2  # in fewer there is nothing to compare


@dataclass(frozen=True, kw_only=True)
class Suggestion:
    """A passage of the final text, and the words that somebody would rather have there ('' to delete it).

    Several paragraphs of words part the paragraph that they are put into; a passage over several paragraphs joins
    them. So a new paragraph after a leaf is `("", "words")` at its end, and a leaf is deleted from its beginning to
    that of the next. `when` is what the author's clock showed.
    """

    anchor: Anchor
    paragraphs: tuple[str, ...] = ("",)
    author: str
    when: datetime


class _Insertion(NamedTuple):
    leaf: int
    at: int
    paragraphs: tuple[str, ...]
    suggestion: Suggestion


class _Deletion(NamedTuple):
    leaf: int
    start: int
    end: int
    with_mark: bool
    suggestion: Suggestion


@dataclass(slots=True)
class _Part:
    """One part of the file as suggestions are written into it."""

    root: Element
    text: PartText
    numbers: Numbers
    trackers: dict[tuple[str, datetime], Tracker] = field(default_factory=dict)

    def tracker(self, suggestion: Suggestion) -> Tracker:
        who = suggestion.author, suggestion.when
        if who not in self.trackers:
            self.trackers[who] = Tracker(self.root, *who, self.numbers)
        return self.trackers[who]


def suggest(package: Package, document: Document, suggestions: Sequence[Suggestion]) -> None:
    """Write suggestions into the text of a package, from which the document was read.

    All offsets count the final text as it was read, however the suggestions overlap; at one place they stand in the
    order given. One on what has no paragraph of the file, or stands in a deleted row, is left out.
    """
    leaves = document.leaves()
    by_part: dict[str, list[_Insertion | _Deletion]] = {}
    for suggestion in suggestions:
        for step in _steps(suggestion, leaves):
            source = leaves[step.leaf].block.source
            if source is not None:
                by_part.setdefault(source.part, []).append(step)
    for part, steps in by_part.items():
        _Writing(package.tree(part), leaves).write(steps)
        package.touch(part)


def expected_texts(document: Document, suggestions: Sequence[Suggestion]) -> list[str]:
    """Return the final text of each leaf with the suggestions in it; new paragraphs count to the leaf they part."""
    leaves = document.leaves()
    texts = [leaf.block.text() for leaf in leaves]
    by_leaf: dict[int, list[_Insertion | _Deletion]] = {}
    for suggestion in suggestions:
        for step in _steps(suggestion, leaves):
            by_leaf.setdefault(step.leaf, []).append(step)
    for leaf, steps in by_leaf.items():
        texts[leaf] = _with_steps(texts[leaf], steps)
    return texts


def _with_steps(text: str, steps: Iterable[_Insertion | _Deletion]) -> str:
    gone: set[int] = set()
    come: dict[int, str] = {}
    for step in steps:
        if isinstance(step, _Deletion):
            gone.update(range(step.start, step.end))
        else:
            come[step.at] = come.get(step.at, "") + plain_text("".join(step.paragraphs))
    kept = (come.get(at, "") + ("" if at in gone else text[at : at + 1]) for at in range(len(text) + 1))
    return "".join(kept)


class _Writing:
    """Writes the steps of suggestions into one part: first everything is found, then everything is changed."""

    def __init__(self, root: Element, leaves: Sequence[Leaf]) -> None:
        self._root = root
        self._leaves = leaves
        self._part = _part_of(root)
        self._seams: dict[tuple[int, int], tuple[Element, Element | None]] = {}

    def write(self, steps: Sequence[_Insertion | _Deletion]) -> None:
        self._cut(steps)
        insertions = [step for step in steps if isinstance(step, _Insertion)]
        deletions = [step for step in steps if isinstance(step, _Deletion)]
        runs = [self._runs(deletion) for deletion in deletions]
        paragraphs = [self._paragraph(deletion.leaf) for deletion in deletions]
        for insertion in insertions:
            self._seam(insertion.leaf, insertion.at)
        for deletion, going in zip(deletions, runs, strict=True):
            self._part.tracker(deletion.suggestion).delete(run for run in going if not _is_deleted(run))
        for insertion in insertions:
            self._insert(insertion)
        for deletion, paragraph in zip(deletions, paragraphs, strict=True):
            if deletion.with_mark and following_paragraph(paragraph) is not None:
                self._part.tracker(deletion.suggestion).delete_mark(paragraph)
        for seam, _ in self._seams.values():
            remove(seam)

    def _cut(self, steps: Sequence[_Insertion | _Deletion]) -> None:
        """Let runs begin wherever a step does or ends."""
        for step in steps:
            for at in (step.at,) if isinstance(step, _Insertion) else (step.start, step.end):
                self._part.text.cut(self._paragraph(step.leaf), at)
        self._part.text = PartText(self._root, self._part.numbers)  # which knows what was cut

    def _paragraph(self, leaf: int) -> Element:
        source = self._leaves[leaf].block.source
        if source is None:
            raise LookupError("a leaf without a paragraph of the file")
        return self._part.text.paragraph(source)

    def _runs(self, step: _Deletion) -> list[Element]:
        paragraph = self._paragraph(step.leaf)
        units = self._part.text.units(paragraph)
        within = (unit for unit in units if step.start <= unit.start and unit.end <= step.end)
        runs = [unit.element for unit in within if unit.has_text]  # text boxes stay where they hang
        return with_whole_fields(paragraph, runs)

    def _seam(self, leaf: int, at: int) -> tuple[Element, Element | None]:
        if (leaf, at) not in self._seams:
            paragraph = self._paragraph(leaf)
            self._seams[leaf, at] = open_seam(paragraph, self._part.text.units(paragraph), at, self._part.numbers)
        return self._seams[leaf, at]

    def _insert(self, step: _Insertion) -> None:
        seam, like = self._seam(step.leaf, step.at)
        tracker = self._part.tracker(step.suggestion)
        for number, words in enumerate(step.paragraphs):
            if number:
                tracker.insert_mark(split_before(next(seam.iterancestors(PARAGRAPH)), seam))
            if words:
                seam.addprevious(tracker.inserted(words, like))


def _part_of(root: Element) -> _Part:
    numbers = Numbers(root, *TRACKED_NUMBERS)
    return _Part(root, PartText(root, numbers), numbers)


def _is_deleted(run: Element) -> bool:
    return next(run.iterancestors(*DELETED), None) is not None


def _steps(suggestion: Suggestion, leaves: Sequence[Leaf]) -> Iterator[_Insertion | _Deletion]:
    """Yield what must be done, in single paragraphs: word by word where one paragraph's words replace others."""
    return (step for step in _all_steps(suggestion, leaves) if not _is_in_deleted_row(leaves[step.leaf].block))


def _is_in_deleted_row(block: Block) -> bool:
    return any(change.kind is RevisionKind.ROW and not change.arrives for change in block.revisions)


def _all_steps(suggestion: Suggestion, leaves: Sequence[Leaf]) -> Iterator[_Insertion | _Deletion]:
    anchor = suggestion.anchor
    if anchor.first == anchor.last and len(suggestion.paragraphs) == 1:
        old = leaves[anchor.first].block.text()[anchor.start : anchor.end]
        yield from _word_by_word(old, suggestion)
        return
    for leaf in range(anchor.first, anchor.last + 1):
        length = len(leaves[leaf].block.text())
        start, end = anchor.start if leaf == anchor.first else 0, anchor.end if leaf == anchor.last else length
        yield _Deletion(leaf, start, end, leaf < anchor.last, suggestion)
    if suggestion.paragraphs != ("",):
        words = tuple(one.replace(OBJECT, "") for one in suggestion.paragraphs)  # which no words can bring
        yield _Insertion(anchor.last, anchor.end, words, suggestion)


def _word_by_word(old: str, suggestion: Suggestion) -> Iterator[_Insertion | _Deletion]:
    leaf, at = suggestion.anchor.first, suggestion.anchor.start
    for before, after in _pairs(old, suggestion.paragraphs[0]):
        if before != after and before:
            yield _Deletion(leaf, at, at + len(before), with_mark=False, suggestion=suggestion)
        at += len(before)
        words = after.replace(OBJECT, "")
        if before != after and words:
            yield _Insertion(leaf, at, (words,), suggestion)


def _pairs(old: str, new: str) -> Iterable[tuple[str, str]]:
    """Return the words of two texts side by side, deleted ones before those that replace them."""
    if len(old.split()) < _SOME_WORDS or len(new.split()) < _SOME_WORDS:
        return [(old, new)] if old != new else []
    comparison = compare_texts([old], [new])
    if len(comparison.rows) != 1:
        return [(old, new)]
    return [(piece.before, piece.after) for piece in comparison.words(comparison.rows[0])]
