import pytest

from carfacilitator.document.blocks import Anchor
from carfacilitator.document.comparison import compare_texts
from carfacilitator.document.passages import Passages
from carfacilitator.document.quotations import Place
from carfacilitator.document.replacements import Replacements

BEGIN = "The group planned what each of its members would try"
END = "before they met again in the autumn of that year."


def asked(old: str, new: str, quote: str) -> tuple[Passages, Anchor]:
    start = f"{BEGIN} {old} {END}".index(quote, len(BEGIN))
    passages = Passages(compare_texts([f"{BEGIN} {old} {END}"], [f"{BEGIN} {new} {END}"]))
    return passages, Anchor(0, start, 0, start + len(quote))


@pytest.mark.parametrize(
    ("old", "new", "quote", "expected"),
    [
        ("things", "data", "things", "data"),
        ("release 0.8.3", "release 0.8.5", ".3", ".5"),
        ("we’re going to", "we’ll", "’re going to", "’ll"),
        ("things", "all sorts of evidence from minutes to maps and more that the people had brought", "things", ""),
        (
            "a file system",
            "what one has to keep in one’s head where one goes from folder to folder in a filesystem of many",
            "a file system",
            "a filesystem",
        ),
    ],
)
def test_a_passage_goes_to_what_replaced_it(old: str, new: str, quote: str, expected: str) -> None:
    passages, anchor = asked(old, new, quote)
    found = Replacements(passages).of_whole(anchor)
    assert (passages.new[slice(*found)] if found else "").strip() == expected


@pytest.mark.parametrize(
    ("old", "new", "quote", "left", "expected"),
    [
        ("small steps soon", "small measures soon", "steps soon", "soon", "measures soon"),
        ("only when they could see it", "just as they would see it", "could see", "see", "would see"),
        ("one, two, three, four and see", "five then go to see", "and see", "see", "to see"),
    ],
)
def test_the_edges_of_a_passage_go_with_it(old: str, new: str, quote: str, left: str, expected: str) -> None:
    passages, anchor = asked(old, new, quote)
    start = passages.new.index(left, len(BEGIN))
    found = Replacements(passages).with_edges(anchor, Place(start, start + len(left)))
    assert passages.new[slice(*found)].strip() == expected
