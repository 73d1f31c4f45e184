import pytest

from carfacilitator.word import formats
from carfacilitator.word.formats import NO_DOCUMENT, UNKNOWN, is_certainly_other, of_archive, of_bytes

OLE2 = formats.OLE2 + bytes(504)
MESSAGE = b"Received: by mx\nFrom: Morag\nSubject: draft\n\nHere it is."


def streams(*names: str) -> bytes:
    """Return something like an OLE2 file with streams of these names."""
    return OLE2 + b"".join(f"{name}\0".encode("utf-16-le").ljust(128, b"\0") for name in names)


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"{\\rtf1 hello}", "Rich Text"),
        (b"%PDF-1.7", "PDF"),
        (b"\xffWPC\x10", "WordPerfect"),
        (b"\xdb\xa5-\0\0\0", ".doc"),
        (b"\xef\xbb\xbf\n<!DOCTYPE html><html>", "web page"),
        (b'<html xmlns:o="urn:schemas-microsoft-com:office:office">', "web page"),
        ("\ufeff<html>".encode("utf-16-le"), "web page"),
        (b'<?xml version="1.0"?><!-- x -->\n<html>', "web page"),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n", "web page kept as one file"),
        (MESSAGE, "e-mail"),
        (b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument>', "2003"),
        (b'<?xml version="1.0"?><pkg:package xmlns:pkg="x">', "one XML file"),
        (b'<?xml version="1.0"?><office:document>', "OpenDocument"),
        (b'{"url": "https://docs.google.com/open?id=1", "doc_id": "1"}', "Google Drive"),
        (b"[InternetShortcut]\r\nURL=https://x", "link"),
        (b"L\0\0\0\x01\x14\x02\0", "link"),
        (b"\0\x05\x16\x07\0\x02\0\0Mac OS X", "Mac's note"),
        (b"\x0bMorag Lead".ljust(162, b"\0"), "file is open"),
        (b"\xff\xd8\xff\xe0", "picture"),
        (b"\x89PNG\r\n", "picture"),
        (b"7z\xbc\xaf'\x1c", "packed"),
        (b"just words, from: me", "not a Word"),
        (b"Title: words\nAuthor: me\nDate: today\n", "not a Word"),
        (streams("WordDocument", "1Table"), ".doc"),
        (streams("WORDDOCUMENT"), ".doc"),
        (streams("WordDocument", "ObjectPool", "Workbook"), ".doc"),
        (streams("Workbook", "MBD0", "WordDocument"), "spreadsheet"),
        (streams("PowerPoint Document"), "presentation"),
        (streams("DataSpaces", "EncryptedPackage"), "password"),
        (streams("__properties_version1.0", "EncryptedPackage"), "e-mail"),
        (OLE2, "not a Word"),
    ],
)
def test_a_file_is_known_by_how_it_begins(data: bytes, word: str) -> None:
    assert word in of_bytes(data).sentence


@pytest.mark.parametrize(
    ("names", "mimetype", "word"),
    [
        (["content.xml"], b"application/vnd.oasis.opendocument.text", "OpenDocument"),
        (["OEBPS/a.xhtml"], b"application/epub+zip", "book"),
        (["xl/workbook.xml"], b"", "spreadsheet"),
        (["ppt/presentation.xml"], b"", "presentation"),
        (["Index/Document.iwa"], b"", "Pages"),
        (["index.xml", "buildVersionHistory.plist"], b"", "Pages"),
        (["for Alan/draft.docx"], b"", "packed"),
        (["holiday.jpg"], b"", "no Word document"),
    ],
)
def test_an_archive_is_known_by_what_is_in_it(names: list[str], mimetype: bytes, word: str) -> None:
    assert word in of_archive(names, mimetype).sentence


def test_a_file_of_another_kind_stays_one_whatever_is_packed_into_it() -> None:
    assert is_certainly_other(streams("WordDocument") + b"PK\x03\x04")
    assert not is_certainly_other(b"PK\x03\x04")
    assert not is_certainly_other(b"junk of a mail gateway PK\x03\x04")


def test_every_format_is_said_in_one_sentence_with_a_way_out() -> None:
    known = [UNKNOWN, NO_DOCUMENT, *(found for _, found in formats._BEGINNINGS), *formats._STREAMS.values()]
    assert all(one.sentence.endswith(".") and one.way_out.endswith(".") for one in known)
    assert [one.sentence for one in known if one.password] == ["This file is protected by a password."]
