from collections.abc import Iterator
from pathlib import Path

import pytest

from carfacilitator.errors import KnownError
from carfacilitator.model.terms import Audience, GatekeeperKind
from carfacilitator.services.workspace import Services
from tests.builders import a_gatekeeper, a_workspace


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    services = a_workspace(tmp_path)
    yield services
    services.close()


def test_gatekeepers_stand_by_kind_and_family_name(services: Services) -> None:
    a_gatekeeper(services, "Alan Petrie")
    a_gatekeeper(services, "Ruth McKay", organisation="HSCP")
    a_gatekeeper(services, "Fiona Grant", kind=GatekeeperKind.CENTRAL)
    rows = services.gatekeepers.rows()
    assert [row.name for row in rows] == ["Fiona Grant", "Ruth McKay", "Alan Petrie"]
    assert [row.name for row in services.gatekeepers.rows("hscp")] == ["Ruth McKay"]


def test_a_gatekeepers_kind_tells_their_audience_unless_it_is_set_by_hand(services: Services) -> None:
    gatekeeper_id = a_gatekeeper(services, kind=GatekeeperKind.CENTRAL)
    assert services.gatekeepers.open(gatekeeper_id).belongs_to is Audience.CENTRAL_GATEKEEPER
    services.gatekeepers.amend(gatekeeper_id, kind=GatekeeperKind.PARTICIPANT)
    assert services.gatekeepers.open(gatekeeper_id).belongs_to is Audience.CRITICAL_FRIEND
    services.gatekeepers.amend(gatekeeper_id, kind=GatekeeperKind.LOCAL, belongs_to=Audience.GROUP)
    assert services.gatekeepers.open(gatekeeper_id).belongs_to is Audience.GROUP


def test_what_they_care_about_is_kept_and_a_name_is_needed(services: Services) -> None:
    gatekeeper_id = a_gatekeeper(services)
    services.gatekeepers.amend(gatekeeper_id, cares_about="voids", could_stop="release of staff")
    found = services.gatekeepers.open(gatekeeper_id)
    assert (found.cares_about, found.could_stop, found.partnership) == ("voids", "release of staff", "Strathmorran")
    with pytest.raises(KnownError, match="The name of a gatekeeper cannot be empty"):
        services.gatekeepers.amend(gatekeeper_id, name="")


def test_a_gatekeeper_is_removed(services: Services) -> None:
    services.gatekeepers.remove(a_gatekeeper(services))
    assert services.gatekeepers.rows() == []
