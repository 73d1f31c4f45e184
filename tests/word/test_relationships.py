from lxml import etree

from carfacilitator.word.names import RELATIONSHIPS_NAMESPACE, Element
from carfacilitator.word.relationships import Relationships, beside

ARROWS = """
<Relationship Id="rId1" Type="http://x/comments" Target="Comments.xml"/>
<Relationship Id="rId2" Type="http://x/image" Target="../media/missing.png"/>
<Relationship Id="rId3" Type="http://x/image" Target="/word/media/a%20b.png"/>
<Relationship Id="rId4" Type="http://x/hyperlink" Target="https://example.org/" TargetMode="External"/>
<Relationship Id="rId5" Type="http://x/image" Target="../../../../etc/passwd"/>
"""
SPELLING = {"word/comments.xml": "word/comments.xml", "word/media/a b.png": "word/media/a b.png"}


def arrows() -> tuple[Relationships, Element]:
    root = etree.fromstring(f'<Relationships xmlns="{RELATIONSHIPS_NAMESPACE}">{ARROWS}</Relationships>')
    return Relationships("word/document.xml", root, SPELLING), root


def test_relationships_stand_beside_their_part() -> None:
    assert beside("") == "_rels/.rels"
    assert beside("word/document.xml") == "word/_rels/document.xml.rels"


def test_targets_are_names_of_parts_however_they_are_written() -> None:
    found, _ = arrows()
    assert [one.target for one in found if not one.external] == ["word/comments.xml", "word/media/a b.png"]


def test_what_points_to_nothing_in_the_file_is_left_out() -> None:
    found, _ = arrows()
    assert found.find("rId2") is None
    assert found.find("rId5") is None


def test_an_address_outside_is_kept_as_it_is() -> None:
    found, _ = arrows()
    assert [one.target for one in found.of_kind("hyperlink")] == ["https://example.org/"]


def test_a_new_arrow_takes_an_id_that_is_free_and_a_relative_target() -> None:
    found, root = arrows()
    identifier = found.add("http://x/people", "word/people.xml")
    assert identifier == "rId6"
    assert root[-1].get("Target") == "people.xml"


def test_arrows_are_removed_by_target_or_kind() -> None:
    found, root = arrows()
    assert found.remove_target("word/comments.xml")
    assert not found.remove_target("word/comments.xml")
    assert found.remove_kind("hyperlink")
    assert [one.get("Id") for one in root] == ["rId2", "rId3", "rId5"]


def test_a_new_arrow_takes_the_place_of_one_of_its_kind_that_leads_to_nothing() -> None:
    found, root = arrows()
    found.add("http://x/image", "word/media/c.png")
    assert [one.get("Target") for one in root if one.get("Type") == "http://x/image"] == [
        "/word/media/a%20b.png",
        "media/c.png",
    ]
