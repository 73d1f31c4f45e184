"""The changes between two drafts as entries of a list: what kind, where, which words, and how it is said aloud."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from carfacilitator.document.blocks import Revision, RevisionKind
from carfacilitator.document.differences import Difference, DifferenceKind
from carfacilitator.document.renamings import Replacement
from carfacilitator.document.sections import Place
from carfacilitator.ui.widgets.review_data import Side
from carfacilitator.ui.widgets.sheet_model import Drafts
from carfacilitator.ui.widgets.sheet_speech import shortened
from carfacilitator.ui.widgets.spoken import counted

LONGEST = 60  # characters of either wording that an entry shows


@dataclass(frozen=True, slots=True)
class ChangeLook:
    """How a kind of change is shown: its words, its icon, the token of its colour."""

    id: str
    title: str
    icon: str
    tone: str


LOOKS: Mapping[DifferenceKind, ChangeLook] = {
    DifferenceKind.WORDING: ChangeLook("wording", "Wording", "note", "muted"),
    DifferenceKind.NEW_SENTENCE: ChangeLook("new", "New sentence", "plus", "inserted"),
    DifferenceKind.CUT_SENTENCE: ChangeLook("cut", "Sentence cut", "close", "deleted"),
    DifferenceKind.MOVED_SENTENCE: ChangeLook("moved", "Sentence moved", "move", "moved"),
    DifferenceKind.NEW_PARAGRAPH: ChangeLook("new", "New paragraph", "plus", "inserted"),
    DifferenceKind.CUT_PARAGRAPH: ChangeLook("cut", "Paragraph cut", "close", "deleted"),
    DifferenceKind.MOVED_PARAGRAPH: ChangeLook("moved", "Moved", "move", "moved"),
    DifferenceKind.SPLIT: ChangeLook("parted", "Split", "split", "moved"),
    DifferenceKind.MERGED: ChangeLook("parted", "Joined", "split", "moved"),
    DifferenceKind.NEW_TABLE: ChangeLook("new", "New table", "table", "inserted"),
    DifferenceKind.CUT_TABLE: ChangeLook("cut", "Table cut", "table", "deleted"),
    DifferenceKind.MOVED_TABLE: ChangeLook("moved", "Table moved", "table", "moved"),
    DifferenceKind.NEW_TABLE_ROW: ChangeLook("new", "New table row", "table", "inserted"),
    DifferenceKind.CUT_TABLE_ROW: ChangeLook("cut", "Table row cut", "table", "deleted"),
    DifferenceKind.MOVED_TABLE_ROW: ChangeLook("moved", "Table row moved", "table", "moved"),
    DifferenceKind.NEW_CELL: ChangeLook("new", "New cell", "table", "inserted"),
    DifferenceKind.CUT_CELL: ChangeLook("cut", "Cell cut", "table", "deleted"),
    DifferenceKind.SPACING: ChangeLook("form", "Spacing", "note", "muted"),
    DifferenceKind.FORMATTING: ChangeLook("form", "Formatting", "note", "muted"),
}
OWN_LOOKS: Mapping[RevisionKind, ChangeLook] = {
    RevisionKind.INSERT: ChangeLook("new", "Inserted in Word", "plus", "inserted"),
    RevisionKind.DELETE: ChangeLook("cut", "Deleted in Word", "close", "deleted"),
    RevisionKind.MOVE_FROM: ChangeLook("moved", "Moved away in Word", "move", "moved"),
    RevisionKind.MOVE_TO: ChangeLook("moved", "Moved here in Word", "move", "moved"),
    RevisionKind.FORMAT: ChangeLook("form", "Format changed in Word", "note", "muted"),
    RevisionKind.PARAGRAPH_MARK: ChangeLook("parted", "Paragraph mark", "split", "moved"),
    RevisionKind.ROW: ChangeLook("parted", "Table row", "table", "moved"),
}
FILTERS = (
    ("wording", "Wording"),
    ("new", "New"),
    ("cut", "Cut"),
    ("moved", "Moved"),
    ("parted", "Split and joined"),
    ("form", "Format"),
)


@dataclass(frozen=True, slots=True)
class ChangeEntry:
    """One change: the row of the comparison that it is in, and its two lines in the list."""

    row: int
    look: ChangeLook
    words: str
    section: str
    place: str
    note: str = ""
    comments: int = 0
    size: int = 1  # words that were cut and put in
    members: tuple[int, ...] = ()  # the numbers of the changes that an entry for a replacement stands for

    def spoken(self, number: int, of: int) -> str:
        """Return the entry as a screen reader says it."""
        if self.members:
            return f"{self.words}, in {self.look.title}; Enter shows them"
        where = ", ".join(part for part in (self.place, self.note) if part)
        told = "1 comment" if self.comments == 1 else f"{self.comments} comments" if self.comments else ""
        said = (f"{self.look.title}, {where}: {self.words}", told, f"{number} of {of}")
        return "; ".join(part for part in said if part)

    def with_comments(self, number: int) -> "ChangeEntry":
        """Return the same with the number of comments on its row."""
        return replace(self, comments=number)


@dataclass(frozen=True, slots=True)
class Told:
    """All changes as a desk tells them: one by one, several in one, those tracked in the file, and in a sentence."""

    entries: tuple[ChangeEntry, ...] = ()
    replacements: tuple[ChangeEntry, ...] = ()
    own: tuple[ChangeEntry, ...] = ()
    sentence: str = ""
    counted: bool = True


COUNTING = Told(sentence="Counting the changes …", counted=False)


def told(drafts: Drafts) -> Told:
    """Return all changes of two drafts, and have the sentences that moved known; of long drafts it takes a while."""
    drafts.moved_sentences  # noqa: B018  they are worked out once and kept
    sentence = drafts.comparison.summary.sentence if drafts.comparison else ""
    return Told(entries(drafts), replacement_entries(drafts), own_entries(drafts), sentence)


def entries(drafts: Drafts) -> tuple[ChangeEntry, ...]:
    """Return the comparison's changes, as many as its summary counts."""
    found = drafts.comparison.differences if drafts.comparison else ()
    return tuple(_entry(drafts, difference) for difference in found)


def replacement_entries(drafts: Drafts) -> tuple[ChangeEntry, ...]:
    """Return an entry for each replacement that was made in several places, the commonest first."""
    found = drafts.comparison.replacements if drafts.comparison else ()
    return tuple(_replacement_entry(one) for one in found)


def _replacement_entry(one: Replacement) -> ChangeEntry:
    look = ChangeLook("several", counted(one.count, "place"), "list", "lead")
    words = f"‘{shortened(one.old, LONGEST)}’ → ‘{shortened(one.new, LONGEST)}’"
    return ChangeEntry(-1, look, words, "Replaced in several places", "", members=one.differences)


def own_entries(drafts: Drafts) -> tuple[ChangeEntry, ...]:
    """Return the tracked changes that came inside the newer draft's file."""
    return tuple(_own_entries(drafts))


def _entry(drafts: Drafts, difference: Difference) -> ChangeEntry:
    row = drafts.rows[difference.row]
    side, told = (Side.NEW, row.new) if row.new else (Side.OLD, row.old)
    place = drafts.places[side][told[0]]
    words, note = _words(difference), _note(drafts, difference)
    look = LOOKS[difference.kind]
    return ChangeEntry(difference.row, look, words, place.section, place.words, note, size=difference.size)


def _words(difference: Difference) -> str:
    old, new = shortened(difference.old, LONGEST), shortened(difference.new, LONGEST)
    if difference.kind is not DifferenceKind.WORDING:
        return new or old
    if old and new:
        return f"{old} → {new}"
    return f"{old} (cut)" if old else f"{new} (new)"


def _note(drafts: Drafts, difference: Difference) -> str:
    row = drafts.rows[difference.row]
    if difference.kind is not DifferenceKind.MOVED_PARAGRAPH or not row.old:
        return ""
    return f"from {drafts.places[Side.OLD][row.old[0]].short}"


def _own_entries(drafts: Drafts) -> Iterator[ChangeEntry]:
    places = drafts.places[Side.NEW]
    for index, leaf in enumerate(drafts.leaves[Side.NEW]):
        row = drafts.row_of[Side.NEW, index]
        for span in leaf.block.spans:
            for revision in span.revisions:
                yield _own_entry(row, revision, span.text, places[index])
        for revision in leaf.block.revisions:
            yield _own_entry(row, revision, leaf.block.text(), places[index])


def _own_entry(row: int, revision: Revision, text: str, place: Place) -> ChangeEntry:
    look = OWN_LOOKS[revision.kind]
    words, size = shortened(text, LONGEST), len(text.split())
    return ChangeEntry(row, look, words, place.section, place.words, revision.author, size=size)
