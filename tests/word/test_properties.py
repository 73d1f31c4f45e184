from carfacilitator.word.package import open_package
from carfacilitator.word.properties import CODE, read_properties, write_identity, write_properties
from tests.word_builders import packed, plain, unpacked, word_file

CORE = (
    b'<cp:coreProperties xmlns:cp="http://x/core" xmlns:dc="http://purl.org/dc/elements/1.1/">'
    b"<!-- a note --><dc:title>Early help</dc:title><dc:creator>Ann</dc:creator>"
    b"<cp:lastModifiedBy>Bo</cp:lastModifiedBy><cp:revision>4</cp:revision></cp:coreProperties>"
)
CUSTOM = f'<Properties xmlns="x"><property name="{CODE}"><lpwstr>K7-PQ2</lpwstr></property></Properties>'.encode()


def test_the_properties_that_matter_are_read() -> None:
    package = open_package(word_file(plain("x")).to_bytes())
    for name, kind, data in (("core", "core-properties", CORE), ("custom", "custom-properties", CUSTOM)):
        package.put(f"docProps/{name}.xml", data)
        package.relate("", f"http://x/{kind}", f"docProps/{name}.xml")
    found = read_properties(open_package(package.to_bytes()))
    assert found == {"title": "Early help", "creator": "Ann", "modified_by": "Bo", "code": "K7-PQ2"}


def test_a_file_without_properties_has_none() -> None:
    assert read_properties(open_package(packed(unpacked(word_file(plain("x")).to_bytes())))) == {}


def test_an_identity_is_written_once_and_read_again() -> None:
    package = open_package(word_file(plain("x")).to_bytes())
    write_identity(package, "K7-PQ2", "pack-1")
    write_identity(package, "K7-PQ3", "pack-2")
    again = open_package(package.to_bytes())
    assert read_properties(again) == {"code": "K7-PQ3", "identity": "pack-2", "identifier": "pack-2"}
    assert b"pack-2</dc:identifier>" in again.data("docProps/core.xml")


def test_properties_are_written_and_emptied() -> None:
    package = open_package(word_file(plain("x")).to_bytes())
    write_properties(package, title="A title", creator="Isla", modified_by="")
    again = open_package(package.to_bytes())
    assert read_properties(again) == {"title": "A title", "creator": "Isla"}
    write_properties(again, creator="")
    assert read_properties(again) == {"title": "A title"}


def test_an_identity_is_known_where_only_our_own_data_are_left() -> None:
    package = open_package(word_file(plain("x")).to_bytes())
    write_identity(package, "K7P-Q22", "1f0c-2")
    for kind in ("core-properties", "custom-properties"):
        package.drop(package.related(kind, "") or "")
    again = open_package(package.to_bytes())
    assert read_properties(again) == {"code": "K7P-Q22", "identity": "1f0c-2"}
