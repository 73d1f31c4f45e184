"""Writes tracked changes into a part: inserted and deleted words, paragraph marks and rows, with author and date."""

from collections.abc import Iterable
from copy import deepcopy
from datetime import datetime

from lxml import etree

from carfacilitator.document.blocks import OBJECT
from carfacilitator.word.elements import attributes, remove
from carfacilitator.word.identifiers import Numbers
from carfacilitator.word.inline import DELETED_TEXT, RUN, TEXT, properties_of
from carfacilitator.word.names import Element, W
from carfacilitator.word.patch import PARAGRAPH, PARAGRAPH_PROPERTIES, TRACKED_NUMBERS, new_run, plain_text
from carfacilitator.word.settling import TRACKED
from carfacilitator.word.tracking import AUTHOR, DATE, ID

WRITTEN = "%Y-%m-%dT%H:%M:%SZ"  # how Word writes when something was changed, though it is local time
_INSERTED, _DELETED = W + "ins", W + "del"
_RUN_PROPERTIES = W + "rPr"
_MARK_INSERTED = f"{PARAGRAPH_PROPERTIES}/{_RUN_PROPERTIES}/{_INSERTED}"
_SECTION = W + "sectPr"
_DELETED_NAMES = {TEXT: DELETED_TEXT, W + "instrText": W + "delInstrText"}
# What follows the properties of a paragraph's mark in `w:pPr`.
_AFTER_MARK = (_SECTION, W + "pPrChange")


class Tracker:
    """Marks changes as those of one author at one moment."""

    def __init__(self, root: Element, author: str, when: datetime, numbers: Numbers | None = None) -> None:
        """`numbers` are shared by those who write into one part."""
        self._author = plain_text(author)
        self._date = f"{when:{WRITTEN}}"
        self._numbers = numbers or Numbers(root, *TRACKED_NUMBERS)

    def insert(self, runs: Iterable[Element]) -> None:
        """Mark runs that stand in the text as inserted."""
        for run in runs:
            wrapper = self._change(_INSERTED)
            run.addprevious(wrapper)
            wrapper.append(run)

    def delete(self, runs: Iterable[Element]) -> None:
        """Mark runs that stand in the text as deleted; neighbours under one mark."""
        wrapper: Element | None = None
        for run in runs:
            if wrapper is None or run.getprevious() is not wrapper:
                wrapper = self._change(_DELETED)
                run.addprevious(wrapper)
            wrapper.append(run)
            for element in run.iter(*_DELETED_NAMES):
                element.tag = _DELETED_NAMES[element.tag]

    def inserted(self, text: str, like: Element | None = None) -> Element:
        """Return new words, set like a run."""
        wrapper = self._change(_INSERTED)
        wrapper.append(new_run(text, _look_of(like)))
        return wrapper

    def deleted(self, text: str, like: Element | None = None) -> Element | None:
        """Return deleted words, set like a run; None where nothing can be written of them (a picture, a note)."""
        words = text.replace(OBJECT, "")
        if not words:
            return None
        wrapper = self._change(_DELETED)
        wrapper.append(new_run(words, _look_of(like), tag="delText"))
        return wrapper

    def insert_mark(self, paragraph: Element) -> None:
        """Mark the end of a paragraph as inserted."""
        _mark_properties(paragraph).insert(0, self._change(_INSERTED))

    def is_mark_inserted(self, paragraph: Element) -> bool:
        """Tell whether the end of a paragraph is marked as inserted."""
        return paragraph.find(_MARK_INSERTED) is not None

    def delete_mark(self, paragraph: Element) -> None:
        """Mark the end of a paragraph as deleted, unless it is."""
        mark = _mark_properties(paragraph)
        if mark.find(_DELETED) is not None:
            return
        mark.insert(int(self.is_mark_inserted(paragraph)), self._change(_DELETED))

    def insert_row(self, row: Element) -> None:
        """Mark a table's row as inserted."""
        _row_properties(row).append(self._change(_INSERTED))

    def delete_row(self, row: Element) -> None:
        """Mark a table's row as deleted."""
        _row_properties(row).append(self._change(_DELETED))

    def dress_like(self, paragraph: Element, other: Element) -> None:
        """Give a paragraph the properties of another."""
        own = paragraph.find(PARAGRAPH_PROPERTIES)
        if own is not None:
            remove(own)
        properties = other.find(PARAGRAPH_PROPERTIES)
        if properties is not None:
            paragraph.insert(0, _without_mark(properties))

    def deleted_paragraph(self, text: str, like: Element | None, style: str = "") -> Element:
        """Return a paragraph of deleted words, set like another or in a style; its mark is not marked yet."""
        paragraph = etree.Element(PARAGRAPH)
        properties = None if like is None else like.find(PARAGRAPH_PROPERTIES)
        if style:
            properties = etree.Element(PARAGRAPH_PROPERTIES)
            etree.SubElement(properties, W + "pStyle", {W + "val": style})
        if properties is not None:
            paragraph.append(_without_mark(properties))
        words = self.deleted(text)
        if words is not None:
            paragraph.append(words)
        return paragraph

    def _change(self, tag: str) -> Element:
        return etree.Element(tag, {ID: self._numbers.draw(), AUTHOR: self._author, DATE: self._date})


def split_before(paragraph: Element, place: Element) -> Element:
    """Part a paragraph before an element inside it; return the new first part, set like the whole."""
    for holder in list(place.iterancestors()):
        if holder is paragraph:
            break
        place = _split_holder(holder, place)
    first = etree.Element(PARAGRAPH)
    properties = paragraph.find(PARAGRAPH_PROPERTIES)
    if properties is not None:
        first.append(_without_mark(properties))
    content = [child for child in paragraph if child is not properties]
    first.extend(content[: content.index(place)])
    paragraph.addprevious(first)
    return first


def _split_holder(holder: Element, place: Element) -> Element:
    """Give all that stands in a link or the like before a place to a copy of it; return what begins with the place."""
    before = list(holder)[: holder.index(place)]
    if before:
        copy = etree.Element(holder.tag, attributes(holder))
        copy.extend(before)
        holder.addprevious(copy)
    return holder


def _look_of(run: Element | None) -> Element | None:
    """Return a copy of a run's properties without their changes."""
    properties = None if run is None or run.tag != RUN else properties_of(run)
    if properties is None:
        return None
    copy = deepcopy(properties)
    for change in [child for child in copy if child.tag in TRACKED]:
        remove(change)
    return copy


def _mark_properties(paragraph: Element) -> Element:
    """Return the `w:rPr` of a paragraph's mark, which is made if there is none."""
    properties = paragraph.find(PARAGRAPH_PROPERTIES)
    if properties is None:
        properties = etree.Element(PARAGRAPH_PROPERTIES)
        paragraph.insert(0, properties)
    mark = properties.find(_RUN_PROPERTIES)
    if mark is None:
        mark = etree.Element(_RUN_PROPERTIES)
        place = next((at for at, child in enumerate(properties) if child.tag in _AFTER_MARK), len(properties))
        properties.insert(place, mark)
    return mark


def _row_properties(row: Element) -> Element:
    properties = row.find(W + "trPr")
    if properties is None:
        properties = etree.Element(W + "trPr")
        row.insert(1 if len(row) and row[0].tag == W + "tblPrEx" else 0, properties)
    return properties


def _without_mark(properties: Element) -> Element:
    """Return a copy of a paragraph's properties without a section's end and without changes."""
    copy = deepcopy(properties)
    for tag in (_SECTION, W + "pPrChange"):
        for child in copy.findall(tag):
            remove(child)
    mark = copy.find(_RUN_PROPERTIES)
    for change in [] if mark is None else [child for child in mark if child.tag in {_INSERTED, _DELETED}]:
        remove(change)
    return copy
