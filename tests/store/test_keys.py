import json
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from carfacilitator.errors import WrongPassphraseError
from carfacilitator.store import keys, recovery_codes, slots
from carfacilitator.store.keys import DamagedKeysError, NotRememberedError, Ring, WrongCodeError
from carfacilitator.store.slots import Cost

CHEAP = Cost(iterations=1, lanes=1, memory=8)
WORDS = "a boat called Mórven"


def test_the_passphrase_opens_the_key_that_was_made(tmp_path: Path) -> None:
    key = keys.create(tmp_path, WORDS, CHEAP)
    assert len(key) == 32
    assert keys.unlock(tmp_path, WORDS) == key
    assert keys.create(tmp_path, WORDS, CHEAP) != key


def test_the_real_cost_opens_too(tmp_path: Path) -> None:
    key = keys.create(tmp_path, WORDS, Cost())
    assert keys.unlock(tmp_path, WORDS) == key


def test_another_passphrase_opens_nothing(tmp_path: Path) -> None:
    keys.create(tmp_path, WORDS, CHEAP)
    with pytest.raises(WrongPassphraseError):
        keys.unlock(tmp_path, WORDS.upper())


def test_a_letter_with_an_accent_may_be_typed_in_two_ways(tmp_path: Path) -> None:
    key = keys.create(tmp_path, "M\u00f3rven", CHEAP)
    assert keys.unlock(tmp_path, "Mo\u0301rven") == key


def test_neither_key_nor_passphrase_stands_in_the_file(tmp_path: Path) -> None:
    key = keys.create(tmp_path, WORDS, CHEAP)
    kept = (tmp_path / keys.FILE).read_text(encoding="utf-8")
    assert WORDS not in kept
    assert key.hex() not in kept
    assert slots.text(key) not in kept


@pytest.mark.parametrize("damage", [b"", b"{}", b"[]", b"null", b"not json", b'{"format": 1, "slots": [{}]}'])
def test_a_damaged_key_file_is_made_good_from_its_copy(tmp_path: Path, damage: bytes) -> None:
    key = keys.create(tmp_path, WORDS, CHEAP)
    (tmp_path / keys.FILE).write_bytes(damage)
    assert keys.unlock(tmp_path, WORDS) == key
    (tmp_path / keys.COPY).unlink()
    assert keys.unlock(tmp_path, WORDS) == key


def test_a_copy_that_is_missing_is_made_again(tmp_path: Path) -> None:
    keys.create(tmp_path, WORDS, CHEAP)
    (tmp_path / keys.COPY).unlink()
    keys.unlock(tmp_path, WORDS)
    assert (tmp_path / keys.COPY).read_bytes() == (tmp_path / keys.FILE).read_bytes()


def test_damage_is_told_from_a_wrong_passphrase(tmp_path: Path) -> None:
    keys.create(tmp_path, WORDS, CHEAP)
    ring = json.loads((tmp_path / keys.FILE).read_bytes())
    ring["slots"][0]["wrapped"] = "AAAA" + ring["slots"][0]["wrapped"][4:]
    for name in (keys.FILE, keys.COPY):
        (tmp_path / name).write_text(json.dumps(ring), encoding="utf-8")
    with pytest.raises(DamagedKeysError):
        keys.unlock(tmp_path, WORDS)


def test_a_file_cannot_ask_for_all_memory(tmp_path: Path) -> None:
    keys.create(tmp_path, WORDS, CHEAP)
    ring = keys.read(tmp_path)
    keys.keep(tmp_path, Ring(ring.workspace, ({**ring.slots[0], "memory": 2**40},)))
    with pytest.raises(DamagedKeysError):
        keys.unlock(tmp_path, WORDS)


@pytest.mark.parametrize("field", ["workspace", "salt", "key"])
def test_the_seal_covers_whose_slot_it_is_and_how_it_was_closed(tmp_path: Path, field: str) -> None:
    keys.create(tmp_path, WORDS, CHEAP)
    ring = keys.read(tmp_path)
    if field == "workspace":
        keys.keep(tmp_path, Ring("another", ring.slots))
    else:
        keys.keep(tmp_path, Ring(ring.workspace, ({**ring.slots[0], field: slots.text(b"another sixteen.")},)))
    with pytest.raises(WrongPassphraseError):
        keys.unlock(tmp_path, WORDS)


def test_of_two_sound_files_that_differ_the_first_holds(tmp_path: Path) -> None:
    keys.create(tmp_path, WORDS, CHEAP)
    before = (tmp_path / keys.COPY).read_bytes()
    keys.change_passphrase(tmp_path, WORDS, "a kettle on Lewis", CHEAP)
    (tmp_path / keys.COPY).write_bytes(before)  # as after a stop between the two writes
    assert keys.unlock(tmp_path, "a kettle on Lewis")
    assert (tmp_path / keys.COPY).read_bytes() == (tmp_path / keys.FILE).read_bytes()


def test_a_recovery_code_opens_the_same_key_and_a_newer_one_replaces_it(tmp_path: Path) -> None:
    key = keys.create(tmp_path, WORDS, CHEAP)
    first, second = (recovery_codes.make() for _ in range(2))
    for bits in (first, second):
        code = slots.by_code(recovery_codes.written(bits))
        keys.keep(tmp_path, keys.read(tmp_path).with_slot(key, code, CHEAP))
    ring = keys.read(tmp_path)
    assert ring.keys(slots.by_code(recovery_codes.written(second))) == (key,)
    assert keys.unlock(tmp_path, WORDS) == key
    with pytest.raises(WrongCodeError, match="made last"):
        ring.keys(slots.by_code(recovery_codes.written(first)))
    assert ring.holds(slots.RECOVERY)
    assert not ring.without(slots.RECOVERY).holds(slots.RECOVERY)


def test_a_computer_that_does_not_remember_asks_for_the_passphrase(tmp_path: Path) -> None:
    keys.create(tmp_path, WORDS, CHEAP)
    with pytest.raises(NotRememberedError, match="passphrase"):
        keys.read(tmp_path).keys(slots.by_this_computer(bytes(32)))


def test_while_the_key_changes_both_are_open_and_then_one_is_settled(tmp_path: Path) -> None:
    old = keys.create(tmp_path, WORDS, CHEAP)
    new = bytes(range(32))
    ring = keys.read(tmp_path).with_slot(new, slots.by_passphrase(WORDS), CHEAP)
    assert set(ring.keys(slots.by_passphrase(WORDS))) == {old, new}
    for key in (old, new):
        assert ring.settled(key).keys(slots.by_passphrase(WORDS)) == (key,)
        assert ring.settled(key).fits(key)
    assert not ring.settled(old).fits(new)


def test_who_reads_while_the_ring_is_written_spoils_nothing(tmp_path: Path) -> None:
    keys.create(tmp_path, WORDS, CHEAP)
    done = threading.Event()

    def look() -> None:
        while not done.is_set():
            keys.read(tmp_path)

    readers = [threading.Thread(target=look) for _ in range(3)]
    for reader in readers:
        reader.start()
    try:
        for number in range(60):
            name = f"slot {number}"
            keys.alter(tmp_path, lambda ring, name=name: replace(ring, workspace=name))  # type: ignore[misc]  # bound now
            assert keys.read(tmp_path).workspace == name
    finally:
        done.set()
        for reader in readers:
            reader.join()


def test_the_name_of_a_key_gives_nothing_of_it_away() -> None:
    key = bytes(range(32))
    assert slots.name_of(key) not in key.hex()
    assert slots.name_of(key) != slots.name_of(bytes(32))


def test_a_changed_passphrase_opens_the_same_key_and_the_old_one_nothing(tmp_path: Path) -> None:
    key = keys.create(tmp_path, WORDS, CHEAP)
    keys.change_passphrase(tmp_path, WORDS, "a kettle on Lewis", CHEAP)
    assert keys.unlock(tmp_path, "a kettle on Lewis") == key
    with pytest.raises(WrongPassphraseError):
        keys.unlock(tmp_path, WORDS)


def test_only_who_knows_the_passphrase_can_change_it(tmp_path: Path) -> None:
    keys.create(tmp_path, WORDS, CHEAP)
    before = (tmp_path / keys.FILE).read_bytes()
    with pytest.raises(WrongPassphraseError):
        keys.change_passphrase(tmp_path, "guess", "mine now", CHEAP)
    assert (tmp_path / keys.FILE).read_bytes() == before
