"""Writes comments into a file as Word itself keeps them: bodies, threads, ids, instants and people."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from lxml import etree

from carfacilitator.document.blocks import Anchor
from carfacilitator.errors import NotFoundError
from carfacilitator.word.elements import remove, unwrap
from carfacilitator.word.identifiers import FreshIds, is_valid, next_number, paragraph_ids
from carfacilitator.word.inline import COMMENT_END, COMMENT_REFERENCE, COMMENT_START, RUN
from carfacilitator.word.names import NAMESPACES, PART_TYPES, RELATIONSHIP_TYPES, W14, W15, W16CEX, W16CID, Element, W
from carfacilitator.word.package import Package
from carfacilitator.word.patch import PARAGRAPH, declare, new_run, plain_text
from carfacilitator.word.styles import Styles

# The parts beside the bodies, with the root and the namespace prefix of each.
_ROOTS = {
    "comments": ("w", "comments"),
    "commentsExtended": ("w15", "commentsEx"),
    "commentsIds": ("w16cid", "commentsIds"),
    "commentsExtensible": ("w16cex", "commentsExtensible"),
    "people": ("w15", "people"),
}
_ON = ("1", "true", "on")
_TEXT_ID = "77777777"  # what Word writes for text that it has not counted


@dataclass(frozen=True, kw_only=True)
class NewComment:
    """A comment to be written: `made` is its instant (with offset), `local` what the author's clock showed.

    Without an anchor it stands at the beginning of the text. A reply's own anchor and replies are of no account, for
    Word's threads have one level.
    """

    text: str
    author: str
    initials: str = ""
    made: datetime
    local: datetime | None = None
    anchor: Anchor | None = None
    replies: tuple["NewComment", ...] = ()
    resolved: bool = False

    def thread(self) -> Iterator["NewComment"]:
        """Yield it and all its replies, at whatever depth."""
        yield self
        for reply in self.replies:
            yield from reply.thread()


@dataclass(frozen=True, slots=True)
class Marks:
    """What stands in the text for a thread: before its passage, and after it."""

    before: tuple[Element, ...]
    after: tuple[Element, ...]


@dataclass(frozen=True, slots=True)
class _Looks:
    """The ids of the styles that Word gives comments, '' where a file has none: Word makes do without them."""

    text: str
    reference: str

    @classmethod
    def of(cls, package: Package) -> "_Looks":
        part = package.related("styles")
        styles = Styles(None if part is None else package.tree(part))
        return cls(styles.identifier("annotation text"), styles.identifier("annotation reference"))


class CommentParts:
    """The five parts of a package in which comments are kept, made when the first comment is added."""

    def __init__(self, package: Package, ids: FreshIds) -> None:
        self._package = package
        self._ids = ids
        self._roots: dict[str, Element] = {}
        self._next: int | None = None
        self._looks = _Looks.of(package)

    def add(self, comment: NewComment) -> Marks:
        """Write a comment with its replies, and return the marks of the thread, which are to be put into the text.

        Replies have ranges and references too: Word drops those that have none.
        """
        root_key = ""
        starts: list[Element] = []
        ends: list[Element] = []
        for one in comment.thread():
            number, key = self._write(one, root_key, resolved=comment.resolved)
            root_key = root_key or key
            starts.append(_mark(COMMENT_START, number))
            ends += [_mark(COMMENT_END, number), self._reference(number)]
        return Marks(tuple(starts), tuple(ends))

    def answer(self, standing: str, comment: NewComment) -> Marks:
        """Write a comment as the answer to one that the file has, by its id, and return its marks.

        Raises:
            NotFoundError: the file has no such comment.
        """
        root = self._thread_row(standing)
        number, _ = self._write(comment, root.get(W15 + "paraId", ""), resolved=root.get(W15 + "done") in _ON)
        return Marks((_mark(COMMENT_START, number),), (_mark(COMMENT_END, number), self._reference(number)))

    def resolve(self, thread: Iterable[str], *, done: bool) -> None:
        """Say of a thread that the file has, by the ids of its comments, the first one first, that it is dealt with.

        Raises:
            NotFoundError: the file has no such comment.
        """
        root_key = ""
        for one in thread:
            row = self._thread_row(one, root_key)
            row.set(W15 + "done", str(int(done)))
            root_key = root_key or row.get(W15 + "paraId", "")

    def _thread_row(self, standing: str, parent: str = "") -> Element:
        """Return the row that tells the thread and the state of a comment of the file, made if there is none."""
        name = self._package.related("comments")
        every = () if name is None else self._root("comments", "w14").iter(W + "comment")
        comment = next((one for one in every if one.get(W + "id") == standing), None)
        if comment is None:
            raise NotFoundError("The file has no such comment.")
        key = self._key(comment)
        rows = self._root("commentsExtended", "w15")
        found = next((row for row in rows if row.get(W15 + "paraId", "").upper() == key.upper()), None)
        return found if found is not None else _row(rows, key, parent, done=False)

    def _key(self, comment: Element) -> str:
        """Return the id of a comment's last paragraph, which gets one if it has none that is valid."""
        paragraphs = list(comment.iter(W + "p")) or [etree.SubElement(comment, W + "p")]
        key = paragraphs[-1].get(W14 + "paraId", "")
        if not is_valid(key):
            key = self._ids.draw()
            paragraphs[-1].set(W14 + "paraId", key)
        return key

    def _write(self, comment: NewComment, parent: str, *, resolved: bool) -> tuple[int, str]:
        root = self._root("comments", "w14")
        if self._next is None:
            self._next = next_number(root, W + "comment")
        number, self._next = self._next, self._next + 1
        key = _body(root, comment, number, self._ids, self._looks)
        durable = self._ids.draw()
        _row(self._root("commentsExtended", "w15"), key, parent, done=resolved)
        identity = {W16CID + "paraId": key, W16CID + "durableId": durable}
        etree.SubElement(self._root("commentsIds", "w16cid"), W16CID + "commentId", identity)
        instant = {W16CEX + "durableId": durable, W16CEX + "dateUtc": _written(comment.made.astimezone(UTC))}
        etree.SubElement(self._root("commentsExtensible", "w16cex"), W16CEX + "commentExtensible", instant)
        self._introduce(plain_text(comment.author))
        return number, key

    def _reference(self, number: int) -> Element:
        run = _styled(RUN, self._looks.reference)
        run.append(_mark(COMMENT_REFERENCE, number))
        return run

    def _introduce(self, author: str) -> None:
        people = self._root("people", "w15")
        if any(person.get(W15 + "author") == author for person in people):
            return
        person = etree.SubElement(people, W15 + "person", {W15 + "author": author})
        presence = {W15 + "providerId": "None", W15 + "userId": author}
        etree.SubElement(person, W15 + "presenceInfo", presence)

    def _root(self, kind: str, *prefixes: str) -> Element:
        if kind not in self._roots:
            self._roots[kind] = self._made(kind, *prefixes)
        return self._roots[kind]

    def _made(self, kind: str, *prefixes: str) -> Element:
        name = self._package.related(kind)
        if name is None:
            name = _free_name(self._package, kind)
            prefix, tag = _ROOTS[kind]
            empty = f'<{prefix}:{tag} xmlns:{prefix}="{NAMESPACES[prefix]}"/>'
            self._package.put(name, empty.encode(), PART_TYPES[kind])
            self._package.relate(self._package.main, RELATIONSHIP_TYPES[kind], name)
        return declare(self._package, name, *prefixes)


def used_paragraph_ids(package: Package) -> set[str]:
    """Return the ids of all paragraphs of the text and of the comments, which new ones must not repeat."""
    names = [package.main, package.related("comments")]
    return paragraph_ids(*(package.tree(name) for name in names if name is not None))


def take_out(package: Package) -> None:
    """Take every comment out of a file: the parts, and the marks in the text."""
    for kind in _ROOTS:
        for name in package.all_related(kind):
            package.drop(name)
    for name in _texts(package):
        root = package.tree(name)
        marks = list(root.iter(COMMENT_START, COMMENT_END, COMMENT_REFERENCE))
        for mark in marks:
            _remove_mark(mark)
        if marks:
            package.touch(name)


def _texts(package: Package) -> list[str]:
    kinds = ("footnotes", "endnotes", "header", "footer")
    return [package.main, *(name for kind in kinds for name in package.all_related(kind))]


def _remove_mark(mark: Element) -> None:
    """Remove a mark, and the run that held nothing else; what some program wrote into the mark stays."""
    run = mark.getparent()
    unwrap(mark)
    if run is not None and run.tag == RUN and all(child.tag == W + "rPr" for child in run):
        remove(run)


def _body(root: Element, comment: NewComment, number: int, ids: FreshIds, looks: _Looks) -> str:
    """Write the body of a comment and return its key, the id of its last paragraph."""
    local = comment.local or comment.made.astimezone(UTC)
    about = {
        W + "id": str(number),
        W + "author": plain_text(comment.author),
        W + "date": _written(local),
        W + "initials": plain_text(comment.initials),
    }
    element = etree.SubElement(root, W + "comment", about)
    key = ""
    for place, line in enumerate(comment.text.split("\n")):
        key = ids.draw()
        paragraph = _styled(PARAGRAPH, looks.text)
        paragraph.attrib.update({W14 + "paraId": key, W14 + "textId": _TEXT_ID})
        if not place:
            paragraph.append(_styled(RUN, looks.reference))
            etree.SubElement(paragraph[-1], W + "annotationRef")
        paragraph.append(new_run(line))
        element.append(paragraph)
    return key


def _styled(tag: str, style: str) -> Element:
    """Return an empty paragraph or run in a style, if it has an id."""
    made = etree.Element(tag)
    if style:
        kind = "p" if tag == PARAGRAPH else "r"
        etree.SubElement(etree.SubElement(made, f"{W}{kind}Pr"), f"{W}{kind}Style", {W + "val": style})
    return made


def _row(rows: Element, key: str, parent: str = "", *, done: bool) -> Element:
    """Add what tells the thread and the state of a comment."""
    thread = {W15 + "paraIdParent": parent} if parent else {}
    about = {W15 + "paraId": key, **thread, W15 + "done": str(int(done))}
    return etree.SubElement(rows, W15 + "commentEx", about)


def _mark(tag: str, number: int) -> Element:
    return etree.Element(tag, {W + "id": str(number)})


def _written(moment: datetime) -> str:
    """Return a moment as Word writes it: to the second, with a Z even where it is local time."""
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def _free_name(package: Package, kind: str) -> str:
    candidates: Iterable[str] = (f"word/{kind}{number or ''}.xml" for number in range(len(package.names()) + 1))
    return next(name for name in candidates if not package.has(name))
