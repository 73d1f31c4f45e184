from lxml import etree

from carfacilitator.word.elements import attributes, local_name, remove, unwrap
from carfacilitator.word.names import W
from tests.word_builders import DECLARED


def test_an_element_is_taken_out_wherever_it_is() -> None:
    root = etree.fromstring("<a><b><c/></b></a>")
    remove(root[0][0])
    assert etree.tostring(root) == b"<a><b/></a>"
    remove(root)


def test_a_name_comes_without_its_namespace() -> None:
    assert local_name(etree.Element(W + "p")) == "p"
    assert local_name(etree.Comment("x")) != "p"


def test_attributes_are_copied() -> None:
    root = etree.fromstring(f'<w:p {DECLARED} w:id="1"/>')
    copy = attributes(root)
    copy.clear()
    assert root.get(W + "id") == "1"


def test_what_an_element_holds_takes_its_place() -> None:
    root = etree.fromstring("<a><b/><c><d/><e/></c><f/></a>")
    unwrap(root[1])
    assert [child.tag for child in root] == ["b", "d", "e", "f"]
