"""What is told about the pictures of a file (their alternative texts), put in other words in a copy of it."""

from collections.abc import Callable

from carfacilitator.document.blocks import Document, SpanKind
from carfacilitator.word.names import Element
from carfacilitator.word.package import open_package
from carfacilitator.word.proof import ProofError, proved
from carfacilitator.word.reader import read_package
from carfacilitator.word.revisions import stories

_TOLD_IN = ("descr", "title", "alt")  # of drawings and of shapes; Word's own attributes are in a namespace


def redescribed(data: bytes, reword: Callable[[str], str]) -> bytes:
    """Return the file with every description of a picture as `reword` puts it; if it changes none, the same bytes.

    Word does not track changes of descriptions, so these are simply made.

    Raises:
        UnreadableFileError: the file cannot be read.
        ProofError: read again, it tells something else than was ordered.
    """
    package = open_package(data)
    before = read_package(package)
    touched = [part for part in stories(package) if _reword(package.tree(part), reword)]
    if not touched:
        return data
    for part in touched:
        package.touch(part)
    return proved(package.to_bytes(), lambda after: _check(before, after, reword))


def _reword(root: Element, reword: Callable[[str], str]) -> bool:
    found = False
    for element in root.iter():
        for name in _TOLD_IN:
            told = element.get(name)
            if told and reword(told) != told:
                element.set(name, reword(told))
                found = True
    return found


def _check(before: Document, after: Document, reword: Callable[[str], str]) -> None:
    if after.texts() != before.texts():
        raise ProofError("the text")
    if _told(after) != [reword(told) for told in _told(before)]:
        raise ProofError("what is told about a picture")


def _told(document: Document) -> list[str]:
    spans = (span for leaf in document.leaves() for span in leaf.block.spans)
    return [span.about for span in spans if span.kind is SpanKind.PICTURE]
