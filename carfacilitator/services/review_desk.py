"""The services of the review desk, put together: what is said about drafts, in which terms, and what is made of it."""

from dataclasses import dataclass
from pathlib import Path

from carfacilitator.model.clock import Clock
from carfacilitator.services.codebook import Codebook
from carfacilitator.services.comments import Comments
from carfacilitator.services.departures import Departures
from carfacilitator.services.drafts import Drafts
from carfacilitator.services.originals import Originals
from carfacilitator.services.profiles import Profiles
from carfacilitator.services.remarks import Remarks
from carfacilitator.services.reports import Reports
from carfacilitator.services.reviews import Reviews
from carfacilitator.store.database import Database


@dataclass(frozen=True, kw_only=True)
class ReviewDesk:
    """What is there for reading drafts and speaking about them."""

    originals: Originals
    reviews: Reviews
    comments: Comments
    codebook: Codebook
    remarks: Remarks
    profiles: Profiles
    reports: Reports


def review_desk(database: Database, clock: Clock, departures: Departures, lent: Path) -> ReviewDesk:
    """Return the services of the review desk; plain copies of drafts' files lie in the folder `lent` while in use."""
    return ReviewDesk(
        originals=Originals(Drafts(database, clock), departures, lent),
        reviews=Reviews(database, clock),
        comments=Comments(database),
        codebook=Codebook(database, clock),
        remarks=Remarks(database, clock),
        profiles=Profiles(database, clock),
        reports=Reports(database, clock, departures),
    )
