"""Two files laid out for telling what one reviewer did: every run of their text, with what was tracked on it.

The file that was sent is laid out with all of its text, also what it has deleted. The returned one is laid out without
what was surely put in since, so that a file in which everything was tracked is word for word the one that was sent.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import lru_cache

from carfacilitator.document.blocks import (
    ARRIVING,
    LEAVING,
    Block,
    BlockKind,
    Document,
    Revision,
    RevisionKind,
    Span,
    SpanKind,
    View,
)

SEPARATOR = "\n"  # closes every leaf
_ENDS = frozenset({RevisionKind.PARAGRAPH_MARK, RevisionKind.ROW})  # what parts, joins or takes paragraphs away
_NAMELESS = frozenset({"", "author", "unknown author", "unknown", "anonymous"})


@dataclass(frozen=True, slots=True)
class Run:
    """A run of a file's text. `final`: it stands in the final view; `laid`: it takes part in the comparison."""

    text: str
    final: bool
    laid: bool
    revisions: tuple[Revision, ...]
    leaf: int  # of the file itself
    span: int  # which of the leaf's, -1 for its end
    at: int  # offset in the leaf's final text
    computed: bool = False  # the last result of a field, which programs work out anew

    def cut(self, begin: int, end: int) -> "Run":
        """Return a part of the run."""
        if begin == 0 and end == len(self.text):
            return self
        return replace(self, text=self.text[begin:end], at=self.at + (begin if self.final else 0))


@dataclass(frozen=True)
class Laid:
    """A file laid out: a document of plain paragraphs that can be compared, and the runs of each of its leaves."""

    document: Document
    runs: tuple[tuple[Run, ...], ...]


class Known:
    """The tracked changes that the file had when it was sent."""

    def __init__(self, sent: Document) -> None:
        self._keys = {_key(revision) for revision in _revisions(sent)}
        self._minutes = defaultdict[tuple[str, str], set[int]](set)
        for revision in _revisions(sent):
            minute = _minute(revision.date)
            if minute is not None:
                self._minutes[_does(revision), revision.author].add(minute)
        self._does = {_does(revision) for revision in _revisions(sent)}

    def surely_holds(self, revision: Revision) -> bool:
        """Tell whether somebody made this change in a minute in which he made one before: then it is no new one."""
        return _minute(revision.date) is not None and not _is_nameless(revision) and _key(revision) in self._keys

    def may_hold(self, revision: Revision) -> bool:
        """Tell whether a change of a returned file may have been there before: by author and minute, if it has them.

        LibreOffice joins neighbouring changes, whose minutes then are off by one, and calls what was cut here and put
        in there a move.
        """
        minute = _minute(revision.date)
        if minute is None or _is_nameless(revision):
            return _does(revision) in self._does
        known = self._minutes[_does(revision), revision.author]
        return not known.isdisjoint((minute - 1, minute, minute + 1))


def same_change(one: Revision, other: Revision) -> bool:
    """Tell whether two changes of the same words are one, whose author's name or date may have been taken away."""
    if one == other:
        return True
    authors = one.author == other.author or _is_nameless(one) or _is_nameless(other)
    return authors and _does(one) == _does(other) and _about_then(one.date, other.date)


def lay_sent(sent: Document) -> Laid:
    """Lay out the file that was sent."""
    return _lay(sent, lambda _revision: False)


def lay_returned(returned: Document, known: Known) -> Laid:
    """Lay out a returned file, without what was surely put in since."""
    return _lay(returned, lambda revision: not known.may_hold(revision))


def _lay(document: Document, is_new: Callable[[Revision], bool]) -> Laid:
    layout = _Layout(is_new)
    blocks = layout.blocks(document.blocks)
    return Laid(Document(blocks), tuple(map(tuple, layout.runs)))


class _Layout:
    """Rebuilds a document from plain paragraphs; those that a new mark parted are one again."""

    def __init__(self, is_new: Callable[[Revision], bool]) -> None:
        self._is_new = is_new
        self._leaf = 0
        self.runs: list[list[Run]] = []

    def blocks(self, blocks: Iterable[Block]) -> tuple[Block, ...]:
        """Return the blocks of one place laid out, and note their runs in reading order."""
        laid: list[Block] = []
        open_leaf: int | None = None  # whose mark is new, so that the next paragraph goes on in it
        place = 0
        for block in blocks:
            if block.kind is BlockKind.TABLE or block.blocks:
                rows = tuple(tuple(self.blocks(cell) for cell in row) for row in block.rows)
                laid.append(replace(block, rows=rows, blocks=self.blocks(block.blocks), revisions=()))
                continue
            runs = list(self._runs_of(block))
            if open_leaf is None:
                place, number = len(laid), len(self.runs)
                self.runs.append(runs)
                laid.append(block)
            else:
                number = open_leaf
                self.runs[number] += runs
            open_leaf = number if not runs[-1].laid else None
            laid[place] = _plain(laid[place], self.runs[number])
        if open_leaf is not None:  # nothing follows for it to go on in
            self.runs[open_leaf][-1] = replace(self.runs[open_leaf][-1], laid=True)
        return tuple(laid)

    def _runs_of(self, block: Block) -> Iterator[Run]:
        at = 0
        for number, span in enumerate(block.spans):
            final = span.stands_in(View.FINAL)
            if span.text:
                laid = not any(one.kind in ARRIVING and self._is_new(one) for one in span.revisions)
                is_field = span.kind is SpanKind.FIELD
                yield Run(span.text, final, laid, span.revisions, self._leaf, number, at, is_field)
            at += len(span.text) if final else 0
        new = [one for one in block.revisions if one.kind in _ENDS and self._is_new(one)]
        parted = any(one.kind is RevisionKind.PARAGRAPH_MARK and one.arrives for one in new)
        cut = any(not one.arrives for one in new)
        yield Run(SEPARATOR, not cut, not parted, block.revisions, self._leaf, -1, at)
        self._leaf += 1


def _plain(block: Block, runs: list[Run]) -> Block:
    text = "".join(run.text for run in runs if run.laid)
    return replace(block, spans=(Span(text.removesuffix(SEPARATOR)),), revisions=())


def _revisions(document: Document) -> Iterator[Revision]:
    for leaf in document.leaves():
        yield from leaf.block.revisions
        for span in leaf.block.spans:
            yield from span.revisions


def _does(revision: Revision) -> str:
    """Return what a change does to the text; programs tell the same as an insertion or as the end of a move."""
    return "brings" if brings_text(revision) else "leaves" if leaves_text(revision) else revision.kind


def _about_then(one: str, other: str) -> bool:
    """Tell whether two local times are of the same minute or the next, or one is none."""
    minutes = _minute(one), _minute(other)
    return minutes[0] is None or minutes[1] is None or abs(minutes[0] - minutes[1]) <= 1


@lru_cache(maxsize=4096)
def _minute(date: str) -> int | None:
    """Return the minute of a local time, None if it is none."""
    try:
        return int(datetime.fromisoformat(date.removesuffix("Z")).replace(tzinfo=UTC).timestamp()) // 60
    except (ValueError, OverflowError):
        return None


def _key(revision: Revision) -> tuple[RevisionKind, str, str]:
    return revision.kind, revision.author, revision.date[:16]


def _is_nameless(revision: Revision) -> bool:
    return revision.author.strip().lower() in _NAMELESS


def leaves_text(revision: Revision) -> bool:
    """Tell whether a change takes words, or the end of a paragraph, away."""
    return revision.kind in LEAVING or (revision.kind in _ENDS and not revision.arrives)


def brings_text(revision: Revision) -> bool:
    """Tell whether a change puts words, or the end of a paragraph, in."""
    return revision.kind in ARRIVING or (revision.kind in _ENDS and revision.arrives)
