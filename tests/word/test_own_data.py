from carfacilitator.word.own_data import NAMESPACE, read_own_data, write_own_data
from carfacilitator.word.package import Package, open_package
from tests.word_builders import plain, word_file

OTHERS = b'<b:Sources xmlns:b="http://schemas.openxmlformats.org/officeDocument/2006/bibliography"/>'
CUSTOM_XML = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml"


def a_package() -> Package:
    return open_package(word_file(plain("x")).to_bytes())


def test_a_pack_says_in_its_own_data_which_one_it_is() -> None:
    package = a_package()
    write_own_data(package, "K7P-Q22", "1f0c-2")
    again = open_package(package.to_bytes())
    assert read_own_data(again) == {"code": "K7P-Q22", "identity": "1f0c-2"}
    (name,) = again.all_related("customXml")
    (about,) = again.all_related("customXmlProps", name)
    assert NAMESPACE.encode() in again.data(about)


def test_a_second_pack_leaves_nothing_of_the_first_and_touches_nobody_elses_data() -> None:
    package = a_package()
    package.put("customXml/item1.xml", OTHERS)
    package.relate(package.main, CUSTOM_XML, "customXml/item1.xml")
    write_own_data(package, "K7P-Q22", "first")
    write_own_data(package, "K7P-Q33", "second")
    again = open_package(package.to_bytes())
    assert read_own_data(again) == {"code": "K7P-Q33", "identity": "second"}
    assert again.data("customXml/item1.xml") == OTHERS
    assert b"first" not in b"".join(again.data(name) for name in again.names())


def test_data_that_a_program_has_broken_is_no_reason_to_refuse_a_file() -> None:
    package = a_package()
    package.put("customXml/item1.xml", f'<pack xmlns="{NAMESPACE}" code="K7P-Q22"'.encode())
    package.relate(package.main, CUSTOM_XML, "customXml/item1.xml")
    assert read_own_data(open_package(package.to_bytes())) == {"code": "K7P-Q22"}


def test_a_file_without_such_data_says_nothing() -> None:
    assert read_own_data(a_package()) == {}
