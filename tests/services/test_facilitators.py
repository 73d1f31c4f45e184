from datetime import UTC, datetime
from pathlib import Path

import pytest

from carfacilitator.errors import KnownError
from carfacilitator.services.workspace import open_workspace
from tests.builders import NOON, PASSPHRASE, a_setting, a_workspace


def test_the_owner_is_who_made_the_workspace_and_can_be_altered(tmp_path: Path) -> None:
    services = a_workspace(tmp_path)
    assert services.facilitators.owner().initials == "IM"
    services.facilitators.amend(name="Dr Isla Munro-Kerr")
    assert services.facilitators.owner().name == "Dr Isla Munro-Kerr"
    with pytest.raises(KnownError, match="The initials of your details"):
        services.facilitators.amend(initials=" ")
    services.history.undo()
    assert services.facilitators.owner().name == "Dr Isla Munro"
    services.close()


def test_in_a_sample_the_time_stands_still_from_when_it_is_opened_next(tmp_path: Path) -> None:
    services = a_workspace(tmp_path)
    assert not services.facilitators.is_sample()
    services.facilitators.stand_still_at(datetime(2026, 3, 1, 9, 0, tzinfo=UTC))
    assert services.clock.now() == NOON
    services.close()
    again = open_workspace(services.folder, PASSPHRASE, a_setting())
    assert again.facilitators.is_sample()
    assert again.clock.now() == datetime(2026, 3, 1, 9, 0, tzinfo=UTC)
    again.people.add("Ailsa Reid")
    assert again.history.events()[0].at == again.clock.now()
    again.close()
