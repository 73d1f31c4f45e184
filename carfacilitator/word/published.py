"""A copy for publication: the final text of somebody's file, and nothing of how it came about."""

from functools import partial

from carfacilitator.document.blocks import Document
from carfacilitator.document.changes import changes
from carfacilitator.word import notes, scrub
from carfacilitator.word.bookmarks import Bookmarks
from carfacilitator.word.commenting import take_out
from carfacilitator.word.elements import remove
from carfacilitator.word.hidden import take_out_hidden_text
from carfacilitator.word.own_data import drop_own_data
from carfacilitator.word.pack_check import Expected, check_pack
from carfacilitator.word.package import Package, open_package
from carfacilitator.word.proof import ProofError, proved
from carfacilitator.word.properties import write_properties
from carfacilitator.word.reader import read_package
from carfacilitator.word.revisions import settle_package
from carfacilitator.word.settings import drop_settings

_TRACKING = ("trackRevisions", "documentProtection", "revisionView")


def published(data: bytes, title: str) -> bytes:
    """Return a Word file with all tracked changes accepted, and without comments, hidden text, names, and traces.

    What it says of itself is its title, and nothing else.

    Raises:
        UnreadableFileError: it cannot be read.
        ProofError: read again, it says something else than the final text, or more than may be in it.
    """
    package = open_package(data)
    before = read_package(package)
    take_out(package)
    Bookmarks(package.tree(package.main)).take_out_ours()
    settle_package(package)
    take_out_hidden_text(package)
    notes.take_out_orphans(package)
    scrub.take_out_names(package)
    scrub.take_out_dangers(package)
    drop_own_data(package)
    _forget_properties(package, title)
    package.touch(package.main)
    return proved(package.to_bytes(), partial(_check, before))


def _forget_properties(package: Package, title: str) -> None:
    core = package.related("core-properties", "")
    if core is not None:
        root = package.tree(core)
        for child in list(root):
            remove(child)
        package.touch(core)
    write_properties(package, title=title)
    settings = package.related("settings")
    if settings is not None and drop_settings(package.tree(settings), *_TRACKING):
        package.touch(settings)


def _check(before: Document, after: Document) -> None:
    """Compare a copy with the file it was made from, as a pack is compared that holds nothing but the text."""
    if changes(after) or after.properties.keys() - {"title"}:
        raise ProofError("what was taken out", "copy")
    check_pack(after, Expected(before, 0, (), keep_comments=False, keep_hidden=False))
