"""What of the tracked changes in a pack is our own, and how the text reads without them."""

from dataclasses import dataclass
from datetime import datetime

from carfacilitator.document.blocks import Document, Revision
from carfacilitator.document.offers import Offers
from carfacilitator.model.packs import Pack
from carfacilitator.services.days import local
from carfacilitator.services.pack_wishes import from_record
from carfacilitator.word.tracker import WRITTEN


@dataclass(frozen=True)
class Marks:
    """In whose name and when we marked changes in a pack ('' if there are none), and whether it is a redline."""

    by: str
    at: datetime
    redline: bool = False


def marks_of(pack: Pack) -> Marks:
    """Return what we marked in a pack."""
    return Marks(pack.marked_by, local(pack.made_at), from_record(pack.wishes).redline)


def offers_of(marks: Marks, sent: Document) -> Offers:
    """Return our own changes in what was sent, which is a pack read without its cover note."""
    ours = marks.by, f"{marks.at:{WRITTEN}}"

    def is_ours(change: Revision) -> bool:
        return bool(marks.by) and (change.author, change.date) == ours

    return Offers(sent, is_ours, done=marks.redline)
