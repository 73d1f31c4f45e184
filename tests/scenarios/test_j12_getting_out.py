"""J12, steps 4 and 5: the laptop was stolen, and finished work is archived and wiped."""

import shutil
from pathlib import Path

import pytest

from carfacilitator.errors import KnownError
from carfacilitator.services import archives, openers, restoring, wiping
from carfacilitator.services.archives import ArchiveWish
from carfacilitator.services.workspace import Circumstances, Services, open_with
from carfacilitator.store import backups, keys, slots
from carfacilitator.store.keys import WrongCodeError
from carfacilitator.store.secret_stores import SecretStore
from carfacilitator.store.summaries import Summary
from tests.builders import CHEAP, PASSPHRASE


def everything_said(services: Services) -> list[object]:
    """Return what lists and pages show of a workspace."""
    drafts = [row.id for row in services.drafts.rows()]
    return [
        services.people.rows(),
        services.meetings.rows(),
        services.mentoring.rows(),
        [services.drafts.original(draft_id).data for draft_id in drafts],
        [services.reviews.threads(draft_id) for draft_id in drafts],
    ]


def summary_of(file: Path, code: str, scratch: Path) -> Summary:
    return backups.check(file, backups.key_of(file, slots.by_code(code)), scratch / "checked.db", backups.nothing)


def test_a_stolen_laptop_is_restored_elsewhere_from_the_stick_and_the_recovery_code(
    sampled: Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = sampled.keyring.make_recovery_code()
    stick = tmp_path / "stick"
    stick.mkdir()
    sampled.backups.choose_second_place(stick)
    sampled.backups.make()
    proof = sampled.rehearsals.rehearse()
    said = everything_said(sampled)
    sampled.close()
    shutil.rmtree(sampled.folder)  # with the laptop
    monkeypatch.setenv("CARFACILITATOR_DATA", str(tmp_path / "another computer"))

    (file, made), *_ = restoring.found_in(stick)
    assert (file.name, made.name) == (proof.file, "Sample")
    opener = openers.by_code(code.lower())
    found = restoring.restore(file, opener, tmp_path / "New.car")
    assert found.entries == proof.entries
    summary = summary_of(file, code, tmp_path)
    assert sum(summary.counts.values()) == proof.entries
    services = open_with(tmp_path / "New.car", opener, Circumstances(cost=CHEAP))
    assert everything_said(services) == said
    services.backups.make()
    newest = services.backups.newest()
    assert newest is not None
    (tmp_path / "again").mkdir()
    again = summary_of(newest.file, code, tmp_path / "again")
    assert (again.counts, again.hashes) == (summary.counts, summary.hashes)
    services.close()


def test_another_code_or_passphrase_opens_nothing_in_part(sampled: Services, tmp_path: Path) -> None:
    sampled.keyring.make_recovery_code()
    file = sampled.backups.make()
    stranger = slots.by_code(sampled.keyring.make_recovery_code())  # newer than the backup
    target = tmp_path / "New.car"
    with pytest.raises(WrongCodeError, match="does not open"):
        restoring.restore(file, stranger, target)
    with pytest.raises(KnownError, match="does not open"):
        restoring.restore(file, openers.by_passphrase("a boat called Morven 2"), target)
    assert not [one for one in tmp_path.iterdir() if "New" in one.name]
    assert keys.read(sampled.folder).keys(slots.by_passphrase(PASSPHRASE))


def names_of(services: Services) -> set[bytes]:
    people = [row.name for row in services.people.rows()] + [row.name for row in services.gatekeepers.rows()]
    return {part.encode() for name in people for part in (name, name.split()[-1])}


def test_after_archiving_and_wiping_no_name_is_left_but_in_the_sealed_key(
    sampled: Services, tmp_path: Path, own_data_folder: Path
) -> None:
    names = names_of(sampled)
    draft = sampled.drafts.rows()[0]
    sampled.backups.make()
    sampled.originals.open(draft.id)
    wish = ArchiveWish(
        folder=tmp_path / "kept" / "archive", key_file=tmp_path / "kept" / "key", passphrase="seven boats"
    )
    done = sampled.archives.archive(wish)
    sampled.close()
    wiped = wiping.wipe(sampled.folder, "Sample", with_backups=True, store=SecretStore())
    assert wiped.left == ()
    assert not sampled.folder.exists()
    left = [file for folder in (tmp_path, own_data_folder) for file in folder.rglob("*") if file.is_file()]
    plain = [file for file in left if file.suffix != ".docx"]  # those are looked into with the archive's own tests
    assert not {name for file in plain for name in names if name in file.read_bytes() or name in file.name.encode()}
    known = {one.name.encode() for one in archives.read_key(done.key_file.read_bytes(), "seven boats")}
    assert known & names
