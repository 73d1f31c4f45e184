"""The services of the round trip, put together: what comes back of packs, and what is decided about it."""

from dataclasses import dataclass

from carfacilitator.model.clock import Clock
from carfacilitator.services.answers import Answers
from carfacilitator.services.chasing import ChasingLetters
from carfacilitator.services.combined_reviews import CombinedReviews
from carfacilitator.services.combined_texts import CombinedTexts
from carfacilitator.services.conditions import Conditions
from carfacilitator.services.publications import Publications
from carfacilitator.services.results import Results
from carfacilitator.services.returns import Returns
from carfacilitator.services.rules import Rules
from carfacilitator.services.sanctions import Sanctions
from carfacilitator.store.database import Database


@dataclass(frozen=True, kw_only=True)
class RoundTrip:
    """What is there for the way back from gatekeepers to the author's next draft."""

    returns: Returns
    combined_reviews: CombinedReviews
    results: Results
    answers: Answers
    sanctions: Sanctions
    conditions: Conditions
    chasing: ChasingLetters
    publications: Publications
    rules: Rules


def round_trip(database: Database, clock: Clock) -> RoundTrip:
    """Return the services of the round trip."""
    texts = CombinedTexts()
    return RoundTrip(
        returns=Returns(database, clock),
        combined_reviews=CombinedReviews(database, clock, texts),
        results=Results(database, clock, texts),
        answers=Answers(database, clock, texts),
        sanctions=Sanctions(database, clock),
        conditions=Conditions(database, clock),
        chasing=ChasingLetters(database, clock),
        publications=Publications(database, clock),
        rules=Rules(database, clock),
    )
