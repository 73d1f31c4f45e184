"""A redline: the newer draft's own file, in which every difference from the older stands as a tracked change.

Accepting all gives the newer final text, rejecting all the older. A moved paragraph is deleted where it was and
inserted where it is, for Word, LibreOffice and Google Docs treat moves too differently.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from itertools import pairwise

from lxml import etree

from carfacilitator.document.blocks import Document, Story
from carfacilitator.document.comparison import Comparison, compare
from carfacilitator.document.rows import Row, RowKind
from carfacilitator.word.deletions import Deletions
from carfacilitator.word.edits import Deleted, Inserted, MarkDeleted, MarkInserted, edits_of
from carfacilitator.word.elements import remove
from carfacilitator.word.inline import RUN, TEXT
from carfacilitator.word.joining import SECTION, following_paragraph, preceding_paragraph
from carfacilitator.word.names import Element, W
from carfacilitator.word.objects import BOX
from carfacilitator.word.outcomes import outcome
from carfacilitator.word.package import Package, open_package
from carfacilitator.word.patch import PartText
from carfacilitator.word.places import Places
from carfacilitator.word.proof import ProofError, proved
from carfacilitator.word.reader import read_package
from carfacilitator.word.revisions import settle_package
from carfacilitator.word.settling import Verdict
from carfacilitator.word.tracker import Tracker, split_before
from carfacilitator.word.tracking import WRAPPERS
from carfacilitator.word.views import settled

Compare = Callable[[Document, Document], Comparison]
_MARKED_STORIES = (Story.BODY, Story.TEXT_BOX, Story.FOOTNOTE, Story.ENDNOTE)
_ROW = W + "tr"
_PLACE = "place"  # stands where words were deleted until they are written


def redline(old: Document, new: bytes, *, author: str, when: datetime, comparing: Compare = compare) -> bytes:
    """Return the newer file with its differences from the older document as changes of `author`, at local time `when`.

    Changes that were tracked in either are accepted first.

    Raises:
        UnreadableFileError: the newer file cannot be read.
        ProofError: accepting all changes would not give the newer draft.
    """
    package = open_package(new)
    settle_package(package)
    after = mark_differences(package, old, author=author, when=when, comparing=comparing)
    return proved(package.to_bytes(), partial(_check, after))


def mark_differences(
    package: Package, old: Document, *, author: str, when: datetime, comparing: Compare = compare
) -> Document:
    """Write a file's differences from an older document into it; return what a reader found in it before.

    The file must have no tracked changes of its own; nothing is proved yet.
    """
    before, after = settled(old), read_package(package)
    comparison = comparing(before, after)
    places = Places(package, after)
    tracker = Tracker(package.tree(package.main), author, when)
    writer = _Redline(_Drafts(before, after, comparison), places, tracker)
    paired = writer.write_rows()
    Deletions(package, before, places, tracker).write(paired)
    writer.take_back_ends()
    for part in writer.touched | {package.main}:
        package.touch(part)
    return after


def _check(wanted: Document, found: Document) -> None:
    """Compare what accepting all changes gives with the newer draft."""
    if outcome(found, {}, Verdict.ACCEPT) != outcome(wanted, {}):
        raise ProofError("the text", "redline")


@dataclass(frozen=True, slots=True)
class _Drafts:
    """Two drafts without changes of their own, and what became of the one in the other."""

    before: Document
    after: Document
    comparison: Comparison


class _Redline:
    """Writes the changes that lie in the newer draft's own paragraphs."""

    def __init__(self, drafts: _Drafts, places: Places, tracker: Tracker) -> None:
        self._drafts = drafts
        self._places = places
        self._tracker = tracker
        self._old = drafts.before.texts()
        self._new = drafts.after.texts()
        self._stories = [leaf.block.story for leaf in drafts.after.leaves()]
        self._old_places = [(leaf.path, leaf.block.story) for leaf in drafts.before.leaves()]
        self._ends: list[Element] = []  # new paragraphs that nothing follows
        self.touched: set[str] = set()

    def write_rows(self) -> dict[int, int]:
        """Mark what changed inside paragraphs, and those that are new; return which old leaf lives on in which new.

        The pairs ascend on both sides: a row that is out of order counts as moved.
        """
        paired: dict[int, int] = {}
        fresh: set[int] = set()
        reached = -1
        for row in self._drafts.comparison.rows:
            if row.old and row.new and min(row.old) > reached and row.kind is not RowKind.MOVED and self._is_one(row):
                reached = max(row.old)
                paired.update(dict.fromkeys(row.old, row.new[-1]))
                self._edit(row)
            else:
                fresh.update(row.new)
        for leaf in sorted(fresh):
            self._insert(leaf)
        self._insert_holders(fresh)
        return paired

    def take_back_ends(self) -> None:
        """Let every new paragraph at the end of the text, of a cell or of a box go when all changes are rejected.

        Its own mark cannot: Word keeps a last one always. It marks the one before instead, and so do we.
        """
        for paragraph in self._ends:
            before = preceding_paragraph(paragraph)
            while before is not None and self._tracker.is_mark_inserted(before):
                before = preceding_paragraph(before)
            if before is not None and before.find(SECTION) is None:
                self._tracker.insert_mark(before)

    def _is_one(self, row: Row) -> bool:
        """Tell whether the paragraphs of a row follow one another on both sides, so that they can be joined."""
        elements = [self._places.paragraph(leaf) for leaf in row.new]
        if len({self._old_places[leaf] for leaf in row.old}) > 1:  # into or out of a cell, a box, a note
            return False
        if None in elements or not all(two == one + 1 for side in (row.old, row.new) for one, two in pairwise(side)):
            return False
        return all(following_paragraph(one) is two for one, two in pairwise(elements) if one is not None)

    def _edit(self, row: Row) -> None:
        old, new = [self._old[index] for index in row.old], [self._new[index] for index in row.new]
        if old == new:
            return
        edits = edits_of(self._drafts.comparison.words(row), old, new)
        paragraphs = [self._paragraph(leaf) for leaf in row.new]
        text = self._places.text(row.new[0])
        deletions = [edit for edit in edits if isinstance(edit, Deleted | MarkDeleted)]
        held = [(edit, _hold_place(text, paragraphs[edit.paragraph], edit.at)) for edit in deletions]
        for edit in edits:
            if isinstance(edit, Inserted):
                self._tracker.insert(text.runs_between(paragraphs[edit.paragraph], edit.start, edit.end))
            elif isinstance(edit, MarkInserted):
                self._tracker.insert_mark(paragraphs[edit.paragraph])
        for edit, place in held:
            self._delete(edit, place, paragraphs[edit.paragraph])

    def _delete(self, edit: Deleted | MarkDeleted, place: Element, paragraph: Element) -> None:
        if isinstance(edit, MarkDeleted):
            self._tracker.delete_mark(split_before(paragraph, place))
        else:
            words = self._tracker.deleted(edit.text, like=_neighbour(place))
            if words is not None:
                place.addprevious(words)
        remove(place)

    def _insert(self, leaf: int) -> None:
        if self._stories[leaf] not in _MARKED_STORIES or self._places.paragraph(leaf) is None:
            return
        paragraph = self._paragraph(leaf)
        self._tracker.insert(self._places.text(leaf).runs(paragraph))
        if following_paragraph(paragraph) is None:
            self._ends.append(paragraph)
        else:
            self._tracker.insert_mark(paragraph)

    def _insert_holders(self, fresh: set[int]) -> None:
        """Mark the rows of tables and the text boxes in which all is new."""
        leaves_of: dict[Element, list[int]] = {}
        for leaf in range(len(self._new)):
            paragraph = self._places.paragraph(leaf)
            for holder in () if paragraph is None else paragraph.iterancestors(_ROW, BOX):
                leaves_of.setdefault(holder, []).append(leaf)
        for holder, leaves in leaves_of.items():
            if not fresh.issuperset(leaves):
                continue
            if holder.tag == _ROW:
                self._tracker.insert_row(holder)
            else:
                self._tracker.insert(_run_of_its_own(holder))

    def _paragraph(self, leaf: int) -> Element:
        found = self._places.paragraph(leaf)
        if found is None:
            raise LookupError("a leaf without a paragraph of the file")
        self.touched.add(self._places.part(leaf))
        return found


def _hold_place(text: PartText, paragraph: Element, at: int) -> Element:
    """Put an element, which is no text, before a character, so that changes around it do not lose the place."""
    place = etree.Element(_PLACE)
    text.put_before(paragraph, at, place)
    return place


def _run_of_its_own(box: Element) -> list[Element]:
    """Return the run that holds a text box and no words besides, if it is not marked yet."""
    run = next(box.iterancestors(RUN), None)
    if run is None or run.find(TEXT) is not None or next(run.iterancestors(), box).tag in WRAPPERS:
        return []
    return [run]


def _neighbour(place: Element) -> Element | None:
    """Return the run right after a place or, failing that, right before it."""
    for sibling in (place.getnext(), place.getprevious()):
        run = sibling if sibling is None or sibling.tag not in WRAPPERS else next(iter(sibling), None)
        if run is not None and run.tag == RUN:
            return run
    return None
