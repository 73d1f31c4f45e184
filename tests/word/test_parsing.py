from dataclasses import replace

import pytest

from carfacilitator.errors import UnreadableFileError
from carfacilitator.word.limits import LIMITS, Limits
from carfacilitator.word.parsing import check_start, is_start_whole, parse

ENTITY = "<!DOCTYPE a [<!ENTITY x 'EXPANDED'>]><a>&x;</a>"


def refusal(data: bytes, limits: Limits = LIMITS) -> UnreadableFileError:
    with pytest.raises(UnreadableFileError) as caught:
        parse(data, limits)
    return caught.value


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "utf-16-le", "utf-32"])
@pytest.mark.parametrize("before", ["", "<?xml version='1.0'?>", "\n\n", "<!-- > -->", "<?a ?>" * 500])
def test_entities_are_refused_in_every_encoding_and_whatever_stands_before_them(encoding: str, before: str) -> None:
    assert "entities" in refusal((before + ENTITY).encode(encoding)).sentence


@pytest.mark.parametrize("encoding", ["UTF-7", "cp037", "HZ", "ISO-2022-JP", "UCS-4", "madeup"])
def test_an_encoding_that_could_hide_them_is_refused(encoding: str) -> None:
    assert "code" in refusal(f'<?xml version="1.0" encoding="{encoding}"?><a>+ADwAIQ-DOCTYPE</a>'.encode()).sentence


def test_what_only_looks_like_a_declaration_is_text() -> None:
    assert parse(b"<a><![CDATA[<!DOCTYPE html>]]></a>").text == "<!DOCTYPE html>"
    assert parse(b"<!-- <!DOCTYPE html> --><a/>").tag == "a"


@pytest.mark.parametrize("encoding", ["UTF-8", "utf8", "UTF-16", "us-ascii", "ISO-8859-1", "windows-1252"])
def test_encodings_of_honest_files_are_read(encoding: str) -> None:
    assert parse(f'<?xml version="1.0" encoding="{encoding}"?><a>b</a>'.encode(encoding)).text == "b"


def test_comments_and_instructions_hide_no_text() -> None:
    root = parse(b"<a>ab<!-- c -->cd<?x y?>ef</a>")
    assert (root.text, len(root)) == ("abcdef", 0)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<a",
        b"<a>&#0;</a>",
        b"<a>&#xD800;</a>",
        b"<a>\0</a>",
        b"<a>\xed\xa0\x80</a>",
        b"<a>&unknown;</a>",
        b"<a/>b",
    ],
)
def test_malformed_xml_is_damaged(data: bytes) -> None:
    assert refusal(data).kind == "truncated"


@pytest.mark.parametrize(
    "data",
    [b"<a>" * 100_000, b"<a>" + b"x" * 10_100_000 + b"</a>", b'<a b="' + b"x" * 10_100_000 + b'"/>'],
    ids=["deep", "long", "long attribute"],
)
def test_what_is_endless_is_refused(data: bytes) -> None:
    assert "longer or more deeply nested" in refusal(data).sentence


def test_sizes_are_limited() -> None:
    assert refusal(b"<a><b/><b/></a>", replace(LIMITS, elements=2)).kind == "too-large"
    assert refusal(b"<a><b/><b/></a>", replace(LIMITS, xml=10)).kind == "too-large"
    assert refusal("<a><b/><b/></a>".encode("utf-16"), replace(LIMITS, elements=2)).kind == "too-large"


def test_nothing_is_included_from_elsewhere() -> None:
    include = b'<a xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include href="/etc/hostname" parse="text"/></a>'
    assert parse(include)[0].text is None


def test_the_beginning_of_a_part_is_enough_where_it_goes_on_to_the_root() -> None:
    assert is_start_whole(b'<?xml version="1.0"?><w:document xmlns:w="x">')
    assert not is_start_whole(b'<?xml version="1.0"?>  ')
    assert not is_start_whole(b"<!-- a comment that goes on and on")
    assert not is_start_whole(b"<?xml version='1.0'?><!DOC")
    check_start(b"<w:document ")
    with pytest.raises(UnreadableFileError):
        check_start(b"<!DOCTYPE a SYSTEM 'http://127.0.0.1/x'>")
