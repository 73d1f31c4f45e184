import pytest
from lxml import etree

from carfacilitator.word.joining import following_paragraph, join_with_following, preceding_paragraph
from carfacilitator.word.names import Element, W
from tests.word_builders import DECLARED, cell, control, inserted, paragraph, plain, row, run, table


def body(*blocks: str) -> Element:
    return etree.fromstring(f"<w:body {DECLARED}>{''.join(blocks)}</w:body>")


def paragraphs(root: Element) -> list[Element]:
    return list(root.iter(W + "p"))


def text(element: Element) -> str:
    return "".join(one.text or "" for one in element.iter(W + "t"))


def joined(*blocks: str, which: int = 0) -> list[str]:
    root = body(*blocks)
    join_with_following(paragraphs(root)[which])
    return [text(one) for one in paragraphs(root)]


def test_the_following_paragraph_takes_the_content_and_keeps_its_properties() -> None:
    root = body(paragraph(run("one "), style="Heading1"), paragraph(run("two"), style="Quote"))
    join_with_following(paragraphs(root)[0])
    (left,) = paragraphs(root)
    assert text(left) == "one two"
    assert left.find(f"{W}pPr/{W}pStyle").get(W + "val") == "Quote"  # type: ignore[union-attr]  # it has a style


def test_marks_between_paragraphs_are_no_obstacle() -> None:
    assert joined(plain("a"), '<w:bookmarkEnd w:id="1"/>', plain("b")) == ["ab"]


def test_the_edge_of_a_content_control_is_no_obstacle() -> None:
    assert joined(plain("a"), control(plain("b")), plain("c")) == ["ab", "c"]
    assert joined(control(plain("a")), plain("b")) == ["ab"]
    assert joined(plain("a"), control(""), plain("b")) == ["ab"]


def test_a_table_is_one() -> None:
    square = table(row(cell(plain("x"))))
    assert joined(plain("a"), square) == ["a", "x"]
    assert following_paragraph(paragraphs(body(plain("a"), control(square)))[0]) is None


def test_what_precedes_is_found_as_what_follows_is() -> None:
    square = table(row(cell(plain("x"))))
    mark = '<w:bookmarkEnd w:id="1"/>'
    blocks = paragraphs(body(plain("a"), control(plain("b") + plain("c")), mark, plain("d"), square))
    assert [preceding_paragraph(one) for one in blocks] == [None, *blocks[:3], None]
    assert preceding_paragraph(paragraphs(body(control(square), plain("z")))[1]) is None


def test_an_empty_paragraph_that_nobody_needs_goes() -> None:
    square = table(row(cell(plain("x"))))
    assert joined(plain("a"), paragraph(), which=1) == ["a"]
    assert joined(plain("a"), paragraph(), square, which=1) == ["a", "x"]


def test_an_empty_paragraph_stays_where_word_needs_one() -> None:
    square = table(row(cell(plain("x"))))
    assert joined(table(row(cell(paragraph())))) == [""]
    assert joined(square, paragraph(), square, which=1) == ["x", "", "x"]
    assert joined(plain("a"), paragraph(properties="<w:sectPr/>"), which=1) == ["a", ""]


@pytest.mark.parametrize(
    ("blocks", "left"),
    [
        ((plain("a"), inserted(plain("b") + plain("c"))), [("ab", "b"), ("c", "c")]),
        ((inserted(plain("a")), plain("b")), [("ab", "a")]),
        ((inserted(plain("a") + plain("b")),), [("ab", "ab")]),
    ],
)
def test_words_stay_in_the_change_that_their_paragraph_stood_in(blocks: list[str], left: list[tuple[str, str]]) -> None:
    root = body(*blocks)
    join_with_following(paragraphs(root)[0])
    changed = [one for one in root.iter(W + "t") if next(one.iterancestors(W + "ins"), None) is not None]
    found = [
        (one, "".join(word.text or "" for word in changed if one in word.iterancestors())) for one in root.iter(W + "p")
    ]
    assert [(text(one), words) for one, words in found] == left
