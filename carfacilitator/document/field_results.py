"""Tells what somebody typed from what a program worked out anew: dates, page numbers, contents, cross-references."""

from typing import NamedTuple

from carfacilitator.document.laid import Run


class _Place(NamedTuple):
    start: int
    end: int
    text: str


class FieldResults:
    """Follows what differs between two files and says what of it is nothing but results of fields.

    A result that only goes, or only comes, is somebody's doing: a whole field was deleted or put in.
    """

    def __init__(self) -> None:
        self._only_results = True  # differ since words last stood in both files
        self._any = self._before = self._behind = False
        self._alone: _Place | None = None  # the last one, if it cut or put in whole results

    def differs(self, run: Run) -> None:
        """Take words that do not stand in both files; the ends of paragraphs go with them."""
        self._any |= run.computed
        self._only_results &= run.computed or run.span < 0

    def stays(self, *, is_result: bool) -> None:
        """Take words that stand in both files."""
        self._behind = is_result

    def worked_out(self, start: int, end: int, text: str) -> int:
        """Return how many of the last places were worked out anew: this one, also with the one before, or none."""
        here, before = _Place(start, end, text), self._alone
        self._alone = None
        if not (self._any and self._only_results):
            return 0
        if (text and end > start) or self._before or self._behind:
            return 1
        if before and bool(before.text) != bool(text) and start in (before.start, before.end):
            return 2
        self._alone = here
        return 0

    def go_on(self) -> None:
        """Begin anew, behind words that stand in both files."""
        self._only_results, self._any = True, False
        self._before, self._behind = self._behind, False
