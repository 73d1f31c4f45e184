"""Reads the comments inside a file: their words, authors, dates, threads and passages."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from carfacilitator.document.blocks import Anchor, Document, FileComment, View
from carfacilitator.word.inline import Inline
from carfacilitator.word.marks import CommentPlaces, Place
from carfacilitator.word.names import W14, W15, W16CEX, W16CID, W16DU, Element, W
from carfacilitator.word.objects import FALLBACK
from carfacilitator.word.package import Package
from carfacilitator.word.styles import is_on

_PARAGRAPH, _PARAGRAPH_ID = W + "p", W14 + "paraId"
_KEY_OF_LIBREOFFICE = "0000"
_YEAR_NONE = "0"  # as LibreOffice writes it for a remark without a date: 0-00-00T00:00:00Z
_NO_DATE = "9999"  # sorts after every date


@dataclass(frozen=True, slots=True)
class _Thread:
    """What `commentsExtended` says of a comment, by the id of its last paragraph."""

    parent: str
    resolved: bool


@dataclass(frozen=True, slots=True)
class _Passage:
    """Where a comment stands, as an anchor and as the words it is about; `places` tell equal passages."""

    anchor: Anchor
    quote: str
    places: tuple[Place, Place]


class Texts:
    """The texts of a document's leaves in one view, made when asked for."""

    def __init__(self, document: Document, view: View) -> None:
        self._leaves = document.leaves()
        self._view = view
        self._known: dict[int, str] = {}

    def __getitem__(self, leaf: int) -> str:
        if leaf not in self._known:
            self._known[leaf] = self._leaves[leaf].block.text(self._view)
        return self._known[leaf]


def read_comments(package: Package, places: dict[str, CommentPlaces], document: Document) -> tuple[FileComment, ...]:
    """Return the comments of a package in the order of its comments part; `places` gives their marks by their id."""
    name = package.related("comments")
    if name is None:
        return ()
    elements = list(package.tree(name).iter(W + "comment"))
    keys = {_key(element): element.get(W + "id", "") for element in elements}
    threads, instants = _threads(package), _instants(package)
    found: list[FileComment] = []
    passages: dict[str, _Passage] = {}
    inline = Inline(package.tree(name))
    texts = Texts(document, View.FINAL), Texts(document, View.MARKED)
    for element in elements:
        key = _key(element)
        comment = _comment(element, inline, threads.get(key), keys)
        passage = _passage(places.get(comment.id), *texts)
        if passage:
            passages[comment.id] = passage
            comment = replace(comment, anchor=passage.anchor, quote=passage.quote)
        found.append(replace(comment, date_utc=instants.get(key) or comment.date_utc))
    return _with_inferred_parents(found, passages, _told(keys, threads))


def _told(keys: dict[str, str], threads: dict[str, _Thread]) -> set[str]:
    """Return the comments of which the file says whether they are replies.

    Word has a row for every comment. LibreOffice (7.4 at least) has one for those that are resolved, under keys such as
    01000000, and never says what they answer.
    """
    told = {keys[key] for key in threads if key in keys}
    if any(thread.parent for thread in threads.values()):
        return told
    from_word = len(told) == len(keys) and not all(key.endswith(_KEY_OF_LIBREOFFICE) for key in threads)
    return told if from_word else set()


def _key(comment: Element) -> str:
    """Return the id by which the other parts know a comment: that of its last paragraph."""
    ids = [paragraph.get(_PARAGRAPH_ID, "") for paragraph in comment.iter(_PARAGRAPH)]
    return ids[-1] if ids else ""


def _comment(element: Element, inline: Inline, thread: _Thread | None, keys: dict[str, str]) -> FileComment:
    paragraphs = (one for one in element.iter(_PARAGRAPH) if next(one.iterancestors(FALLBACK), None) is None)
    texts = ["".join(atom.text for atom in inline.atoms(one) if atom.is_final) for one in paragraphs]
    return FileComment(
        id=element.get(W + "id", ""),
        text="\n".join(texts).strip(),
        author=element.get(W + "author", ""),
        initials=element.get(W + "initials", ""),
        date=_date(element),
        date_utc=element.get(W16DU + "dateUtc", ""),
        parent=keys.get(thread.parent, "") if thread and thread.parent else "",
        resolved=thread is not None and thread.resolved,
    )


def _date(element: Element) -> str:
    date = element.get(W + "date", "")
    return "" if date.startswith(_YEAR_NONE) else date


def _threads(package: Package) -> dict[str, _Thread]:
    return {
        row.get(W15 + "paraId", ""): _Thread(row.get(W15 + "paraIdParent", ""), is_on(row.get(W15 + "done", "0")))
        for row in _rows(package, "commentsExtended", W15 + "commentEx")
    }


def _instants(package: Package) -> dict[str, str]:
    """Return the moment (UTC) at which each comment was made, by the comment's key, where the file tells it."""
    durable = {
        row.get(W16CID + "durableId", ""): row.get(W16CID + "paraId", "")
        for row in _rows(package, "commentsIds", W16CID + "commentId")
    }
    rows = _rows(package, "commentsExtensible", W16CEX + "commentExtensible")
    return {durable.get(row.get(W16CEX + "durableId", ""), ""): row.get(W16CEX + "dateUtc", "") for row in rows}


def _rows(package: Package, kind: str, tag: str) -> Iterable[Element]:
    name = package.related(kind)
    return () if name is None else package.tree(name).iter(tag)


def _passage(places: CommentPlaces | None, final: Texts, marked: Texts) -> _Passage | None:
    if places is None:
        return None
    start, end = places.start, places.end
    if start is None or end is None or end < start:
        point = places.reference or start or end
        return None if point is None else _Passage(_anchor(point, point), "", (point, point))
    quote = passage(final, _anchor(start, end))
    if quote.strip():
        anchor = _without_empty_ends(_anchor(start, end), final)
        return _Passage(anchor, passage(final, anchor), (start, end))
    deleted = passage(marked, Anchor(start.block, start.marked, end.block, end.marked))
    anchor = _anchor(end, end) if deleted.strip() else _anchor(start, end)
    return _Passage(anchor, deleted, (start, end))


def _anchor(start: Place, end: Place) -> Anchor:
    return Anchor(start.block, start.final, end.block, end.final)


def passage(texts: Texts | Sequence[str], anchor: Anchor) -> str:
    """Return the words from one place to another; paragraphs are parted by a line feed."""
    if anchor.first == anchor.last:
        return texts[anchor.first][anchor.start : anchor.end]
    between = (texts[leaf] for leaf in range(anchor.first + 1, anchor.last))
    return "\n".join([texts[anchor.first][anchor.start :], *between, texts[anchor.last][: anchor.end]])


def _without_empty_ends(anchor: Anchor, texts: Texts) -> Anchor:
    """Draw in an anchor that begins at the very end of a paragraph, or ends at the very start of one."""
    first, start, last, end = anchor.first, anchor.start, anchor.last, anchor.end
    while first < last and not texts[first][start:].strip():
        first, start = first + 1, 0
    while last > first and not texts[last][:end].strip():
        last, end = last - 1, len(texts[last - 1])
    return Anchor(first, start, last, end)


def _with_inferred_parents(
    comments: Sequence[FileComment],
    passages: dict[str, _Passage],
    told: set[str],
) -> tuple[FileComment, ...]:
    """Thread the comments that no thread was told for: the earliest at exactly their place is what they answer.

    LibreOffice and Google Docs drop the links of replies and keep the places.
    """
    by_place: dict[tuple[Place, Place], list[FileComment]] = defaultdict(list)
    for comment in comments:
        if comment.id in passages and not comment.parent:
            by_place[passages[comment.id].places].append(comment)
    parents: dict[str, str] = {}
    for together in by_place.values():
        first = min(together, key=lambda one: one.date or _NO_DATE)
        parents.update((one.id, first.id) for one in together if one is not first and one.id not in told)
    return tuple(
        replace(one, parent=parents[one.id], inferred_parent=True) if one.id in parents else one for one in comments
    )
