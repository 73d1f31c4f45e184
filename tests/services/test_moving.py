from pathlib import Path

from carfacilitator.services.moving import moving
from tests.builders import CHEAP, a_workspace


def test_whatever_moves_things_is_among_the_services(tmp_path: Path) -> None:
    services = a_workspace(tmp_path)
    movers = moving(services.database, services.clock, services.departures, services.keyring, CHEAP)
    assert set(vars(movers)) <= set(vars(services))
    services.close()
