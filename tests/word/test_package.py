import io
import zipfile
from dataclasses import replace

import pytest

from carfacilitator.errors import UnreadableFileError
from carfacilitator.word.limits import LIMITS, Limits
from carfacilitator.word.names import PART_TYPES, W
from carfacilitator.word.package import open_package
from tests.word_builders import packed, plain, unpacked, word_file

WHOLE = word_file(plain("Hello")).to_bytes()


def changed(**parts: bytes) -> bytes:
    """Return the file with `word__document` and the like replaced (None-like b'' takes a part out)."""
    named = {name.replace("__", "/") + ".xml": data for name, data in parts.items()}
    kept = {**unpacked(WHOLE), **named}
    return packed({name: data for name, data in kept.items() if data})


def refusal(data: bytes, limits: Limits = LIMITS) -> UnreadableFileError:
    with pytest.raises(UnreadableFileError) as caught:
        open_package(data, limits)
    return caught.value


def test_parts_are_read_by_name_and_by_what_points_to_them() -> None:
    package = open_package(WHOLE)
    assert package.main == "word/document.xml"
    assert package.related("styles") == "word/styles.xml"
    assert package.related("comments") is None
    assert package.tree(package.main).tag == W + "document"


def test_what_was_not_changed_is_written_byte_for_byte() -> None:
    assert unpacked(open_package(WHOLE).to_bytes()) == unpacked(WHOLE)


def test_only_what_was_touched_is_written_anew() -> None:
    package = open_package(WHOLE)
    package.tree(package.main).set("note", "1")
    package.touch(package.main)
    before, after = unpacked(WHOLE), unpacked(package.to_bytes())
    assert {name for name in after if after[name] != before[name]} == {"word/document.xml"}


def test_a_part_is_added_with_its_kind_and_its_arrow() -> None:
    package = open_package(WHOLE)
    package.put("word/people.xml", b"<people/>", PART_TYPES["people"])
    package.relate(package.main, "http://x/people", "word/people.xml")
    again = open_package(package.to_bytes())
    assert again.related("people") == "word/people.xml"
    assert PART_TYPES["people"].encode() in again.data("[Content_Types].xml")


def test_an_arrow_can_start_where_none_did() -> None:
    package = open_package(WHOLE)
    package.relate("word/styles.xml", "http://x/image", "word/document.xml")
    assert open_package(package.to_bytes()).related("image", "word/styles.xml") == "word/document.xml"


def test_a_dropped_part_leaves_no_trace() -> None:
    package = open_package(WHOLE)
    package.drop("word/styles.xml")
    again = open_package(package.to_bytes())
    assert again.related("styles") is None
    assert not any(b"styles" in again.data(name) for name in again.names() if name != again.main)


def test_a_file_that_declares_no_kinds_of_content_can_still_be_written() -> None:
    package = open_package(
        packed({name: data for name, data in unpacked(WHOLE).items() if name != "[Content_Types].xml"})
    )
    package.be_plain_document()
    assert PART_TYPES["document"].encode() in unpacked(package.to_bytes())["[Content_Types].xml"]


def test_a_template_or_a_file_with_macros_becomes_a_plain_document() -> None:
    types = unpacked(WHOLE)["[Content_Types].xml"].decode()
    macro = types.replace(PART_TYPES["document"], "application/vnd.ms-word.document.macroEnabled.main+xml")
    package = open_package(packed({**unpacked(WHOLE), "[Content_Types].xml": macro.encode()}))
    package.be_plain_document()
    assert PART_TYPES["document"].encode() in package.data("[Content_Types].xml")


def test_strict_files_come_with_transitional_names() -> None:
    strict = unpacked(WHOLE)["word/document.xml"].replace(
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    assert open_package(changed(word__document=strict)).tree("word/document.xml").tag == W + "document"


@pytest.mark.parametrize("cut", [10, 200, 900, len(WHOLE) - 30])
def test_a_truncated_file_is_damaged(cut: int) -> None:
    assert refusal(WHOLE[:cut]).kind == "truncated"


def test_a_part_with_wrong_bytes_is_damaged() -> None:
    spoilt = bytearray(WHOLE)
    with zipfile.ZipFile(io.BytesIO(WHOLE)) as archive:
        start = archive.getinfo("word/document.xml").header_offset
    spoilt[start + 60] ^= 0xFF
    assert refusal(bytes(spoilt)).kind == "truncated"


def test_malformed_xml_is_damaged() -> None:
    assert refusal(changed(word__document=b"<w:document")).kind == "truncated"


def test_a_package_without_a_document_is_not_word() -> None:
    assert refusal(packed({"a.txt": b"x"})).kind == "not-word"
    assert refusal(changed(word__document=b"<workbook/>")).kind == "not-word"


@pytest.mark.parametrize(
    "declaration",
    [
        '<!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE w:document SYSTEM "http://127.0.0.1/x.dtd">',
        '<!DOCTYPE w:document [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;">]>',
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused_in_every_encoding(declaration: str, encoding: str) -> None:
    text = f"<?xml version='1.0' encoding='{encoding}'?>{declaration}<document/>"
    assert refusal(changed(word__document=text.encode(encoding))).kind == "hostile"


def test_a_part_that_is_there_twice_is_refused() -> None:
    written = io.BytesIO(WHOLE)
    with zipfile.ZipFile(written, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("word/document.xml", "<w:document/>")
    assert refusal(written.getvalue()).kind == "hostile"


@pytest.mark.parametrize(("name", "size"), [("word/more.xml", 2_000_000), ("word/media/big.bin", 20_000_000)])
def test_a_bomb_is_refused_before_it_is_inflated(name: str, size: int) -> None:
    assert refusal(packed({**unpacked(WHOLE), name: bytes(size)})).kind == "hostile"


def test_a_picture_that_is_mostly_blank_is_none() -> None:
    assert open_package(packed({**unpacked(WHOLE), "word/media/blank.emf": bytes(2_000_000)})).has(
        "word/media/blank.emf"
    )


@pytest.mark.parametrize(
    ("limits", "kind"),
    [
        (replace(LIMITS, file=100), "too-large"),
        (replace(LIMITS, entries=3), "hostile"),
        (replace(LIMITS, inflated=500), "hostile"),
        (replace(LIMITS, entry=300), "hostile"),
        (replace(LIMITS, xml=100), "too-large"),
        (replace(LIMITS, elements=2), "too-large"),
    ],
)
def test_every_limit_holds(limits: Limits, kind: str) -> None:
    assert refusal(WHOLE, limits).kind == kind


def test_a_member_with_a_password_is_named() -> None:
    spoilt = bytearray(WHOLE)
    with zipfile.ZipFile(io.BytesIO(WHOLE)) as archive:
        central = archive.start_dir
    spoilt[central + 8] |= 1  # the flag of encryption
    assert refusal(bytes(spoilt)).kind == "password"


def test_what_points_outside_is_listed_and_never_fetched() -> None:
    file = word_file(plain("x"))
    file.links["rId90"] = "image", "http://127.0.0.1:9/x.png"
    assert [(source, one.target) for source, one in open_package(file.to_bytes()).external()] == [
        ("word/document.xml", "http://127.0.0.1:9/x.png"),
    ]


def test_names_outside_the_package_are_names_and_nothing_else() -> None:
    package = open_package(packed({**unpacked(WHOLE), "/abs.txt": b"y"}))
    assert package.data("abs.txt") == b"y"


def test_the_main_part_may_stand_anywhere() -> None:
    parts = unpacked(WHOLE)
    parts["docs/main.xml"] = parts.pop("word/document.xml")
    for target in (b"docs/main.xml", b"/docs/main.xml", b"./docs/../docs/main.xml", b"docs\\main.xml"):
        arrow = unpacked(WHOLE)["_rels/.rels"].replace(b"word/document.xml", target)
        assert open_package(packed({**parts, "_rels/.rels": arrow})).main == "docs/main.xml"


def test_without_arrows_the_main_part_is_known_by_its_kind_or_its_usual_name() -> None:
    parts = unpacked(WHOLE)
    del parts["_rels/.rels"]
    assert open_package(packed(parts)).main == "word/document.xml"
    parts["word/document2.xml"] = parts.pop("word/document.xml")
    types = parts["[Content_Types].xml"].replace(b"/word/document.xml", b"/word/document2.xml")
    assert open_package(packed({**parts, "[Content_Types].xml": types})).main == "word/document2.xml"


def test_a_wrong_kind_of_content_does_not_keep_a_document_from_being_read() -> None:
    types = unpacked(WHOLE)["[Content_Types].xml"].replace(PART_TYPES["document"].encode(), b"text/plain")
    assert open_package(packed({**unpacked(WHOLE), "[Content_Types].xml": types})).main == "word/document.xml"


@pytest.mark.parametrize("name", list(unpacked(WHOLE)))
def test_entities_are_refused_in_every_part(name: str) -> None:
    declared = b'<!DOCTYPE a [<!ENTITY x "y">]>'
    data = unpacked(WHOLE)[name]
    cut = data.index(b"?>") + 2
    assert "entities" in refusal(packed({**unpacked(WHOLE), name: data[:cut] + declared + data[cut:]})).sentence


def test_a_declaration_far_behind_the_beginning_of_a_part_is_found() -> None:
    hidden = b"<!-- " + b"x" * 5000 + b' --><!DOCTYPE a [<!ENTITY x "y">]><a/>'
    assert "entities" in refusal(packed({**unpacked(WHOLE), "customXml/item1.xml": hidden})).sentence


def test_a_picture_with_a_declaration_is_a_picture() -> None:
    drawing = b'<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/svg11.dtd"><svg/>'
    assert open_package(packed({**unpacked(WHOLE), "word/media/a.svg": drawing})).data("word/media/a.svg") == drawing


def test_bytes_that_are_no_xml_are_never_respelled() -> None:
    strict = b"\0\1 http://purl.oclc.org/ooxml/wordprocessingml/main \0"
    assert open_package(packed({**unpacked(WHOLE), "word/a.bin": strict})).data("word/a.bin") == strict


@pytest.mark.parametrize(
    ("main", "word"),
    [("xl/workbook.xml", "spreadsheet"), ("xl/workbook.bin", "spreadsheet"), ("ppt/p.xml", "presentation")],
)
def test_a_package_of_another_program_is_named_though_its_parts_are_not_read(main: str, word: str) -> None:
    parts = {name: data.replace(b"word/document.xml", main.encode()) for name, data in unpacked(WHOLE).items()}
    parts[main] = b"\x83\x01\x00"
    assert word in refusal(packed(parts)).sentence


def test_an_empty_main_part_is_damage() -> None:
    assert refusal(packed({**unpacked(WHOLE), "word/document.xml": b""})).kind == "truncated"


def test_names_outside_the_package_are_not_written_on() -> None:
    package = open_package(packed({**unpacked(WHOLE), "../../evil.txt": b"x"}))
    assert list(unpacked(package.to_bytes())) == list(unpacked(WHOLE))


def test_a_file_in_which_nothing_was_changed_keeps_every_byte_of_every_part() -> None:
    strict = {
        name: data.replace(b"http://schemas.openxmlformats.org/", b"http://purl.oclc.org/ooxml/")
        for name, data in unpacked(WHOLE).items()
    }
    package = open_package(WHOLE)
    package.tree("word/document.xml")
    assert unpacked(package.to_bytes()) == unpacked(WHOLE)
    names = packed({**unpacked(WHOLE), "word/extra.xml": strict["word/document.xml"]})
    assert unpacked(open_package(names).to_bytes()) == unpacked(names)
