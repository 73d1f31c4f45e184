from collections.abc import Iterator
from pathlib import Path

import pytest

from carfacilitator.errors import KnownError
from carfacilitator.services.workspace import Services
from tests.builders import a_gatekeeper, a_group, a_workspace


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    services = a_workspace(tmp_path)
    yield services
    services.close()


def test_partnerships_stand_by_name_with_what_belongs_to_them(services: Services) -> None:
    services.partnerships.add("Eastlaw", place="the east")
    a_group(services, "Group A")
    a_group(services, "Group B")
    a_gatekeeper(services)
    rows = services.partnerships.rows()
    assert [(row.name, row.groups, row.gatekeepers) for row in rows] == [("Eastlaw", 0, 0), ("Strathmorran", 2, 1)]
    assert [row.name for row in services.partnerships.rows("the EAST")] == ["Eastlaw"]


def test_a_partnership_is_altered_and_opened(services: Services) -> None:
    partnership_id = services.partnerships.add("Eastlaw")
    services.partnerships.amend(partnership_id, notes="A new lead officer in May.")
    assert services.partnerships.open(partnership_id).notes == "A new lead officer in May."
    with pytest.raises(KnownError, match="The name of a partnership cannot be empty"):
        services.partnerships.amend(partnership_id, name=" ")


def test_what_belongs_to_a_partnership_goes_and_comes_back_with_it(services: Services) -> None:
    a_group(services)
    a_gatekeeper(services)
    (row,) = services.partnerships.rows()
    services.partnerships.remove(row.id)
    assert services.groups.rows() == []
    assert services.gatekeepers.rows() == []
    services.history.undo()
    assert len(services.groups.rows()) == len(services.gatekeepers.rows()) == 1
