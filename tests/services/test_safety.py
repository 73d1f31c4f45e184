from datetime import timedelta
from pathlib import Path

from carfacilitator.model.clock import FixedClock
from carfacilitator.services import safety
from carfacilitator.services.workspace import Circumstances, Services, create
from tests.builders import CHEAP, ISLA, NOON, PASSPHRASE, a_person, a_workspace


def about(services: Services) -> list[str]:
    return [notice.about for notice in services.safety.notices()]


def test_the_file_on_the_drive_proves_that_it_is_encrypted(tmp_path: Path) -> None:
    services = a_workspace(tmp_path)
    proof = services.safety.encryption()
    assert proof.is_encrypted
    assert proof.version.startswith("4.")
    assert proof.entropy > 7.9
    assert "53 51 4c 69 74 65" not in proof.first_bytes  # SQLite
    services.close()


def test_a_file_that_is_not_encrypted_is_told_from_one_that_is() -> None:
    assert safety._entropy(b"SQLite format 3\x00" * 1000) < 5
    assert safety._entropy(bytes(range(256)) * 100) == 8


def test_what_needs_attention_is_said_and_no_longer_when_it_was_seen_to(tmp_path: Path) -> None:
    clock = FixedClock(NOON)
    services = create(tmp_path / "Work.car", PASSPHRASE, ISLA, Circumstances(clock, CHEAP))
    a_person(services)
    assert about(services) == ["backup", "recovery"]
    services.backups.make()
    services.keyring.make_recovery_code()
    services.rehearsals.rehearse()
    assert about(services) == []
    clock.instant += timedelta(days=8)
    assert about(services) == ["backup"]
    clock.instant += timedelta(days=28)
    assert about(services) == ["backup", "proof"]
    services.close()


def test_a_clock_that_was_set_back_is_noticed(tmp_path: Path) -> None:
    clock = FixedClock(NOON)
    services = create(tmp_path / "Work.car", PASSPHRASE, ISLA, Circumstances(clock, CHEAP))
    a_person(services)
    clock.instant -= timedelta(minutes=4)
    assert "clock" not in about(services)
    clock.instant -= timedelta(days=400)
    assert "clock" in about(services)
    a_person(services, "Tom Baird")
    assert len(services.people.rows()) == 2
    services.close()


def test_a_backup_that_waits_for_its_stick_is_said(tmp_path: Path) -> None:
    services = a_workspace(tmp_path)
    services.backups.choose_second_place(tmp_path / "stick")
    services.backups.make()
    (notice,) = [one for one in services.safety.notices() if one.about == "second-place"]
    assert "not connected" in notice.sentence
    (tmp_path / "stick").mkdir()
    (notice,) = [one for one in services.safety.notices() if one.about == "second-place"]
    assert "full or read-only" in notice.sentence
    services.backups.carry()
    assert "second-place" not in about(services)
    services.close()
