"""Puts the marks of comments where they belong in a file; where Word takes none, at what stands for it in the text."""

from carfacilitator.document.blocks import Anchor, Document, Story
from carfacilitator.word.commenting import Marks
from carfacilitator.word.inline import RUN
from carfacilitator.word.names import Element, W
from carfacilitator.word.objects import BOX
from carfacilitator.word.package import Package
from carfacilitator.word.patch import PARAGRAPH, PartText, at_beginning

_NOTES = {W + "footnote": W + "footnoteReference", W + "endnote": W + "endnoteReference"}


class Places:
    """Where the leaves of a document stand in its file, before anything in it is moved."""

    def __init__(self, package: Package, document: Document) -> None:
        self._main = package.tree(package.main)
        self._leaves = document.leaves()
        parts = {leaf.block.source.part for leaf in self._leaves if leaf.block.source}
        self._texts = {part: PartText(package.tree(part)) for part in parts}

    def paragraph(self, leaf: int) -> Element | None:
        """Return the paragraph of a leaf, if it has one."""
        source = self._leaves[leaf].block.source
        return None if source is None else self._texts[source.part].paragraph(source)

    def part(self, leaf: int) -> str:
        """Return the name of the part that a leaf stands in."""
        source = self._leaves[leaf].block.source
        return "" if source is None else source.part

    def text(self, leaf: int) -> PartText:
        """Return the text of the part that a leaf stands in."""
        return self._texts[self.part(leaf)]

    def mark(self, anchor: Anchor | None, marks: Marks) -> None:
        """Put the marks of a thread around a passage.

        Word knows no ranges in notes, text boxes and margins: a comment on a note stands at its reference, one in a
        text box at the box, one in a header or footer (or without an anchor) at the beginning of the text. One on words
        outside any paragraph stands at the next that there is.
        """
        if anchor is not None and self._is_in_text(anchor.first):
            self._around_passage(anchor, marks)
            return
        stand_in = None if anchor is None else self._stand_in(anchor.first)
        if stand_in is not None:
            for element in marks.before:
                stand_in.addprevious(element)
            for element in reversed(marks.after):
                stand_in.addnext(element)
            return
        beginning = self._beginning_for(anchor)
        if beginning is not None:
            at_beginning(beginning, *marks.before, *marks.after)

    def _is_in_text(self, leaf: int) -> bool:
        return self._leaves[leaf].block.story is Story.BODY and self.paragraph(leaf) is not None

    def _beginning_for(self, anchor: Anchor | None) -> Element | None:
        """Return the paragraph after words that stand outside any; for all else the first of the text."""
        if anchor is not None and self._leaves[anchor.first].block.source is None:
            following = (at for at in range(anchor.first, len(self._leaves)) if self._is_in_text(at))
            found = self.paragraph(next(following, anchor.first))
            if found is not None:
                return found
        return next(self._main.iter(PARAGRAPH), None)

    def _around_passage(self, anchor: Anchor, marks: Marks) -> None:
        last, end = anchor.last, anchor.end
        if not self._is_in_text(last):
            last, end = anchor.first, len(self._leaves[anchor.first].block.text())
        # The end goes first: what is put in before it would not move it, but a run that is parted might.
        self._put(last, end, marks.after, after=True)
        if (last, end) == (anchor.first, anchor.start):
            marks.after[0].addprevious(marks.before[0])
            for before, element in zip(marks.before, marks.before[1:], strict=False):
                before.addnext(element)
        else:
            self._put(anchor.first, anchor.start, marks.before, after=False)

    def _put(self, leaf: int, offset: int, elements: tuple[Element, ...], *, after: bool) -> None:
        source = self._leaves[leaf].block.source
        if source is not None:
            text = self._texts[source.part]
            put = text.put_after if after else text.put_before
            put(text.paragraph(source), offset, *elements)

    def _stand_in(self, leaf: int) -> Element | None:
        """Return the run in the text that a note or a text box hangs on."""
        paragraph = self.paragraph(leaf)
        for holder in () if paragraph is None else paragraph.iterancestors(BOX, *_NOTES):
            found = self._reference(holder) if holder.tag in _NOTES else holder
            runs = [] if found is None else list(found.iterancestors(RUN))
            if runs and runs[-1].getroottree().getroot() is self._main:
                return runs[-1]
        return None

    def _reference(self, note: Element) -> Element | None:
        wanted = note.get(W + "id")
        references = self._main.iter(_NOTES[note.tag])
        return next((one for one in references if one.get(W + "id") == wanted), None)
