import re
from itertools import pairwise

import pytest

from carfacilitator.store import recovery_codes
from carfacilitator.store.recovery_codes import MistypedCodeError

BITS = bytes(range(20))


def test_a_code_is_eight_groups_of_five_without_letters_that_are_mistaken() -> None:
    code = recovery_codes.written(recovery_codes.make())
    assert re.fullmatch(r"([0-9A-HJKMNP-TV-Z]{5}-){7}[0-9A-HJKMNP-TV-Z]{5}", code)
    assert recovery_codes.make() != recovery_codes.make()


def test_what_is_written_is_read_again_however_it_is_typed() -> None:
    code = recovery_codes.written(BITS)
    typed = (
        code,
        code.lower(),
        code.replace("-", " "),
        code.replace("-", ""),
        code.replace("0", "o").replace("1", "l"),
    )
    assert {recovery_codes.read(one) for one in typed} == {BITS}
    everything = recovery_codes.written(b"\xff" * 20)
    assert recovery_codes.read(everything.replace("V", "U")) == b"\xff" * 20


def test_every_wrong_character_is_noticed_in_its_group() -> None:
    code = recovery_codes.written(BITS)
    for place, letter in enumerate(code):
        for other in "0123456789ABCDEFGHJKMNPQRSTVWXYZ":
            if letter not in {"-", other}:
                with pytest.raises(MistypedCodeError) as error:
                    recovery_codes.read(code[:place] + other + code[place + 1 :])
                assert error.value.group == place // 6


def test_two_characters_or_two_groups_that_changed_places_are_noticed() -> None:
    for _ in range(20):
        code = recovery_codes.written(recovery_codes.make())
        for place, (one, other) in enumerate(pairwise(code)):
            if "-" not in {one, other} and one != other:
                with pytest.raises(MistypedCodeError):
                    recovery_codes.read(code[:place] + other + one + code[place + 2 :])
        groups = code.split("-")
        with pytest.raises(MistypedCodeError):
            recovery_codes.read("-".join([groups[1], groups[0], *groups[2:]]))


@pytest.mark.parametrize("typed", ["", "abc", "a boat called Morven", "é" * 40])
def test_what_is_no_code_is_said_plainly(typed: str) -> None:
    with pytest.raises(MistypedCodeError, match="group"):
        recovery_codes.read(typed)


def test_the_sentence_names_the_group() -> None:
    assert "third group" in str(MistypedCodeError(2))
