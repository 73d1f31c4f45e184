from carfacilitator.word import scrub
from carfacilitator.word.names import RELATIONSHIP_TYPES
from carfacilitator.word.package import Package, open_package
from tests.word_builders import OFFICE, plain, unpacked, word_file

WORD_2012 = "http://schemas.microsoft.com/office/word/2012/wordml"
CORE = (
    '<cp:coreProperties xmlns:cp="http://x/c" xmlns:dc="http://x/d"><dc:title>Title</dc:title>'
    "<dc:creator>ZZNAME</dc:creator><cp:lastModifiedBy>ZZNAME</cp:lastModifiedBy></cp:coreProperties>"
)
APP = (
    '<Properties xmlns="http://x/e"><Template>C:\\ZZNAME\\x.dotm</Template>'
    "<Company>ZZNAME</Company><Pages>3</Pages></Properties>"
)
CUSTOM = '<Properties xmlns="http://x/p"><property name="Owner"><v>ZZNAME</v></property></Properties>'
PEOPLE = f'<w15:people xmlns:w15="{WORD_2012}"><w15:person w15:author="ZZNAME"/></w15:people>'
LIBRARY = '<p:all xmlns:p="http://schemas.microsoft.com/office/2006/metadata/properties"><who>ZZNAME</who></p:all>'


def telling() -> Package:
    """Return a file that tells somebody's name wherever a file can, but in its text."""
    file = word_file(
        '<w:p w:rsidR="00AB12CD" w:rsidRDefault="00AB12CD"><w:r w:rsidRPr="00AB12CD"><w:t>text</w:t></w:r></w:p>',
        '<w:sdt><w:sdtPr><w:dataBinding w:storeItemID="{6C3C8BC8-F283-45AE-878A-BAB7291924A1}"/></w:sdtPr>'
        f"<w:sdtContent>{plain('bound')}</w:sdtContent></w:sdt>",
    )
    file.settings = '<w:attachedTemplate r:id="rId1"/><w:rsids><w:rsid w:val="00AB12CD"/></w:rsids><w:docVars/>'
    package = open_package(file.to_bytes())
    for name, kind, xml, source in (
        ("docProps/core.xml", RELATIONSHIP_TYPES["core-properties"], CORE, ""),
        ("docProps/app.xml", f"{OFFICE}/extended-properties", APP, ""),
        ("docProps/custom.xml", RELATIONSHIP_TYPES["custom-properties"], CUSTOM, ""),
        ("docProps/thumbnail.jpeg", "http://x/thumbnail", "ZZNAME", ""),
        ("word/people.xml", RELATIONSHIP_TYPES["people"], PEOPLE, package.main),
        ("customXml/item1.xml", f"{OFFICE}/customXml", LIBRARY, package.main),
        ("word/vbaProject.bin", f"{OFFICE}/vbaProject", "MZ", package.main),
    ):
        package.put(name, xml.encode())
        package.relate(source, kind, name)
    package.put(
        "word/_rels/settings.xml.rels",
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
        b'Type="http://x/attachedTemplate" Target="file:///C:/ZZNAME/x.dotm" TargetMode="External"/></Relationships>',
    )
    return open_package(package.to_bytes())


def everything(package: Package) -> bytes:
    return b"".join(unpacked(package.to_bytes()).values())


def test_names_are_counted() -> None:
    assert scrub.names_in_properties(telling()) == 6
    assert scrub.names_in_properties(open_package(word_file(plain("x")).to_bytes())) == 0


def test_no_name_and_no_sitting_stays_in_the_file() -> None:
    package = telling()
    scrub.take_out_names(package)
    left = everything(package)
    assert b"ZZNAME" not in left
    assert b"00AB12CD" not in left
    assert b"dataBinding" not in left
    assert b"<dc:title>Title" in left
    assert b"<Pages>3" in left


def test_the_package_still_opens() -> None:
    package = telling()
    scrub.take_out_names(package)
    scrub.take_out_dangers(package)
    again = open_package(package.to_bytes())
    assert again.related("people") is None
    assert again.related("settings") == "word/settings.xml"


def test_macros_and_templates_go_always() -> None:
    package = telling()
    scrub.take_out_dangers(package)
    left = everything(package)
    assert b"vbaProject" not in left
    assert b"attachedTemplate" not in left


def test_parts_that_nothing_points_to_go() -> None:
    file = word_file(plain("x"))
    file.loose["word/old-header.xml"] = b"<hdr>SECRET</hdr>"
    file.loose["word/_rels/old-header.xml.rels"] = b"<Relationships/>"
    package = open_package(file.to_bytes())
    scrub.take_out_dangers(package)
    assert not [name for name in open_package(package.to_bytes()).names() if "old-header" in name]


def test_what_word_would_fetch_is_pointed_nowhere_and_links_stay() -> None:
    file = word_file(plain("x"))
    file.links["rId90"] = "image", "http://127.0.0.1:9/beacon.png"
    file.links["rId91"] = "hyperlink", "https://example.org/"
    package = open_package(file.to_bytes())
    scrub.take_out_dangers(package)
    assert [one.target for _, one in open_package(package.to_bytes()).external()] == ["NULL", "https://example.org/"]


def test_a_file_with_nothing_to_hide_is_left_alone() -> None:
    data = word_file(plain("x")).to_bytes()
    package = open_package(data)
    scrub.take_out_names(package)
    scrub.take_out_dangers(package)
    assert unpacked(package.to_bytes()) == unpacked(data)
