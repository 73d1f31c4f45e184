"""Finds the bookmarks of a file: Word's own, and the hidden ones by which a paragraph of a pack is known again."""

from collections.abc import Iterator

from carfacilitator.document.blocks import Bookmark, Document
from carfacilitator.word.names import Element, W
from carfacilitator.word.package import Package

_PARAGRAPH, _START, _NAME = W + "p", W + "bookmarkStart", W + "name"
_OF_NO_USE = {"", "_GoBack"}  # where the last writer's cursor stood


def read_bookmarks(package: Package, document: Document) -> tuple[Bookmark, ...]:
    """Return the bookmarks in the order of the file, each with the leaf in which it begins."""
    leaves: dict[str, dict[int, int]] = {}
    for index, leaf in enumerate(document.leaves()):
        if leaf.block.source:
            leaves.setdefault(leaf.block.source.part, {})[leaf.block.source.paragraph] = index
    return tuple(
        Bookmark(name, there[paragraph])
        for part, there in leaves.items()
        for name, paragraph in _starts(package.tree(part))
        if paragraph in there and name not in _OF_NO_USE
    )


def _starts(root: Element) -> Iterator[tuple[str, int]]:
    """Yield each bookmark's name and paragraph, as a source counts them; what begins between two begins the second."""
    if next(root.iter(_START), None) is None:
        return
    numbers: dict[Element, int] = {}
    waiting: list[str] = []
    for element in root.iter(_PARAGRAPH, _START):
        if element.tag == _PARAGRAPH:
            numbers[element] = len(numbers)
            yield from ((name, numbers[element]) for name in waiting)
            waiting = []
            continue
        name = element.get(_NAME, "")
        around = next(element.iterancestors(_PARAGRAPH), None)
        if around is None:
            waiting.append(name)
        else:
            yield name, numbers[around]
