"""Whose a file is: what the names in it tell, however a program wrote them, and what they do not tell."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from carfacilitator.document.blocks import Document, FileComment
from carfacilitator.document.changes import Change, changes
from carfacilitator.model.sorting import fold

_NAMELESS = frozenset({"", "author", "unknown author", "unknown", "anonymous"})
_PARTS = re.compile(r"[^\W\d_]+")


class Whose(StrEnum):
    """Who made a file that reads like a draft which is out in packs, as far as its names tell."""

    GATEKEEPER = "gatekeeper"
    AUTHOR = "author"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Sender:
    """Whose an answer is taken to be; unless that is `certain`, the facilitator is asked."""

    name: str
    certain: bool


def is_nameless(name: str) -> bool:
    """Tell whether a name is only what a program writes in place of one."""
    return name.strip().casefold() in _NAMELESS


def same_person(name: str, other: str) -> bool:
    """Tell whether two ways of writing a name may well mean one person: 'A. Petrie', 'Petrie, Alan', 'AP'."""
    one, two = _PARTS.findall(fold(name)), _PARTS.findall(fold(other))
    if not one or not two:
        return False
    short, long = sorted((one, two), key=len)
    if len(short) == 1 and short[0] == "".join(part[0] for part in long):
        return True
    fits = all(part in long or (len(part) == 1 and any(each.startswith(part) for each in long)) for part in short)
    return fits and any(len(part) > 1 and part in long for part in short)


def sender(names: Sequence[str], pack_for: str, others: Iterable[str] = (), *, nameless: bool = False) -> Sender:
    """Return whose an answer is that carries these names, when the pack was made for `pack_for`.

    `others` are those to whom one may have handed it on; `nameless` tells that something in it names nobody.
    """
    named = [name for name in names if not is_nameless(name)]
    if not named or any(same_person(name, pack_for) for name in named):
        return Sender(pack_for, not nameless)
    known = (other for other in others for name in named if same_person(name, other))
    return Sender(next(known, pack_for), certain=False)


def whose(document: Document, sent: Document, gatekeepers: Iterable[str], author: str) -> Whose:
    """Return who made a file out of a draft that was sent, by the names on what is new in it."""
    new = new_names(document, sent)
    theirs = any(same_person(name, one) for name in new for one in gatekeepers)
    own = any(same_person(name, author) for name in new)
    if theirs == own:
        return Whose.UNKNOWN
    return Whose.GATEKEEPER if theirs else Whose.AUTHOR


def new_names(document: Document, sent: Document) -> set[str]:
    """Return the names on comments and changes that were not in the draft, and of who saved the file last."""
    old_comments, old_changes = set(map(_said, sent.comments)), set(map(_done, changes(sent)))
    names = {one.author for one in document.comments if _said(one) not in old_comments}
    names |= {one.author for one in changes(document) if _done(one) not in old_changes}
    last = document.properties.get("modified_by", "")
    if last != sent.properties.get("modified_by", ""):
        names.add(last)
    return {name for name in names if not is_nameless(name)}


def names_in(document: Document) -> set[str]:
    """Return the names on its comments and changes."""
    names = {comment.author for comment in document.comments} | {change.author for change in changes(document)}
    return {name for name in names if not is_nameless(name)}


def _said(comment: FileComment) -> tuple[str, str]:
    return comment.author, comment.text


def _done(change: Change) -> tuple[str, str, str]:
    return change.author, change.kind, change.text
