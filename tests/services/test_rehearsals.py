from datetime import timedelta
from pathlib import Path

import pytest

from carfacilitator.errors import KnownError, NotFoundError
from carfacilitator.model.clock import FixedClock
from carfacilitator.services.workspace import Circumstances, create
from tests.builders import CHEAP, ISLA, NOON, PASSPHRASE, a_person, a_workspace


def test_a_rehearsal_proves_the_newest_backup_and_leaves_nothing_behind(tmp_path: Path) -> None:
    services = a_workspace(tmp_path)
    a_person(services)
    made = services.backups.make()
    assert services.rehearsals.last() is None
    proof = services.rehearsals.rehearse()
    assert (proof.at, proof.file) == (NOON, made.name)
    assert proof.entries > 1
    assert services.rehearsals.last() == proof
    assert [file.name for file in made.parent.iterdir()] == [made.name]
    services.close()


def test_without_a_backup_there_is_nothing_to_rehearse(tmp_path: Path) -> None:
    services = a_workspace(tmp_path)
    assert not services.rehearsals.is_due()
    with pytest.raises(NotFoundError, match="no backup"):
        services.rehearsals.rehearse()
    services.close()


def test_a_backup_that_went_bad_is_found_out(tmp_path: Path) -> None:
    services = a_workspace(tmp_path)
    made = services.backups.make()
    content = bytearray(made.read_bytes())
    content[len(content) // 2] ^= 16
    made.write_bytes(content)
    with pytest.raises(KnownError, match="damaged"):
        services.rehearsals.rehearse()
    assert services.rehearsals.last() is None
    services.close()


def test_another_one_is_due_after_a_month(tmp_path: Path) -> None:
    clock = FixedClock(NOON)
    services = create(tmp_path / "Work.car", PASSPHRASE, ISLA, Circumstances(clock, CHEAP))
    services.backups.make()
    assert services.rehearsals.is_due()
    services.rehearsals.rehearse()
    assert not services.rehearsals.is_due()
    clock.instant += timedelta(days=30)
    assert services.rehearsals.is_due()
    services.close()
