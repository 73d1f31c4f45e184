"""Puts the paragraphs that only the older draft has into a redline, as deleted ones, where they stood."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from itertools import groupby

from lxml import etree

from carfacilitator.document.blocks import Block, Document, Leaf, Story
from carfacilitator.word.joining import following_paragraph
from carfacilitator.word.names import Element, W
from carfacilitator.word.old_tables import deleted_table, tables_that_are_gone
from carfacilitator.word.package import Package
from carfacilitator.word.patch import PARAGRAPH_PROPERTIES
from carfacilitator.word.places import Places
from carfacilitator.word.styles import Styles
from carfacilitator.word.tracker import Tracker

_TABLE, _ROW, _CELL, _CELL_PROPERTIES = W + "tbl", W + "tr", W + "tc", W + "tcPr"
_SECTION = f"{PARAGRAPH_PROPERTIES}/{W}sectPr"
_STORIES = (Story.BODY, Story.TEXT_BOX)

Numbered = tuple[int, Leaf]


class Deletions:
    """Goes through the older draft in its order and puts each paragraph that is gone after the one before it."""

    def __init__(self, package: Package, old: Document, places: Places, tracker: Tracker) -> None:
        self._body = package.tree(package.main).find(W + "body")
        styles = package.related("styles")
        self._styles = Styles(None if styles is None else package.tree(styles))
        self._old = old
        self._leaves = _in_text(old)
        self._places = places
        self._tracker = tracker
        self._living: dict[int, Element | None] = {}  # by the number of the old leaf, ascending
        self._cursor: Element | None = None  # the paragraph after which the next one belongs
        self._in_box: Element | None = None  # the one in the text box that is being gone through, if it lives on

    def write(self, paired: Mapping[int, int]) -> None:
        """Put in what is gone; `paired` says which old leaf lives on in which leaf of the newer draft."""
        if self._body is None:
            return
        self._living = {old: self._places.paragraph(new) for old, new in sorted(paired.items())}
        tables = tables_that_are_gone(self._old, paired)
        done = -1  # the last leaf of the table that was put in as a whole
        for together in _by_row(self._leaves):
            first = together[0][0]
            if first in tables and self._delete_table(tables[first][0], self._upcoming(first)):
                done = first + tables[first][1] - 1
            if first <= done:
                continue
            gone = [leaf for at, leaf in together if at not in paired]
            is_row = together[0][1].path is not None and len(gone) == len(together)
            if is_row and self._delete_row(gone, self._upcoming(together[-1][0])):
                continue
            for at, leaf in together:
                if at in paired:
                    self._pass(leaf, self._living[at])
                else:
                    self._delete(leaf, self._upcoming(at))

    def _pass(self, leaf: Leaf, paragraph: Element | None) -> None:
        if leaf.block.story is Story.BODY:
            self._cursor, self._in_box = paragraph, None
        else:
            self._in_box = paragraph

    def _upcoming(self, at: int) -> Element | None:
        """Return the paragraph of the next old leaf that lives on."""
        order = list(self._living)
        place = bisect_right(order, at)
        return self._living[order[place]] if place < len(order) else None

    def _delete(self, leaf: Leaf, upcoming: Element | None) -> None:
        boxed = self._in_box is not None and leaf.block.story is Story.TEXT_BOX
        text, before = leaf.block.text(), self._in_box if boxed else self._cursor
        style = self._styles.identifier(leaf.block.style)
        if before is None:
            deleted = self._tracker.deleted_paragraph(text, None, style)
            if self._body is not None:
                self._body.insert(0, deleted)
            self._tracker.delete_mark(deleted)
        else:
            deleted = self._tracker.deleted_paragraph(text, before, style)
            self._put_after(before, deleted, None if leaf.path else _table_to_leave(before, upcoming))
        if boxed:
            self._in_box = deleted
        else:
            self._cursor = deleted

    def _put_after(self, before: Element, deleted: Element, table: Element | None) -> None:
        (before if table is None else table).addnext(deleted)
        if table is None and following_paragraph(deleted) is None and before.find(_SECTION) is None:
            # Nothing follows that could take up what is left of it: the mark before goes instead, as in Word itself.
            self._tracker.dress_like(deleted, before)
            self._tracker.delete_mark(before)
        else:
            self._tracker.delete_mark(deleted)

    def _delete_table(self, table: Block, upcoming: Element | None) -> bool:
        """Put in a whole table that is gone; tell whether that could be done."""
        before = self._cursor
        outer = None if before is None else _table_to_leave(before, upcoming)
        if self._body is None or (before is not None and outer is None and _is_in_table(before)):
            return False
        deleted = deleted_table(table, self._tracker, self._styles)
        if before is None:
            self._body.insert(0, deleted)
        else:
            (before if outer is None else outer).addnext(deleted)
        self._cursor, self._in_box = deleted[-1][-1][-1], None
        return True

    def _delete_row(self, gone: Sequence[Leaf], upcoming: Element | None) -> bool:
        """Put in a whole row of a table that is gone, after the row before it; tell whether that could be done."""
        row = None if self._cursor is None else next(self._cursor.iterancestors(_ROW), None)
        if row is None or (upcoming is not None and row in upcoming.iterancestors(_ROW)):
            return False
        deleted = etree.Element(_ROW)
        models = row.findall(_CELL)
        for number, (_, cell) in enumerate(groupby(gone, lambda leaf: leaf.path)):
            deleted.append(self._deleted_cell(list(cell), models[min(number, len(models) - 1)] if models else None))
        self._tracker.delete_row(deleted)
        row.addnext(deleted)
        self._cursor = deleted[-1][-1]
        return True

    def _deleted_cell(self, leaves: list[Leaf], model: Element | None) -> Element:
        cell = etree.Element(_CELL)
        properties = None if model is None else model.find(_CELL_PROPERTIES)
        if properties is not None:
            cell.append(deepcopy(properties))
        for leaf in leaves:
            style = self._styles.identifier(leaf.block.style)
            cell.append(self._tracker.deleted_paragraph(leaf.block.text(), None, style))
        return cell


def _is_in_table(paragraph: Element) -> bool:
    return next(paragraph.iterancestors(_TABLE), None) is not None


def _in_text(document: Document) -> list[Numbered]:
    """Return the numbered leaves of the body and of its text boxes; what a box that is gone held is put in the body."""
    leaves = list(enumerate(document.leaves()))
    parts = {_part(leaf) for _, leaf in leaves if leaf.block.story is Story.BODY}
    return [(at, leaf) for at, leaf in leaves if leaf.block.story in _STORIES and _part(leaf) in parts]


def _part(leaf: Leaf) -> str:
    return "" if leaf.block.source is None else leaf.block.source.part


def _by_row(leaves: Sequence[Numbered]) -> Iterator[list[Numbered]]:
    """Yield leaves by themselves, and those of one row of a table together."""
    for path, together in groupby(leaves, lambda numbered: numbered[1].path and numbered[1].path[:2]):
        if path is None:
            for one in together:
                yield [one]
        else:
            yield list(together)


def _table_to_leave(before: Element, upcoming: Element | None) -> Element | None:
    """Return the table that a paragraph of the running text comes after, if the one before it stands in one."""
    tables = list(before.iterancestors(_TABLE))
    if not tables or (upcoming is not None and tables[-1] in upcoming.iterancestors(_TABLE)):
        return None
    return tables[-1]
