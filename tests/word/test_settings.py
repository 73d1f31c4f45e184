from lxml import etree

from carfacilitator.word.names import W
from carfacilitator.word.package import open_package
from carfacilitator.word.settings import let_people_review, track_changes
from tests.word_builders import packed, plain, unpacked, word_file


def names_of(settings: str) -> list[str]:
    file = word_file(plain("x"))
    file.settings = settings
    package = open_package(file.to_bytes())
    let_people_review(package)
    written = open_package(package.to_bytes())
    return [child.tag.removeprefix(W) for child in written.tree("word/settings.xml")]


def test_track_changes_is_switched_on_in_the_place_that_word_wants() -> None:
    assert names_of('<w:zoom w:percent="100"/><w:mailMerge/><w:defaultTabStop w:val="709"/><w:rsids/>') == [
        "zoom",
        "mailMerge",
        "trackRevisions",
        "defaultTabStop",
        "rsids",
    ]
    assert names_of("") == ["trackRevisions"]
    assert names_of("<w:trackRevisions/>") == ["trackRevisions"]


def test_what_keeps_people_from_commenting_under_their_names_goes() -> None:
    in_the_way = '<w:writeProtection/><w:removePersonalInformation/><w:documentProtection w:edit="readOnly"/>'
    assert names_of(in_the_way) == ["trackRevisions"]


def test_a_file_without_settings_gets_some() -> None:
    package = open_package(word_file(plain("x")).to_bytes())
    package.drop("word/settings.xml")
    bare = open_package(packed(unpacked(package.to_bytes())))
    let_people_review(bare)
    assert open_package(bare.to_bytes()).related("settings") == "word/settings.xml"


def test_track_changes_is_switched_on_and_nothing_else_is_touched() -> None:
    package = open_package(word_file(plain("x")).to_bytes())
    package.tree("word/settings.xml").append(etree.Element(W + "documentProtection"))
    track_changes(package)
    track_changes(package)
    assert [child.tag.removeprefix(W) for child in package.tree("word/settings.xml")] == [
        *("trackRevisions", "documentProtection"),
    ]
