"""Long runs of what did not change, folded to one line; headings stay, and what carries a comment."""

from collections.abc import Collection, Iterator, Sequence

from carfacilitator.document.blocks import BlockKind, Document
from carfacilitator.ui.widgets.sheet_rows import Look, Shape, Strip

LEAST = 3  # fewer paragraphs are shown rather than folded
AROUND = 1  # unchanged strips that stay beside a change


def folded(strips: Sequence[Strip], new: Document, kept: Collection[int], opened: Collection[int]) -> tuple[Strip, ...]:
    """Return the strips with every longer unchanged run as a fold.

    `kept` are leaves of the newer draft that must be seen; `opened` are folds that were opened, by `fold_key`.
    """
    leaves = new.leaves()
    headings = {index for index, leaf in enumerate(leaves) if leaf.block.kind is BlockKind.HEADING}
    must = {leaf for leaf in kept if 0 <= leaf < len(leaves)} | headings
    changed_tables = {strip.table for strip in strips if strip.look is not Look.SAME}
    can = [_is_quiet(strip, changed_tables) for strip in strips]
    hide = [can[n] and _is_away(can, n) and not _has(strip, must) for n, strip in enumerate(strips)]
    out: list[Strip] = []
    for run, hidden in _runs(strips, hide):
        if not hidden or len(run) < LEAST or fold_key(run[0]) in opened:
            out += run
        else:
            out.append(Strip(Shape.FOLD, rows=run[0].rows, words=_words(run), hidden=tuple(run)))
    return tuple(out)


def fold_key(strip: Strip) -> int:
    """Return what names a fold for as long as the drafts stay the same: the comparison's row that it begins with."""
    return strip.rows[0] if strip.rows else -1


def _is_quiet(strip: Strip, changed_tables: Collection[int]) -> bool:
    if strip.look is not Look.SAME or not strip.rows:
        return False
    return strip.shape is Shape.TEXT or (strip.shape is Shape.TABLE and strip.table not in changed_tables)


def _is_away(can: Sequence[bool], index: int) -> bool:
    """Tell whether a strip is far enough from what changed; the drafts' own ends count as far."""
    return all(can[max(0, index - AROUND) : index + AROUND + 1])


def _has(strip: Strip, leaves: Collection[int]) -> bool:
    return any(is_new and leaf in leaves for is_new, leaf in strip.leaves())


def _runs(strips: Sequence[Strip], hide: Sequence[bool]) -> Iterator[tuple[list[Strip], bool]]:
    run: list[Strip] = []
    for index, strip in enumerate(strips):
        if run and hide[index] != hide[index - 1]:
            yield run, hide[index - 1]
            run = []
        run.append(strip)
    if run:
        yield run, hide[-1]


def _words(run: Sequence[Strip]) -> str:
    paragraphs = sum(strip.shape is Shape.TEXT for strip in run)
    tables = len({strip.table for strip in run if strip.shape is Shape.TABLE})
    told = [_counted(paragraphs, "paragraph"), _counted(tables, "table")]
    return f"{' and '.join(part for part in told if part)} unchanged"


def _counted(number: int, noun: str) -> str:
    return "" if not number else f"1 {noun}" if number == 1 else f"{number} {noun}s"
