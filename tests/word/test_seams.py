from lxml import etree

from carfacilitator.word.identifiers import Numbers
from carfacilitator.word.names import Element, W
from carfacilitator.word.patch import PartText
from carfacilitator.word.seams import open_seam
from tests.word_builders import DECLARED, complex_field, inserted, note_reference, paragraph, run


def opened(at: int, *content: str) -> tuple[Element, Element, Element | None]:
    root = etree.fromstring(f"<w:body {DECLARED}>{paragraph(*content)}</w:body>")
    text = PartText(root)
    text.cut(root[0], at)
    text = PartText(root)
    return root[0], *open_seam(root[0], text.units(root[0]), at, Numbers(root, W + "ins"))


def names(element: Element) -> list[str]:
    return [child.tag.removeprefix(W) for child in element]


def test_a_seam_opens_between_two_runs_and_takes_its_look_from_the_first() -> None:
    paragraph_, seam, like = opened(1, run("a"), run("b"))
    assert names(paragraph_) == ["r", "seam", "r"]
    assert like is seam.getprevious()


def test_an_insertion_is_parted_under_two_numbers() -> None:
    paragraph_, seam, _ = opened(1, inserted(run("ab")))
    assert names(paragraph_) == ["ins", "seam", "ins"]
    first, second = seam.getprevious(), seam.getnext()
    assert first is not None
    assert second is not None
    assert first.get(W + "id") != second.get(W + "id")
    assert first.get(W + "author") == second.get(W + "author")


def test_at_the_end_of_an_insertion_nothing_is_parted() -> None:
    assert names(opened(2, inserted(run("ab")))[0]) == ["ins", "seam"]
    assert names(opened(0, inserted(run("ab")))[0]) == ["seam", "ins"]


def test_a_seam_leaves_a_field_at_both_of_its_ends() -> None:
    field = complex_field("REF x", run("one"))
    assert names(opened(0, field)[0])[0] == "seam"
    assert names(opened(3, field)[0])[-1] == "seam"


def test_new_words_do_not_look_like_the_sign_of_a_note() -> None:
    _, _, like = opened(1, note_reference(2), run("b"))
    assert like is not None
    assert like.findtext(W + "t") == "b"


def test_an_empty_paragraph_has_one_place() -> None:
    paragraph_, _, like = opened(0)
    assert (names(paragraph_), like) == (["seam"], None)
