"""The handouts there are: one line for each."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from carfacilitator.errors import NotFoundError
from carfacilitator.handouts import agenda
from carfacilitator.handouts.pages import PrintSize, Sheet


@dataclass(frozen=True, kw_only=True)
class Handout:
    """A kind of printed sheet: how it is called, what it is for, and what lays its data out."""

    name: str  # as the command line calls it
    title: str
    about: str
    takes: type[Any]  # the dataclass that `lay_out` wants
    lay_out: Callable[[Any, PrintSize], Sheet]


HANDOUTS: tuple[Handout, ...] = (
    Handout(
        name="agenda",
        title="Agenda",
        about="One sheet for one meeting: the timed agenda, the ground rules, the case-study cycle.",
        takes=agenda.Agenda,
        lay_out=agenda.sheet,
    ),
)


def named(name: str) -> Handout:
    """Return the handout of that name.

    Raises:
        NotFoundError: there is none.
    """
    for handout in HANDOUTS:
        if handout.name == name:
            return handout
    known = ", ".join(handout.name for handout in HANDOUTS)
    raise NotFoundError(f"There is no handout called ‘{name}’.", f"There is: {known}.")
