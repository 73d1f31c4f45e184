"""Accepts or rejects the tracked changes of a file: all of them, or those that a person chose."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial

from carfacilitator.document.blocks import Document, View
from carfacilitator.errors import KnownError, NotFoundError
from carfacilitator.word.bonds import Bond, bonds
from carfacilitator.word.names import Element
from carfacilitator.word.outcomes import outcome
from carfacilitator.word.package import Package, open_package
from carfacilitator.word.proof import ProofError, proved
from carfacilitator.word.reader import read_package
from carfacilitator.word.settling import Choose, Verdict, settle

_FORMATS = ("styles", "stylesWithEffects", "numbering")
Decisions = Mapping[str, Verdict]


class ChangesBelongTogetherError(KnownError):
    """Decisions that part what the file holds as one: a row, or the two ends of a move."""

    def __init__(self) -> None:
        super().__init__(
            "Some of these changes are one thing in the file, such as a whole row or the two ends of a move.",
            "Accept all of them or reject all of them.",
        )


class OutOfReachError(KnownError):
    """A decision on a change that stands where nothing can be written by itself."""

    def __init__(self) -> None:
        super().__init__(
            "One of these changes stands outside any paragraph and cannot be decided by itself.",
            "Decide on all changes of the file at once, or on this one in Word.",
        )


def settle_package(
    package: Package, view: View = View.FINAL, kept: Callable[[Element], bool] = lambda _: False
) -> None:
    """Accept (`FINAL`) or reject (`ORIGINAL`) all tracked changes of every story but those that are to be kept.

    A part without any is left alone. Changes of styles and of numbering are settled likewise: they too tell who made
    them.
    """
    verdict = Verdict.ACCEPT if view is View.FINAL else Verdict.REJECT
    parts = [*stories(package), *_formats(package)]
    _settle_parts(package, parts, lambda change: None if kept(change) else verdict)


def settle_some(data: bytes, decisions: Decisions, rest: Verdict | None = None) -> bytes:
    """Return the file with some changes accepted or rejected, by their ids in the list that a reader makes of it.

    What the file holds as one is settled as one, whichever part of it was decided on: a row, the two ends of a move.
    `rest` is for all other changes, also those that no list names (the format of a table, of a section, of a style);
    without it they stay changes.

    Raises:
        UnreadableFileError: the file cannot be read.
        ChangesBelongTogetherError: what the file holds as one was decided on both ways.
        OutOfReachError: a change stands outside any paragraph.
        NotFoundError: the file has no such change.
        ProofError: what was written is not what was decided.
    """
    if not decisions and rest is None:
        return data
    package = open_package(data)
    document = read_package(package)
    chosen = _chosen(bonds(package, document), decisions)
    if rest is not None:
        _settle_parts(package, _formats(package), lambda _: rest)
    _settle_parts(package, stories(package), lambda element: chosen.elements.get(element, rest))
    return proved(package.to_bytes(), partial(_check, document, chosen.changes, rest))


def stories(package: Package) -> list[str]:
    """Return the names of the parts with text of the document: body, notes, headers, footers."""
    kinds = ("footnotes", "endnotes", "header", "footer")
    return list(dict.fromkeys([package.main, *(name for kind in kinds for name in package.all_related(kind))]))


@dataclass(frozen=True, slots=True)
class _Chosen:
    """What was decided, on each change of the list and on each element that carries one."""

    changes: dict[str, Verdict]
    elements: dict[Element, Verdict]


def _chosen(standing: Iterable[Bond], decisions: Decisions) -> _Chosen:
    unknown = set(decisions)
    chosen = _Chosen({}, {})
    for bond in standing:
        verdicts = {decisions[change] for change in bond.changes if change in decisions}
        if len(verdicts) > 1:
            raise ChangesBelongTogetherError
        if verdicts and not bond.elements:
            raise OutOfReachError
        for verdict in verdicts:
            unknown -= bond.changes
            chosen.changes.update(dict.fromkeys(bond.changes, verdict))
            chosen.elements.update(dict.fromkeys(bond.elements, verdict))
    if unknown:
        raise NotFoundError("The file has no such tracked change.")
    return chosen


def _formats(package: Package) -> list[str]:
    return [name for kind in _FORMATS for name in package.all_related(kind)]


def _settle_parts(package: Package, names: Iterable[str], choose: Choose) -> None:
    for name in names:
        if settle(package.tree(name), choose):
            package.touch(name)


def _check(before: Document, decisions: Decisions, rest: Verdict | None, after: Document) -> None:
    """Compare both readings of what was written with what they must be: the changes that are left accepted, and not."""
    for left in Verdict:
        if outcome(after, {}, left) != outcome(before, decisions, rest or left):
            raise ProofError("the text")
