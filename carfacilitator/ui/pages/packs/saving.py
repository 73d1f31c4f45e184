"""Making and saving packs one after the other, each whole or not at all, and telling which were refused and why."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol
from uuid import UUID

from carfacilitator.errors import KnownError, RefusedError
from carfacilitator.services.pack_wording import PackWishes
from carfacilitator.services.packing import PackMade
from carfacilitator.services.packs import PackPlan
from carfacilitator.services.workspace import Services
from carfacilitator.ui.widgets import spoken


@dataclass(frozen=True)
class Wanted:
    """A pack to be made: for whom, what is wished, and the plan that was looked at, if it was."""

    gatekeeper_id: UUID
    name: str
    wishes: PackWishes
    plan: PackPlan | None = None


@dataclass
class Outcome:
    """What came of a few packs, by gatekeeper: those that were saved, and who was refused, with the reason."""

    folder: Path
    saved: dict[UUID, UUID] = field(default_factory=dict)
    refused: dict[UUID, tuple[str, str]] = field(default_factory=dict)

    @property
    def said(self) -> str:
        """What is said of it in the end."""
        told = [f"Saved {spoken.counted(len(self.saved), 'pack')}. Nothing was sent."] if self.saved else []
        told += [f"{name}: {why}" for name, why in self.refused.values()]
        return " ".join(told) or "Nothing was saved."


class Reports(Protocol):
    """Work that tells how far it is, and is told to stop by an exception."""

    def report(self, share: float, words: str = "") -> None:
        """Tell how far it is."""


def save_all(services: Services, draft_id: UUID, wanted: Sequence[Wanted], outcome: Outcome, job: Reports) -> Outcome:
    """Make and save each pack that is wanted; what was done stands in `outcome`, also when the work is stopped."""
    for place, one in enumerate(wanted):
        job.report(place / len(wanted), one.name)
        try:
            plan = one.plan or services.packs.prepare(draft_id, one.gatekeeper_id, one.wishes)
            outcome.saved[one.gatekeeper_id] = _made_and_saved(services, plan, outcome.folder)
        except KnownError as error:
            outcome.refused[one.gatekeeper_id] = (one.name, str(error))
    return outcome


def save(services: Services, made: PackMade, folder: Path) -> list[Path]:
    """Save a pack with its message and its receipt, remember where, and return the files.

    What is there already stays: then they go into a folder of their own below.

    Raises:
        KnownError: the folder cannot be written to, or the disk is full; nothing was saved.
    """
    try:
        files = services.packs.hand_over(made, folder)
    except RefusedError:
        files = services.packs.hand_over(made, folder / f"Pack {made.stamp.code}")
    services.dispatches.remember(made.stamp.id, files[0].parent)
    return files


def _made_and_saved(services: Services, plan: PackPlan, folder: Path) -> UUID:
    made = services.packs.make(plan)
    try:
        save(services, made, folder)
    except KnownError:
        services.packs.remove(made.stamp.id)  # what could not be saved was never made
        raise
    return made.stamp.id
