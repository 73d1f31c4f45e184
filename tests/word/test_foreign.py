import pytest

from carfacilitator.errors import UnreadableFileError
from carfacilitator.word import foreign

OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)


@pytest.mark.parametrize(
    ("data", "kind", "word"),
    [
        (b"", "truncated", "empty"),
        (b"PK\x03\x04 broken off", "truncated", "damaged"),
        (OLE2 + "EncryptedPackage".encode("utf-16-le"), "password", "password"),
        (OLE2 + "WordDocument".encode("utf-16-le"), "not-word", ".doc"),
        (OLE2, "not-word", "not a Word"),
        (b"{\\rtf1 hello}", "not-word", "Rich Text"),
        (b"%PDF-1.7", "not-word", "PDF"),
        (b"\xef\xbb\xbf\n<!DOCTYPE html><html>", "not-word", "web page"),
        (b"just words", "not-word", "not a Word"),
    ],
)
def test_what_is_no_package_is_named(data: bytes, kind: str, word: str) -> None:
    error = foreign.not_a_package(data)
    assert error.kind == kind
    assert word in str(error)


@pytest.mark.parametrize(
    ("names", "mimetype", "word"),
    [
        (["content.xml"], b"application/vnd.oasis.opendocument.text", "OpenDocument"),
        (["xl/workbook.xml"], b"", "spreadsheet"),
        (["ppt/presentation.xml"], b"", "presentation"),
        (["Index/Document.iwa"], b"", "Pages"),
        (["holiday.jpg"], b"", "no Word document"),
    ],
)
def test_another_package_is_named(names: list[str], mimetype: bytes, word: str) -> None:
    error = foreign.other_package(names, mimetype)
    assert error.kind == "not-word"
    assert word in error.sentence


def test_every_sentence_is_one_sentence() -> None:
    errors = [foreign.damaged(), foreign.hostile("it is odd"), foreign.too_large("it is long"), foreign.protected()]
    assert all(error.sentence.endswith(".") and error.sentence.count(".") == 1 for error in errors)


def test_a_file_that_is_too_large_is_not_looked_at() -> None:
    foreign.check_size(b"1234", most=4)
    with pytest.raises(UnreadableFileError) as caught:
        foreign.check_size(b"12345", most=4)
    assert caught.value.kind == "too-large"
