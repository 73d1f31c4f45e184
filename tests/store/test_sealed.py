import json

import pytest

from carfacilitator.errors import KnownError
from carfacilitator.store import sealed
from carfacilitator.store.sealed import DamagedSealError, NewerSealError, WrongSealError
from tests.builders import CHEAP

AGREED = "seven boats"
CONTENT = b"Morag Innes has a secret"


def a_file(passphrase: str = AGREED) -> bytes:
    return sealed.seal("hand-over", CONTENT, passphrase, CHEAP)


def test_only_the_passphrase_opens_it() -> None:
    data = a_file()
    assert sealed.kind_of(data) == "hand-over"
    assert b"Morag" not in data
    assert sealed.unseal("hand-over", data, "seven boats") == CONTENT
    with pytest.raises(WrongSealError):
        sealed.unseal("hand-over", data, "six boats")


def test_the_two_spellings_of_an_accent_are_one_passphrase() -> None:
    assert sealed.unseal("hand-over", a_file("café au lait"), "cafe\u0301 au lait") == CONTENT


def test_no_bit_can_turn_over_unnoticed() -> None:
    data = a_file()
    for place in range(0, len(data), 7):
        turned = bytearray(data)
        turned[place] ^= 1
        with pytest.raises(KnownError):
            sealed.unseal("hand-over", bytes(turned), "seven boats")


def test_what_was_cut_off_or_is_of_another_kind_is_refused() -> None:
    data = a_file()
    for damaged in (b"", data[:-1], data[:30], b"\n" + data):
        with pytest.raises(DamagedSealError):
            sealed.unseal("hand-over", damaged, "seven boats")
    with pytest.raises(DamagedSealError):
        sealed.unseal("key of an archive", data, "seven boats")


def test_a_newer_form_is_said_to_be_newer() -> None:
    line, rest = a_file().split(b"\n", 1)
    newer = json.dumps(json.loads(line) | {"format": 2}).encode() + b"\n" + rest
    with pytest.raises(NewerSealError):
        sealed.kind_of(newer)


def test_a_file_that_asks_for_too_much_is_not_worked_on() -> None:
    line, rest = a_file().split(b"\n", 1)
    head = json.loads(line)
    head["slot"]["memory"] = 2**40
    with pytest.raises(DamagedSealError):
        sealed.unseal("hand-over", json.dumps(head).encode() + b"\n" + rest, "seven boats")


def test_no_passphrase_is_no_seal() -> None:
    with pytest.raises(KnownError, match="passphrase"):
        a_file("  ")
