from carfacilitator.errors import KnownError, WrongPassphraseError


def test_a_known_error_says_what_happened_and_the_way_out() -> None:
    assert str(KnownError("The stick is full.", "Free some space.")) == "The stick is full. Free some space."


def test_without_a_way_out_there_is_no_stray_space() -> None:
    assert str(KnownError("The stick is full.")) == "The stick is full."


def test_a_wrong_passphrase_is_told_apart_from_damage() -> None:
    assert "passphrase" in str(WrongPassphraseError())
