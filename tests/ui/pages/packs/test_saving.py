from pathlib import Path
from uuid import UUID

import pytest

from carfacilitator.model.terms import Audience
from carfacilitator.services.dispatches import Lying
from carfacilitator.services.pack_wording import PackWishes
from carfacilitator.services.workspace import Services
from carfacilitator.ui.pages.packs.saving import Outcome, Wanted, save_all


class StoppedError(Exception):
    """The person stopped it."""


class Progress:
    """Hears how far it is, and stops at a share."""

    def __init__(self, stop_at: float = 2) -> None:
        self.heard: list[str] = []
        self._stop_at = stop_at

    def report(self, share: float, words: str = "") -> None:
        if share >= self._stop_at:
            raise StoppedError
        self.heard.append(words)


def wanted(services: Services, *names: str) -> list[Wanted]:
    ids = {row.name: row.id for row in services.gatekeepers.rows()}
    return [Wanted(ids[name], name, PackWishes()) for name in names]


def test_each_is_whole_or_refused_with_its_reason(services: Services, draft_id: UUID, tmp_path: Path) -> None:
    packs = wanted(services, "Fiona Grant", "Alan Petrie", "Gordon Weir")
    services.gatekeepers.amend(packs[1].gatekeeper_id, belongs_to=Audience.FACILITATOR)
    progress = Progress()
    outcome = save_all(services, draft_id, packs, Outcome(tmp_path / "out"), progress)
    assert progress.heard == ["Fiona Grant", "Alan Petrie", "Gordon Weir"]
    assert [services.packs.open(id_).gatekeeper for id_ in outcome.saved.values()] == ["Fiona Grant", "Gordon Weir"]
    assert list(outcome.refused) == [packs[1].gatekeeper_id]
    assert outcome.said.startswith("Saved two packs. Nothing was sent. Alan Petrie: ")
    assert all(services.dispatches.saved(id_).lying is Lying.AS_MADE for id_ in outcome.saved.values())


def test_what_was_saved_before_it_was_stopped_stays(services: Services, draft_id: UUID, tmp_path: Path) -> None:
    outcome = Outcome(tmp_path)
    with pytest.raises(StoppedError):
        save_all(services, draft_id, wanted(services, "Fiona Grant", "Gordon Weir"), outcome, Progress(0.5))
    (saved,) = outcome.saved.values()
    assert services.packs.open(saved).gatekeeper == "Fiona Grant"
    assert not outcome.refused


def test_nothing_saved_is_said_so(tmp_path: Path) -> None:
    assert Outcome(tmp_path).said == "Nothing was saved."
