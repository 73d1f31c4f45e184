from lxml import etree

from carfacilitator.word.bookmarks import PREFIX, Bookmarks
from carfacilitator.word.names import Element, W
from tests.word_builders import DECLARED, paragraph, run

THEIRS = '<w:bookmarkStart w:id="7" w:name="theirs"/><w:bookmarkEnd w:id="7"/>'
OURS = f'<w:bookmarkStart w:id="8" w:name="{PREFIX}p1"/><w:bookmarkEnd w:id="8"/>'


def body(*content: str) -> Element:
    return etree.fromstring(f"<w:body {DECLARED}>{paragraph(*content, style='Quote')}</w:body>")


def test_a_bookmark_goes_around_all_that_a_paragraph_holds() -> None:
    root = body(THEIRS, run("words"))
    Bookmarks(root).put_around(root[0], "p0")
    children = list(root[0])
    assert [children[1].get(W + "name"), children[-1].tag] == [f"{PREFIX}p0", W + "bookmarkEnd"]
    assert children[1].get(W + "id") == children[-1].get(W + "id") == "8"


def test_those_of_an_earlier_pack_go_and_others_stay() -> None:
    root = body(THEIRS, OURS, run("words"))
    Bookmarks(root).take_out_ours()
    assert [one.get(W + "name") for one in root.iter(W + "bookmarkStart")] == ["theirs"]
    assert len(list(root.iter(W + "bookmarkEnd"))) == 1
