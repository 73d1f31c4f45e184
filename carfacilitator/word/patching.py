"""Writes a patch into a copy of somebody's file, in one go, and proves it afterwards."""

from collections.abc import Mapping, Sequence
from functools import partial

from carfacilitator.document.blocks import Document
from carfacilitator.word.bookmarks import Bookmarks
from carfacilitator.word.commenting import CommentParts, used_paragraph_ids
from carfacilitator.word.identifiers import FreshIds
from carfacilitator.word.package import Package, open_package
from carfacilitator.word.patch_check import check_patch
from carfacilitator.word.patches import Answer, Patch
from carfacilitator.word.places import Places
from carfacilitator.word.proof import proved
from carfacilitator.word.properties import write_properties
from carfacilitator.word.reader import read_package
from carfacilitator.word.settings import track_changes
from carfacilitator.word.suggestions import suggest
from carfacilitator.word.threads import ThreadMarks, members_of


def patched(data: bytes, patch: Patch) -> bytes:
    """Return the file with a patch in it; parts that the patch has no business with keep their bytes.

    Raises:
        UnreadableFileError: the file cannot be read.
        NotFoundError: it has no such comment.
        ProofError: what was written, read again, is not what was ordered.
    """
    if patch == Patch(seed=patch.seed):
        return data
    package = open_package(data)
    document = read_package(package)
    apply(package, document, patch)
    return proved(package.to_bytes(), partial(check_patch, document, patch))


def apply(
    package: Package,
    document: Document,
    patch: Patch,
    ids: FreshIds | None = None,
    places: Places | None = None,
) -> None:
    """Write a patch into a package, from which the document was read; nothing is proved yet.

    `places` are the document's, for who had to find them before something was taken out of the package.

    Raises:
        NotFoundError: the file has no such comment.
    """
    places = places or Places(package, document)
    parts = CommentParts(package, ids or FreshIds(patch.seed, used_paragraph_ids(package)))
    for comment in patch.comments:
        places.mark(comment.anchor, parts.add(comment))
    _answer(package, document, parts, patch.answers)
    for identifier, done in patch.resolved.items():
        parts.resolve(members_of(document.comments, identifier), done=done)
    _bookmark(package, places, patch.bookmarks)
    if patch.comments or patch.answers or patch.bookmarks:
        package.touch(package.main)
    suggest(package, document, patch.suggestions)
    if patch.properties:
        write_properties(package, **patch.properties)
    if patch.track:
        track_changes(package)


def _answer(package: Package, document: Document, parts: CommentParts, answers: Sequence[Answer]) -> None:
    if not answers:
        return
    marks = ThreadMarks(package.tree(package.main))
    for answer in answers:
        thread = members_of(document.comments, answer.to)
        marks.put_beside(thread, parts.answer(thread[0], answer.comment))


def _bookmark(package: Package, places: Places, names: Mapping[int, str]) -> None:
    if not names:
        return
    bookmarks = Bookmarks(package.tree(package.main))
    for leaf, name in names.items():
        paragraph = places.paragraph(leaf) if places.part(leaf) == package.main else None
        if paragraph is not None:
            bookmarks.put_around(paragraph, name)
