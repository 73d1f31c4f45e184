from datetime import timedelta
from pathlib import Path

import pytest

from carfacilitator.errors import KnownError, NotFoundError
from carfacilitator.model.clock import FixedClock
from carfacilitator.services.workspace import Circumstances, Services, create
from tests.builders import CHEAP, ISLA, NOON, PASSPHRASE, a_person, a_workspace


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(NOON)


def a_workspace_at(clock: FixedClock, folder: Path, name: str = "Work.car") -> Services:
    return create(folder / name, PASSPHRASE, ISLA, Circumstances(clock, CHEAP))


def names(services: Services) -> list[str]:
    return [row.file.name for row in services.backups.rows()]


def test_a_backup_is_named_for_the_workspace_and_the_day(tmp_path: Path) -> None:
    services = a_workspace(tmp_path)
    made = services.backups.make()
    assert made.name == "Work-2026-03-10.carbackup"
    (row,) = services.backups.rows()
    assert (row.file, row.made_at, row.why) == (made, NOON, "by hand")
    assert row.opens_with_present_key
    assert row.size == made.stat().st_size
    services.close()


def test_a_backup_is_due_when_something_changed_at_every_start_and_once_a_day(
    tmp_path: Path, clock: FixedClock
) -> None:
    services = a_workspace_at(clock, tmp_path)
    assert services.backups.make_if_due(at_start=True) is None
    a_person(services)
    assert services.backups.make_if_due() is not None
    clock.instant += timedelta(hours=2)
    assert services.backups.make_if_due(at_start=True) is None
    a_person(services)
    assert services.backups.make_if_due() is None
    assert services.backups.make_if_due(at_start=True) is not None
    clock.instant += timedelta(days=1)
    assert services.backups.make_if_due() is None
    a_person(services)
    assert services.backups.make_if_due() is not None
    assert [row.why for row in services.backups.rows()] == ["of the day", "at the start", "of the day"]
    services.close()


def test_old_backups_go_when_new_ones_come(tmp_path: Path, clock: FixedClock) -> None:
    services = a_workspace_at(clock, tmp_path)
    for _ in range(12):
        services.backups.make()
        clock.instant += timedelta(days=1)
    assert len(names(services)) < 12
    assert "Work-2026-03-21.carbackup" in names(services)
    services.close()


def test_a_second_place_gets_the_newest_backup_when_it_is_there(tmp_path: Path) -> None:
    services, stick = a_workspace(tmp_path), tmp_path / "stick"
    assert services.backups.second_place() is None
    services.backups.choose_second_place(stick)
    made = services.backups.make()
    place = services.backups.second_place()
    assert place is not None
    assert (place.is_there, place.waiting, place.copied_at) == (False, True, None)
    stick.mkdir()
    assert services.backups.carry()
    place = services.backups.second_place()
    assert place is not None
    assert (place.is_there, place.waiting, place.copied_at) == (True, False, NOON)
    assert (stick / made.name).read_bytes() == made.read_bytes()
    assert [row.in_second_place for row in services.backups.rows()] == [False, True]
    services.backups.choose_second_place(None)
    assert not services.backups.carry()
    services.close()


def test_a_second_place_that_takes_nothing_spoils_no_backup(tmp_path: Path) -> None:
    services, stick = a_workspace(tmp_path), tmp_path / "stick"
    stick.mkdir()
    services.backups.choose_second_place(stick)
    (stick / ".Work-2026-03-10.carbackup.new").mkdir()  # in the way of what would be written
    made = services.backups.make()
    assert made.exists()
    place = services.backups.second_place()
    assert place is not None
    assert place.waiting
    with pytest.raises(KnownError, match="stick"):
        services.backups.carry()
    services.close()


def test_what_another_workspace_has_on_the_stick_is_left_alone(tmp_path: Path, clock: FixedClock) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    for name in ("One.car", "Other.car"):
        services = a_workspace_at(clock, tmp_path, name)
        services.backups.choose_second_place(stick)
        services.backups.make()
        assert len([row for row in services.backups.rows() if row.in_second_place]) == 1
        services.close()
    assert len(list(stick.iterdir())) == 2


def test_a_second_place_inside_the_workspace_is_no_second_place(tmp_path: Path) -> None:
    services = a_workspace(tmp_path)
    with pytest.raises(KnownError, match="outside"):
        services.backups.choose_second_place(services.folder / "backups")
    services.close()


def test_a_damaged_file_among_the_backups_is_listed_last_and_kept(tmp_path: Path) -> None:
    services = a_workspace(tmp_path)
    made = services.backups.make()
    (made.parent / "Work-2026-03-11.carbackup").write_bytes(b"half")
    assert [row.made_at for row in services.backups.rows()] == [NOON, None]
    newest = services.backups.newest()
    assert newest is not None
    assert newest.file == made
    services.close()


def test_a_backup_that_holds_what_was_to_be_forgotten_can_be_deleted(tmp_path: Path) -> None:
    services = a_workspace(tmp_path)
    made = services.backups.make()
    services.backups.delete(made)
    assert names(services) == []
    for file in (made, services.folder / "workspace.db"):
        with pytest.raises(NotFoundError):
            services.backups.delete(file)
    services.close()


def test_a_backup_under_a_name_of_ones_own_never_replaces_anything(tmp_path: Path) -> None:
    services = a_workspace(tmp_path)
    target = services.backups.make_at(tmp_path / "elsewhere" / "mine.carbackup")
    with pytest.raises(KnownError, match="already"):
        services.backups.make_at(target)
    assert names(services) == []
    services.close()


def test_how_far_a_backup_is_can_be_told_and_it_can_be_stopped(tmp_path: Path) -> None:
    services = a_workspace(tmp_path)
    heard: list[float] = []
    services.backups.make(report=heard.append)
    assert heard == sorted(heard)
    assert heard[-1] == 1

    def stop(_share: float) -> None:
        raise StopIteration

    with pytest.raises(StopIteration):
        services.backups.make(report=stop)
    assert len(names(services)) == 1
    assert [file.name for file in (services.folder / "backups").iterdir()] == names(services)
    services.close()
