"""Works in a Word file as a person with Word would, by hand in its XML; it shares no code with the program."""

import io
import re
import zipfile
from copy import deepcopy

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def w(name: str) -> str:
    return f"{{{W}}}{name}"


class WordDesk:
    """A Word file open on somebody's desk. Words must stand in plain runs of one paragraph."""

    def __init__(self, data: bytes, author: str, when: str = "2026-03-20T14:05:00Z") -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            self._parts = {name: archive.read(name) for name in archive.namelist()}
        self.document = etree.fromstring(self._parts["word/document.xml"])
        self.comments = etree.fromstring(self._parts["word/comments.xml"])
        self.author, self.when = author, when
        self._next = 70_000

    def save(self) -> bytes:
        self._parts["word/document.xml"] = etree.tostring(self.document, xml_declaration=True, encoding="UTF-8")
        self._parts["word/comments.xml"] = etree.tostring(self.comments, xml_declaration=True, encoding="UTF-8")
        written = io.BytesIO()
        with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in self._parts.items():
                archive.writestr(name, data)
        return written.getvalue()

    def insert(self, after: str, words: str) -> None:
        """Type words behind others, with Track Changes on."""
        runs = self._runs(after)
        new = deepcopy(runs[-1])
        _write(new, words)
        change = self._change("ins")
        change.append(new)
        runs[-1].addnext(change)

    def delete(self, words: str) -> None:
        """Delete words, with Track Changes on."""
        for run in self._runs(words):
            change = self._change("del")
            run.addprevious(change)
            change.append(run)
            for text in run.findall(w("t")):
                text.tag = w("delText")

    def retype(self, words: str, others: str) -> None:
        """Type other words in place of some, with Track Changes off."""
        first, *rest = self._runs(words)
        _write(first, others)
        for run in rest:
            for text in run.findall(w("t")):
                text.text = ""

    def comment(self, words: str, text: str) -> None:
        """Comment on words."""
        runs = self._runs(words)
        number = str(self._draw())
        runs[0].addprevious(etree.Element(w("commentRangeStart"), {w("id"): number}))
        reference = etree.Element(w("r"))
        etree.SubElement(reference, w("commentReference"), {w("id"): number})
        end = etree.Element(w("commentRangeEnd"), {w("id"): number})
        runs[-1].addnext(end)
        end.addnext(reference)
        self._write_comment(number, text)

    def answer_without_a_thread(self, question: str, text: str) -> None:
        """Answer a comment as a program does that keeps no threads: one more comment on the same words."""
        asked = next(one for one in self.comments if question in "".join(map(str, one.itertext())))
        old, number = asked.get(w("id")), str(self._draw())
        for name in ("commentRangeStart", "commentRangeEnd"):
            self._mark(name, old).addnext(etree.Element(w(name), {w("id"): number}))
        reference = next(self._mark("commentReference", old).iterancestors(w("r")))
        again = deepcopy(reference)
        for mark in again.iter(w("commentReference")):
            mark.set(w("id"), number)
        reference.addnext(again)
        self._write_comment(number, text)

    def forget_threads(self) -> None:
        """Lose what only newer programs keep beside the comments."""
        for name in [one for one in self._parts if re.search(r"comments(Extended|Ids|Extensible)\.xml$", one)]:
            del self._parts[name]
        for name in ("[Content_Types].xml", "word/_rels/document.xml.rels"):
            root = etree.fromstring(self._parts[name])
            for child in list(root):
                if re.search(r"comments(Extended|Ids|Extensible)\.xml", child.get("PartName", child.get("Target", ""))):
                    root.remove(child)
            self._parts[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8")

    def forget_identity(self) -> None:
        """Lose all properties and data of other programs, as a file does that goes through a program on the web."""
        for name in [one for one in self._parts if one.startswith(("docProps/", "customXml/"))]:
            del self._parts[name]
        for name in ("[Content_Types].xml", "_rels/.rels", "word/_rels/document.xml.rels"):
            root = etree.fromstring(self._parts[name])
            for child in list(root):
                if re.search("docProps|customXml/", child.get("PartName", child.get("Target", ""))):
                    root.remove(child)
            self._parts[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8")

    def forget_bookmarks(self) -> None:
        """Lose the names of all places in the text."""
        for mark in list(self.document.iter(w("bookmarkStart"), w("bookmarkEnd"))):
            self.drop(mark)

    def drop(self, element: etree._Element) -> None:
        """Take an element of the file out."""
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)

    def _write_comment(self, number: str, text: str) -> None:
        about = {w("id"): number, w("author"): self.author, w("initials"): "", w("date"): self.when}
        comment = etree.SubElement(self.comments, w("comment"), about)
        paragraph = etree.SubElement(comment, w("p"), {f"{{{W14}}}paraId": f"{self._draw():08X}"})
        run = etree.SubElement(paragraph, w("r"))
        etree.SubElement(run, w("t")).text = text

    def _mark(self, name: str, number: str | None) -> etree._Element:
        return next(mark for mark in self.document.iter(w(name)) if mark.get(w("id")) == number)

    def _change(self, kind: str) -> etree._Element:
        about = {w("id"): str(self._draw()), w("author"): self.author, w("date"): self.when}
        return etree.Element(w(kind), about)

    def _draw(self) -> int:
        self._next += 1
        return self._next

    def _runs(self, words: str) -> list[etree._Element]:
        """Return the runs that hold exactly these words, cut out of what stands around them."""
        for paragraph in self.document.iter(w("p")):
            runs = [run for run in paragraph.findall(w("r")) if run.find(w("t")) is not None and len(run) <= 2]
            whole = "".join(_said(run) for run in runs)
            if words in whole:
                begin = whole.index(words)
                return self._cut(runs, begin, begin + len(words))
        raise LookupError(words)

    def _cut(self, runs: list[etree._Element], begin: int, end: int) -> list[etree._Element]:
        found, at = [], 0
        for run in runs:
            said = _said(run)
            start, stop = max(begin - at, 0), min(end - at, len(said))
            at += len(said)
            if start < stop:
                found.append(_split(run, start, stop))
        return found


def _split(run: etree._Element, start: int, stop: int) -> etree._Element:
    said = _said(run)
    for words, add in ((said[:start], run.addprevious), (said[stop:], run.addnext)):
        if words:
            other = deepcopy(run)
            _write(other, words)
            add(other)
    _write(run, said[start:stop])
    return run


def _said(run: etree._Element) -> str:
    return "".join(text.text or "" for text in run.findall(w("t")))


def _write(run: etree._Element, words: str) -> None:
    first, *rest = run.findall(w("t"))
    first.text = words
    first.set(SPACE, "preserve")
    for text in rest:
        run.remove(text)
