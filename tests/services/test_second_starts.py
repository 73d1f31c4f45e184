from pathlib import Path

from carfacilitator.services.second_starts import is_open_elsewhere, knock, was_heard
from tests.builders import a_workspace


def test_a_second_start_is_heard_by_the_first(tmp_path: Path) -> None:
    services = a_workspace(tmp_path)
    assert not services.was_knocked()
    knock(services.folder)
    assert services.was_knocked()
    assert not services.was_knocked()
    services.close()


def test_whether_it_is_open_elsewhere_is_known_without_its_passphrase(tmp_path: Path) -> None:
    services = a_workspace(tmp_path)
    assert is_open_elsewhere(services.folder)
    knock(services.folder)
    assert not was_heard(services.folder)
    services.was_knocked()
    assert was_heard(services.folder)
    services.close()
    assert not is_open_elsewhere(services.folder)
    assert not is_open_elsewhere(tmp_path)
    assert not (tmp_path / "lock").exists()
