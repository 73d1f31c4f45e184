from pathlib import Path

from carfacilitator.services.round_trip import round_trip
from tests.builders import a_workspace


def test_the_way_back_begins_with_nothing(tmp_path: Path) -> None:
    services = a_workspace(tmp_path)
    trip = round_trip(services.database, services.clock)
    assert trip.returns.rows() == []
    services.close()
