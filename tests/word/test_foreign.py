import pytest

from carfacilitator.errors import UnreadableFileError
from carfacilitator.word import foreign, formats


@pytest.mark.parametrize(
    ("data", "kind", "word"),
    [
        (b"", "truncated", "empty"),
        (bytes(5000), "truncated", "zeros"),
        (b"PK\x03\x04 broken off", "truncated", "damaged"),
        (formats.OLE2 + "EncryptedPackage\0".encode("utf-16-le"), "password", "password"),
        (b"%PDF-1.7", "not-word", "PDF"),
        (b"just words", "not-word", "not a Word"),
    ],
)
def test_what_is_no_package_is_named(data: bytes, kind: str, word: str) -> None:
    error = foreign.not_a_package(data)
    assert error.kind == kind
    assert word in str(error)


def test_another_package_is_named() -> None:
    error = foreign.other_package(["content.xml"], b"application/vnd.oasis.opendocument.text")
    assert (error.kind, error.sentence) == ("not-word", "This is an OpenDocument file: save it as Word first.")


def test_every_sentence_is_one_sentence() -> None:
    errors = [foreign.damaged(), foreign.hostile("it is odd"), foreign.too_large("it is long"), foreign.protected()]
    assert all(error.sentence.endswith(".") and error.sentence.count(".") == 1 for error in errors)


def test_a_file_that_is_too_large_is_not_looked_at() -> None:
    foreign.check_size(b"1234", most=4)
    with pytest.raises(UnreadableFileError) as caught:
        foreign.check_size(b"12345", most=4)
    assert caught.value.kind == "too-large"
