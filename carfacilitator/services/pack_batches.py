"""Packs for several gatekeepers at once: each with its own, each whole or not at all, and who was refused and why."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar
from uuid import UUID

from carfacilitator.errors import KnownError
from carfacilitator.services.pack_plans import PackPlan
from carfacilitator.services.packing import PackMade
from carfacilitator.services.rules import ObjectedError, Objection

Done = TypeVar("Done")


@dataclass(frozen=True, kw_only=True)
class Refusal:
    """That there is no pack for somebody, and why; with `objections`, it can be made if a reason is given."""

    gatekeeper_id: UUID
    gatekeeper: str
    sentence: str
    objections: tuple[Objection, ...] = ()


@dataclass(frozen=True)
class Prepared:
    """What packs for several would hold, and for whom there can be none."""

    plans: tuple[PackPlan, ...]
    refused: tuple[Refusal, ...]


@dataclass(frozen=True)
class Batch:
    """The packs that were made, with what was planned, and those that were refused."""

    made: tuple[tuple[PackPlan, PackMade], ...]
    refused: tuple[Refusal, ...]


@dataclass(frozen=True)
class HandedOver:
    """The files that were saved of each pack, and the packs of which none could be."""

    files: tuple[tuple[PackMade, tuple[Path, ...]], ...]
    refused: tuple[Refusal, ...]


def one_by_one(
    work: Mapping[UUID, Callable[[], Done]], names: Mapping[UUID, str]
) -> tuple[tuple[Done, ...], tuple[Refusal, ...]]:
    """Do something for each of several gatekeepers; what cannot be done for one is refused, and the others go on."""
    done: list[Done] = []
    refused: list[Refusal] = []
    for gatekeeper, do in work.items():
        try:
            done.append(do())
        except KnownError as error:
            objections = error.objections if isinstance(error, ObjectedError) else ()
            refused.append(_refusal(gatekeeper, names, error, objections))
    return tuple(done), tuple(refused)


def _refusal(
    gatekeeper: UUID, names: Mapping[UUID, str], error: KnownError, objections: tuple[Objection, ...]
) -> Refusal:
    name = names.get(gatekeeper, "")
    return Refusal(gatekeeper_id=gatekeeper, gatekeeper=name, sentence=str(error), objections=objections)
