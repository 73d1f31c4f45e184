"""A returned file beside the pack it was made of: both without the cover note, what is new in it, and what to know."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from carfacilitator.document.blocks import Anchor, Document, FileComment, Finding, Story
from carfacilitator.document.combining import Combination, combination_of
from carfacilitator.document.covers import cover_in, cover_of, cover_words, without_cover
from carfacilitator.document.flat import Flat
from carfacilitator.document.laid import Known
from carfacilitator.document.offers import Offers
from carfacilitator.document.remarks import Remark, remarks_of
from carfacilitator.document.settled import Tally
from carfacilitator.document.strokes import Strokes, strokes_of
from carfacilitator.services.combining import author_names, report_of
from carfacilitator.services.senders import is_nameless
from carfacilitator.services.sent_packs import OF_EARLIER, UNMARKED, Marks, answers_told, offers_of
from carfacilitator.word.reader import read


@dataclass(frozen=True)
class Sides:
    """What was sent and what came back, both without the cover note, and what was written on that.

    `offers` are our own changes in what was sent, None where there are none.
    """

    sent: Document
    returned: Document
    on_cover: tuple[str, ...]
    offers: Offers | None = None

    @property
    def base(self) -> Document:
        """Return the text that all is told in: the one that was sent, without what we only proposed in it."""
        return self.sent if self.offers is None else self.offers.base


@dataclass(frozen=True)
class ReturnedFile:
    """What is new in a returned file, in the coordinates of the text that its pack was made of (`sides.base`)."""

    sides: Sides
    combination: Combination
    names: tuple[str, ...]
    report: tuple[Finding, ...]

    @property
    def edits(self) -> int:
        """Return how many edits it proposes."""
        return len(self.combination.for_reading())

    @property
    def has_words(self) -> bool:
        """Tell whether anything is left of the text."""
        leaves = self.sides.returned.leaves()
        return any(leaf.block.text().strip() for leaf in leaves if leaf.block.story is Story.BODY)

    @property
    def is_nameless(self) -> bool:
        """Tell whether something new in it does not say by whom it is, or all that is new was done silently."""
        is_silent = not self.names and bool(self.combination.items)
        return is_silent or any(map(is_nameless, self.names))


def sides_of(pack: bytes, code: str, returned: Document, marks: Marks = UNMARKED) -> Sides:
    """Return both sides of a returned file without the cover note."""
    return beside(read(pack), code, returned, marks)


def beside(sent: Document, code: str, returned: Document, marks: Marks = UNMARKED) -> Sides:
    """Return a pack that has been read and a returned file, both without the cover note."""
    theirs, ours = cover_in(returned, sent, code), cover_of(sent, code)
    known = set(cover_words(sent, ours))
    written = tuple(words for words in cover_words(returned, theirs) if words not in known)
    text = without_cover(sent, ours)
    offers = offers_of(marks, text) if marks.at else None
    return Sides(text, without_cover(returned, theirs), written, offers)


def looked_at(sides: Sides) -> ReturnedFile:
    """Return what is new in a returned file."""
    made = strokes_of(sides.sent, sides.returned)
    remarks = remarks_of(sides.sent, [sides.returned], [made.stretches], Flat(sides.sent.texts()))
    answered = None if sides.offers is None else sides.offers.answered(made)
    if sides.offers is not None and answered is not None:
        made = replace(made, strokes=answered.strokes)
        remarks = [replace(one, anchor=one.anchor and sides.offers.anchor(one.anchor)) for one in remarks]
    combination = combination_of(Flat(sides.base.texts()), [made], remarks)
    names = author_names(combination, 0, sides.returned)
    report = [*report_of(sides.sent, [sides.returned], combination), *_told(sides)]
    if answered is not None:
        report = [*answers_told(answered), *(one for one in report if one.kind not in OF_EARLIER)]
    return ReturnedFile(sides, combination, names, tuple(report))


def what_was_done(sides: Sides) -> Strokes:
    """Return only what was done to the text."""
    made = strokes_of(sides.sent, sides.returned)
    return made if sides.offers is None else replace(made, strokes=sides.offers.answered(made).strokes)


def nothing_done() -> Strokes:
    """Return what somebody did to the text who wrote or rang."""
    return Strokes(tally=Tally(Known(Document())))


def remarks_in(file: ReturnedFile) -> list[tuple[Remark, str]]:
    """Return the new remarks of a file, each with the words it answers; what stands on the cover note is one too."""
    comments = {one.id: one.text for one in (*file.sides.returned.comments, *file.sides.sent.comments)}
    found = [(remark, comments.get(remark.parent, "")) for remark in file.combination.remarks]
    for number, words in enumerate(file.sides.on_cover, 1):
        author = next(iter(file.names), "")
        found.append((Remark(0, FileComment(f"cover {number}", words, author), "", inferred=False, anchor=None), ""))
    return found


def spoken(text: str, name: str, anchor: Anchor | None) -> Remark:
    """Return a remark that came without a file."""
    return Remark(0, FileComment(name, text), "", inferred=False, anchor=anchor)


def _told(sides: Sides) -> Iterator[Finding]:
    count = len(sides.on_cover)
    if count:
        one = "Something was written on the cover note; it is among the remarks."
        yield Finding("cover", count, one)
