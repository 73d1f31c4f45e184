"""What became of the tracked changes that a file had when it was sent, and which of a returned file's are new."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from carfacilitator.document.blocks import Document, Revision
from carfacilitator.document.changes import Change, changes_with_spans
from carfacilitator.document.laid import Known, Run, brings_text, leaves_text, same_change

_Place = tuple[int, int, Revision]  # leaf, span (-1 for the paragraph itself), the change


class Outcome(StrEnum):
    """What became of a tracked change."""

    TRACKED = "tracked"  # it still is one
    ACCEPTED = "accepted"
    REJECTED = "rejected"


@dataclass
class Tally:
    """Counts, run by run, where the changes of before are still tracked and where new ones are."""

    known: Known
    new: set[_Place] = field(default_factory=set)
    outcomes: defaultdict[_Place, Counter[Outcome]] = field(default_factory=lambda: defaultdict(Counter))

    def meet(self, old: Run, new: Run) -> None:
        """Take words that stand in both files."""
        if old.revisions == new.revisions == ():
            return
        for change in old.revisions:
            still = any(same_change(change, other) for other in new.revisions)
            self._note(old, change, Outcome.TRACKED if still else _outcome(change, stands=new.final))
        for change in new.revisions:
            if not any(same_change(change, other) for other in old.revisions):
                self._find(new, change)

    def miss(self, old: Run) -> None:
        """Take words that are in the returned file no more."""
        for change in old.revisions:
            self._note(old, change, _outcome(change, stands=False))

    def find(self, new: Run) -> None:
        """Take words that were not in the file that was sent."""
        for change in new.revisions:
            self._find(new, change)

    def _find(self, new: Run, change: Revision) -> None:
        if not self.known.surely_holds(change):
            self.new.add((new.leaf, new.span, change))

    def _note(self, old: Run, change: Revision, outcome: Outcome) -> None:
        self.outcomes[old.leaf, old.span, change][outcome] += len(old.text)


def new_changes(returned: Document, tally: Tally) -> tuple[Change, ...]:
    """Return the tracked changes of a returned file that were not there when it was sent, in reading order."""
    new = {(leaf, span, *_told(change)) for leaf, span, change in tally.new}
    return tuple(
        change
        for change, spans in changes_with_spans(returned)
        if any((change.block, span, *_told(change)) in new for span in spans or (-1,))
    )


def outcomes(sent: Document, tally: Tally) -> Iterator[tuple[Change, Outcome]]:
    """Yield the changes of the file that was sent, and what became of each."""
    counts: defaultdict[tuple[object, ...], Counter[Outcome]] = defaultdict(Counter)
    for (leaf, span, revision), counter in tally.outcomes.items():
        counts[leaf, span, *_told(revision)].update(counter)
    for change, spans in changes_with_spans(sent):
        total: Counter[Outcome] = Counter()
        for span in spans or (-1,):
            total.update(counts[change.block, span, *_told(change)])
        yield change, total.most_common(1)[0][0] if total else Outcome.TRACKED


def _told(change: Revision | Change) -> tuple[object, ...]:
    return change.kind, change.author, change.date, change.group


def _outcome(change: Revision, *, stands: bool) -> Outcome:
    if brings_text(change):
        return Outcome.ACCEPTED if stands else Outcome.REJECTED
    if leaves_text(change):
        return Outcome.REJECTED if stands else Outcome.ACCEPTED
    return Outcome.ACCEPTED  # a change of format of which no trace is left
