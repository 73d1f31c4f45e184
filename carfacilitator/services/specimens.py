"""Handouts as examples, without a workspace: to look at before there is a meeting, and to see that printing works."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from pathlib import Path

from carfacilitator.handouts import catalogue, pages
from carfacilitator.handouts.agenda import Agenda, AgendaItem
from carfacilitator.handouts.catalogue import HANDOUTS, Handout
from carfacilitator.handouts.pages import PrintSize
from carfacilitator.model.terms import Audience
from carfacilitator.sharing.door import Door, Parcel

_EXAMPLES: dict[str, object] = {
    "agenda": Agenda(
        group="Your group",
        number=1,
        day=date(2026, 3, 12),
        start=time(10, 15),
        place="A hall that everybody can reach",
        purpose="An example: what a first meeting can look like.",
        items=(
            AgendaItem(title="Welcome", minutes=10),
            AgendaItem(title="Ground rules: propose, discuss, agree", minutes=20),
            AgendaItem(title="What is a case study?", minutes=30),
            AgendaItem(title="Break", minutes=10),
            AgendaItem(title="A question of one’s own", minutes=40),
            AgendaItem(title="What each of us does next", minutes=10),
        ),
        ground_rules=(
            "What is said here stays here, unless the one who said it agrees.",
            "Challenge the account, not the person.",
        ),
    ),
}


def kinds() -> Sequence[Handout]:
    """Return the handouts there are."""
    return HANDOUTS


def chosen(names: Sequence[str]) -> list[Handout]:
    """Return the handouts of these names, all of them if none is named.

    Raises:
        NotFoundError: one of them is not known.
    """
    return [catalogue.named(name) for name in names] or list(HANDOUTS)


def printed(handout: Handout) -> bytes:
    """Return an example of a handout as PDF."""
    return pages.pdf(handout.lay_out(_EXAMPLES[handout.name], PrintSize.STANDARD))


def save(names: Sequence[str], folder: Path, *, replace: bool = False) -> list[Path]:
    """Save examples of handouts into a folder, and return the files.

    Raises:
        KnownError: a name is not known, or the folder cannot be written.
    """
    parcels = [
        Parcel(
            name=f"{handout.name}.pdf", media_type="application/pdf", data=printed(handout), audience=Audience.PUBLIC
        )
        for handout in chosen(names)
    ]
    door = Door(record=lambda _departures: None, now=lambda: datetime.now(UTC))  # examples belong to no workspace
    return door.save(parcels, folder, replace=replace)
