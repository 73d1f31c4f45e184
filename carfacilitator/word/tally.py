"""Counts what a file holds that cannot be shown or needs a word, and says it in the import report."""

from collections import Counter

from carfacilitator.document.blocks import Finding
from carfacilitator.word.objects import ATTACHED_TEXT, UNKNOWN

_ARE_KEPT = "are kept but cannot be commented inside."
_IS_KEPT = "is kept but cannot be commented inside."

MACROS = "macros"
OUTSIDE = "links to outside"
NAMES_REMOVED = "names removed"
UNPLACED = "comments without a place"
STRAY = "words outside paragraphs"
IN_COMMENTS = "pictures in comments"
HUGE_PICTURES = "huge pictures"
DAMAGED_PICTURES = "damaged pictures"

# What is said instead of "is kept but cannot be commented inside": of one, and of several.
_SENTENCES = {
    ATTACHED_TEXT: (
        "1 attached file is kept but its text is not shown.",
        "{count} attached files are kept but their text is not shown.",
    ),
    UNKNOWN: (
        "1 thing in it is unknown to this program. It is kept as it is.",
        "{count} things in it are unknown to this program. They are kept as they are.",
    ),
    MACROS: ("This file brings macros. They are never run and never sent on.",) * 2,
    OUTSIDE: (
        "1 link to a picture or a template elsewhere is not followed.",
        "{count} links to pictures or templates elsewhere are not followed.",
    ),
    NAMES_REMOVED: ("This file tells Word to take people's names away from comments and changes when it is saved.",)
    * 2,
    STRAY: (
        "1 piece of text stands outside any paragraph. It is read, but nothing can be written into it.",
        "{count} pieces of text stand outside any paragraph. They are read, but nothing can be written into them.",
    ),
    HUGE_PICTURES: (
        "1 picture is far larger than any page needs and may stop other programs.",
        "{count} pictures are far larger than any page needs and may stop other programs.",
    ),
    DAMAGED_PICTURES: (
        "1 picture came damaged. It is kept as it came.",
        "{count} pictures came damaged. They are kept as they came.",
    ),
    IN_COMMENTS: (
        "1 comment holds a picture or the like, which is kept but not shown.",
        "{count} comments hold pictures or the like, which are kept but not shown.",
    ),
    UNPLACED: (
        "1 comment belongs to no place in the text.",
        "{count} comments belong to no place in the text.",
    ),
}
_PLURALS = {
    "WordArt": "pieces of WordArt",
    "line across": "lines across the page",
    "embedded PDF": "embedded PDF files",
}
_SINGULARS = {"WordArt": "piece of WordArt", "line across": "line across the page", "embedded PDF": "embedded PDF file"}


class Tally:
    """Counts by kind while a file is read."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()

    def add(self, kind: str, count: int = 1) -> None:
        """Count something; a kind may carry a detail after a colon."""
        if count:
            self._counts[kind.split(":", maxsplit=1)[0]] += count

    def report(self) -> tuple[Finding, ...]:
        """Return a line for each kind, in the order in which they were met."""
        return tuple(Finding(kind, count, _sentence(kind, count)) for kind, count in self._counts.items())


def _sentence(kind: str, count: int) -> str:
    if kind in _SENTENCES:
        return _SENTENCES[kind][count > 1].format(count=count)
    if count == 1:
        return f"1 {_SINGULARS.get(kind, kind)} {_IS_KEPT}"
    return f"{count} {_PLURALS.get(kind, f'{kind}s')} {_ARE_KEPT}"
