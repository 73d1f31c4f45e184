from pathlib import Path

import pytest

from carfacilitator.errors import KnownError
from tests.builders import a_workspace


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
