"""Builds a review pack: the practitioner's own file with our comments, our changes and a cover note, and nothing else.

A pack is made from an allow-list. What came inside the file (earlier comments, tracked changes, hidden text, names in
its properties) goes out only if the order says so; all else of the file is left as it is.
"""

from dataclasses import dataclass
from datetime import datetime

from carfacilitator.document.blocks import Document, Story
from carfacilitator.document.changes import changes
from carfacilitator.word import notes, scrub
from carfacilitator.word.bookmarks import Bookmarks
from carfacilitator.word.commenting import NewComment, take_out, used_paragraph_ids
from carfacilitator.word.cover import CoverNote, put_cover
from carfacilitator.word.hidden import HIDDEN, take_out_hidden_text
from carfacilitator.word.identifiers import FreshIds
from carfacilitator.word.names import W14, Element
from carfacilitator.word.pack_check import Expected, check_pack
from carfacilitator.word.package import Package, open_package
from carfacilitator.word.patch import PARAGRAPH, declare
from carfacilitator.word.patches import Patch
from carfacilitator.word.patching import apply
from carfacilitator.word.places import Places
from carfacilitator.word.proof import proved
from carfacilitator.word.properties import write_identity
from carfacilitator.word.reader import read_package
from carfacilitator.word.redline import mark_differences
from carfacilitator.word.revisions import settle_package
from carfacilitator.word.settings import let_people_review
from carfacilitator.word.styles import Styles
from carfacilitator.word.suggestions import Suggestion
from carfacilitator.word.tracker import WRITTEN
from carfacilitator.word.tracking import AUTHOR, DATE

_TEXT_ID = "77777777"  # what Word writes for text that it has not counted


@dataclass(frozen=True, kw_only=True)
class Earlier:
    """What somebody saw last: the text, and in whose name and when (on her clock) it became what it is now."""

    document: Document
    author: str
    when: datetime


@dataclass(frozen=True, kw_only=True)
class PackOrder:
    """What goes into a pack.

    Anchors are places in the leaves of the original as it is read. `code` is printed and `identity` hidden; by both a
    pack is known again. `suggestions` are all of one author and moment. With `earlier` the pack is a redline against
    it: then nothing is suggested, and all that was tracked inside the file counts as accepted. What came inside the
    file is kept only where `keep_…` says so.
    """

    original: bytes
    cover: CoverNote
    code: str
    identity: str
    comments: tuple[NewComment, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    earlier: Earlier | None = None
    keep_comments: bool = False
    keep_changes: bool = False
    keep_hidden: bool = False
    keep_names: bool = False


@dataclass(frozen=True, slots=True)
class CameInside:
    """How much came inside a file that its author may not have meant to send on."""

    comments: int
    changes: int
    hidden: int  # stretches of hidden text
    names: int  # properties that name a person, a company or a template


def what_came_inside(document: Document, data: bytes) -> CameInside:
    """Count what came inside a file, for the person who chooses what goes out."""
    spans = (span for leaf in document.leaves() for span in leaf.block.spans)
    return CameInside(
        comments=len(document.comments),
        changes=len(changes(document)),
        hidden=sum(HIDDEN in span.marks for span in spans),
        names=scrub.names_in_properties(open_package(data)),
    )


def make_pack(order: PackOrder) -> bytes:
    """Return the pack as a Word file; the same order gives the same bytes.

    Raises:
        UnreadableFileError: the original cannot be read.
        ValueError: a redline was ordered with suggestions in it.
        PackError: what was written, read again, is not what was ordered; it must not go out.
    """
    if order.earlier and order.suggestions:
        raise ValueError("a redline with suggestions in it")
    package = open_package(order.original)
    original = read_package(package)
    ids = FreshIds(order.identity, used_paragraph_ids(package))
    root = declare(package, package.main, "w14")
    places = Places(package, original)
    if not order.keep_comments:
        take_out(package)
    Bookmarks(root).take_out_ours()
    apply(package, original, _patch(original, order), ids, places)
    _leave_out(package, order)
    if order.earlier:
        seen = order.earlier
        mark_differences(package, seen.document, author=seen.author, when=seen.when)
    let_people_review(package)
    cover_paragraphs = put_cover(root, order.cover, Bookmarks(root).draw(), numbered=_is_numbered(package))
    write_identity(package, order.code, order.identity)
    _renew_paragraph_ids(root, ids)
    package.touch(package.main)
    expected = Expected(
        original,
        cover_paragraphs,
        order.comments,
        order.keep_comments,
        order.keep_hidden,
        order.suggestions,
    )
    return proved(package.to_bytes(), lambda pack: check_pack(pack, expected))


def _patch(original: Document, order: PackOrder) -> Patch:
    names = _names_of_paragraphs(original, order.code)
    return Patch(comments=order.comments, suggestions=order.suggestions, bookmarks=names)


def _names_of_paragraphs(document: Document, code: str) -> dict[int, str]:
    """Return by which hidden bookmark each paragraph of the text is to be known again, and which pack it came in.

    Empty ones have none: programs drop a bookmark around nothing.
    """
    own = "".join(sign for sign in code if sign.isalnum())
    return {
        number: f"{leaf.block.id}_{own}"
        for number, leaf in enumerate(document.leaves())
        if leaf.block.story is Story.BODY and leaf.block.text()
    }


def _is_numbered(package: Package) -> bool:
    """Tell whether paragraphs without a style of their own bear numbers."""
    part = package.related("styles")
    styles = Styles(None if part is None else package.tree(part))
    return styles.numbering(styles.default) is not None


def _leave_out(package: Package, order: PackOrder) -> None:
    """Take out what came inside the file and was not ordered."""
    if not order.keep_changes or order.earlier:
        ours = {(one.author, f"{one.when:{WRITTEN}}") for one in order.suggestions}
        settle_package(package, kept=lambda change: (change.get(AUTHOR), change.get(DATE)) in ours)
    if not order.keep_hidden:
        take_out_hidden_text(package)
    notes.take_out_orphans(package)
    if not order.keep_names:
        scrub.take_out_names(package)
    scrub.take_out_dangers(package)


def _renew_paragraph_ids(root: Element, ids: FreshIds) -> None:
    for paragraph in root.iter(PARAGRAPH):
        paragraph.set(W14 + "paraId", ids.draw())
        paragraph.set(W14 + "textId", _TEXT_ID)
