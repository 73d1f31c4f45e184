"""What changed between two drafts, said in one plain sentence."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from carfacilitator.document.difference_kinds import Difference, DifferenceKind


@dataclass(frozen=True, slots=True)
class Summary:
    """All changes in one sentence, whose parts add up to its number, and as numbers."""

    sentence: str
    counts: Mapping[DifferenceKind, int]


_ONE_AND_MANY = {
    DifferenceKind.WORDING: ("{} in wording", "{} in wording"),
    DifferenceKind.NEW_SENTENCE: ("{} new sentence", "{} new sentences"),
    DifferenceKind.CUT_SENTENCE: ("{} sentence cut", "{} sentences cut"),
    DifferenceKind.MOVED_SENTENCE: ("{} sentence moved", "{} sentences moved"),
    DifferenceKind.NEW_PARAGRAPH: ("{} new paragraph", "{} new paragraphs"),
    DifferenceKind.CUT_PARAGRAPH: ("{} paragraph cut", "{} paragraphs cut"),
    DifferenceKind.MOVED_PARAGRAPH: ("{} paragraph moved", "{} paragraphs moved"),
    DifferenceKind.SPLIT: ("{} split", "{} splits"),
    DifferenceKind.MERGED: ("{} merge", "{} merges"),
    DifferenceKind.NEW_TABLE: ("{} new table", "{} new tables"),
    DifferenceKind.CUT_TABLE: ("{} table cut", "{} tables cut"),
    DifferenceKind.MOVED_TABLE: ("{} table moved", "{} tables moved"),
    DifferenceKind.NEW_TABLE_ROW: ("{} new table row", "{} new table rows"),
    DifferenceKind.CUT_TABLE_ROW: ("{} table row cut", "{} table rows cut"),
    DifferenceKind.MOVED_TABLE_ROW: ("{} table row moved", "{} table rows moved"),
    DifferenceKind.NEW_CELL: ("{} new table cell", "{} new table cells"),
    DifferenceKind.CUT_CELL: ("{} table cell cut", "{} table cells cut"),
    DifferenceKind.SPACING: ("{} in spacing", "{} in spacing"),
    DifferenceKind.FORMATTING: ("{} in formatting", "{} in formatting"),
}


def summary_of(differences: Iterable[Difference]) -> Summary:
    """Return the summary of all changes; '1 change: …', or 'No changes'."""
    found = Counter(difference.kind for difference in differences)
    counts = {kind: found[kind] for kind in DifferenceKind if found[kind]}
    if not counts:
        return Summary("No changes", counts)
    total = sum(counts.values())
    parts = ", ".join(_ONE_AND_MANY[kind][number > 1].format(number) for kind, number in counts.items())
    return Summary(f"{total} {'changes' if total > 1 else 'change'}: {parts}", counts)
