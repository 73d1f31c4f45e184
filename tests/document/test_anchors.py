import pytest
from hypothesis import given
from hypothesis import strategies as st

from carfacilitator.document.anchors import AnchorState, Carried, carry, quote_of
from carfacilitator.document.blocks import Anchor, Block, Document, Span
from carfacilitator.document.comparison import compare

PLAN = "The group planned what each of its six members would try before they met again."
ACT = "All of them acted on it, though two could not finish before the summer, for want of time."
CLOSE = "In the end the officers thanked everyone and asked for a report by the autumn."


def document(*texts: str) -> Document:
    return Document(tuple(Block(f"b{number}", spans=(Span(text),)) for number, text in enumerate(texts)))


def carried(old: list[str], new: list[str], quote: str) -> Carried:
    """Carry a comment on the only place where the quotation stands."""
    leaf = next(number for number, text in enumerate(old) if quote in text)
    start = old[leaf].index(quote)
    drafts = document(*old), document(*new)
    (found,) = carry(compare(*drafts), *drafts, [Anchor(leaf, start, leaf, start + len(quote))])
    assert found.old_quote == quote
    assert found.quote == (quote_of(drafts[1], found.anchor) if found.anchor else "")
    assert (found.anchor is None) == (found.state is AnchorState.ORPHAN)
    return found


@pytest.mark.parametrize(
    ("new", "quote", "state", "expected"),
    [
        ([PLAN.replace("again", "soon")], "six members", AnchorState.EXACT, "six members"),
        (
            [PLAN.replace("six ", "six or more ")],
            "each of its six members",
            AnchorState.CHANGED,
            "each of its six or more members",
        ),
        ([PLAN.replace("would try", "will try")], "members would", AnchorState.CHANGED, "members will"),
        ([PLAN.replace("planned", "agreed on")], "planned", AnchorState.WEAK, "agreed on"),
        ([PLAN.replace("six", "“six”")], "six", AnchorState.EXACT, "six"),
        ([PLAN.replace("met", "came together")], "y met", AnchorState.WEAK, "y came together"),
    ],
)
def test_a_passage_goes_with_its_words(new: list[str], quote: str, state: AnchorState, expected: str) -> None:
    found = carried([PLAN, ACT], [*new, ACT], quote)
    assert (found.state, found.quote) == (state, expected)


def test_an_edge_inside_a_word_stays_there() -> None:
    assert carried([PLAN], [PLAN.replace("six", "twelve")], "ember").anchor == Anchor(0, 43, 0, 48)


def test_a_passage_moves_with_its_paragraph() -> None:
    assert carried([PLAN, ACT, CLOSE], [ACT, CLOSE, PLAN], "six members").anchor == Anchor(2, 35, 2, 46)


def test_a_passage_goes_over_the_paragraphs_of_a_split() -> None:
    found = carried([f"{PLAN} {ACT}"], [PLAN, ACT], "again. All of")
    assert (found.state, found.quote) == (AnchorState.EXACT, "again.\nAll of")


def test_a_sentence_is_found_where_it_was_reworked_and_put() -> None:
    sentence = "Two could not finish before the summer, for want of time."
    old, new = [f"{PLAN} {sentence}", CLOSE], [PLAN, f"{CLOSE} {sentence.replace('summer', 'winter')}"]
    found = carried(old, new, sentence)
    assert found.state is not AnchorState.ORPHAN
    assert found.anchor
    assert found.anchor.first == 1


def test_a_passage_that_was_cut_is_an_orphan_where_it_stood() -> None:
    found = carried([PLAN, ACT, CLOSE], [PLAN, CLOSE], "could not finish")
    assert (found.state, found.near, found.survival) == (AnchorState.ORPHAN, 0, 0)
    assert carried([PLAN, ACT], [], "finish").near is None


def test_an_orphan_has_candidates() -> None:
    new = [
        PLAN,
        f"Officers said so. {CLOSE}",
        "Where two could never have finished before that summer, nobody was blamed.",
    ]
    found = carried([PLAN, ACT, CLOSE], new, "though two could not finish before the summer")
    assert found.state in {AnchorState.ORPHAN, AnchorState.WEAK}
    places = [found.anchor] if found.anchor else list(found.candidates)
    assert 2 in [place.first for place in places]


def point(old: list[str], new: list[str], leaf: int, at: int) -> Carried:
    drafts = document(*old), document(*new)
    return carry(compare(*drafts), *drafts, [Anchor(leaf, at, leaf, at)])[0]


def test_a_point_stays_a_point_of_its_paragraph() -> None:
    assert point([PLAN, ACT], ["New", PLAN.replace("group ", ""), ACT], 0, 17).anchor == Anchor(1, 11, 1, 11)
    assert point([PLAN, ACT], [ACT], 0, 5).state is AnchorState.ORPHAN
    assert point([PLAN, ""], [PLAN, ""], 1, 0).anchor == Anchor(1, 0, 1, 0)


def test_a_comparison_of_other_drafts_is_refused() -> None:
    drafts = document(PLAN), document(ACT)
    with pytest.raises(ValueError, match="other drafts"):
        carry(compare(*drafts), drafts[1], drafts[0], [])


@st.composite
def edited_outside(draw: st.DrawFn) -> tuple[list[str], list[str], str]:
    """Return a draft whose words are all different, one that was edited outside of a passage, and the passage."""
    words = [[f"word{paragraph}x{number}" for number in range(draw(st.integers(6, 14)))] for paragraph in range(4)]
    start = draw(st.integers(0, 2))
    passage = words[1][start : start + draw(st.integers(3, 4))]
    new = [list(paragraph) for paragraph in words]
    for paragraph in range(4):
        for _ in range(draw(st.integers(0, 3))):
            free = [number for number, word in enumerate(new[paragraph]) if word not in passage[1:]]
            place = draw(st.sampled_from([*free, len(new[paragraph])]))
            cut = place < len(new[paragraph]) and new[paragraph][place] not in passage and draw(st.booleans())
            new[paragraph][place : place + cut] = [f"novel{draw(st.integers(0, 99))}"] * draw(st.integers(0, 2))
    order = draw(st.permutations(range(4)))
    return [" ".join(w) for w in words], [" ".join(new[number]) for number in order], " ".join(passage)


@given(edited_outside())
def test_an_anchor_survives_any_edit_outside_its_passage(drafts: tuple[list[str], list[str], str]) -> None:
    old, new, passage = drafts
    found = carried(old, new, passage)
    assert found.quote == passage
