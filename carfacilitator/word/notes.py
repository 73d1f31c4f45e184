"""Footnotes and endnotes whose reference is gone: nobody sees them, and they must not travel along."""

from carfacilitator.word.elements import remove
from carfacilitator.word.names import Element, W
from carfacilitator.word.package import Package
from carfacilitator.word.revisions import stories

_KINDS = (("footnotes", "footnote"), ("endnotes", "endnote"))


def take_out_orphans(package: Package) -> None:
    """Remove the notes that no text refers to; separators between text and notes stay."""
    for kind, name in _KINDS:
        for part in package.all_related(kind):
            used = {one.get(W + "id") for text in stories(package) for one in package.tree(text).iter(_reference(name))}
            orphans = [note for note in package.tree(part).iter(W + name) if _is_orphan(note, used)]
            for note in orphans:
                remove(note)
            if orphans:
                package.touch(part)


def _reference(name: str) -> str:
    return f"{W}{name}Reference"


def _is_orphan(note: Element, used: set[str | None]) -> bool:
    return note.get(W + "type", "normal") == "normal" and note.get(W + "id") not in used
