from lxml import etree

from carfacilitator.word import content_types
from carfacilitator.word.names import CONTENT_TYPES_NAMESPACE


def root() -> etree._Element:
    inner = '<Override PartName="/word/Document.xml" ContentType="old"/>'
    return etree.fromstring(f'<Types xmlns="{CONTENT_TYPES_NAMESPACE}">{inner}</Types>')


def test_capitals_make_no_other_part() -> None:
    assert content_types.declared(root(), "word/document.xml") == "old"


def test_declaring_replaces_what_was_declared() -> None:
    types = root()
    content_types.declare(types, "word/document.xml", "new")
    assert content_types.declared(types, "word/document.xml") == "new"
    assert len(types) == 1


def test_withdrawing_tells_whether_there_was_anything() -> None:
    types = root()
    assert content_types.withdraw(types, "word/document.xml")
    assert not content_types.withdraw(types, "word/document.xml")
    assert content_types.declared(types, "word/document.xml") == ""


def test_a_part_is_found_by_its_kind() -> None:
    types = root()
    content_types.declare(types, "elsewhere/main.xml", "application/vnd.ms-word.document.macroEnabled.main+xml")
    assert content_types.of_kind(types, ".main+xml") == ["elsewhere/main.xml"]
