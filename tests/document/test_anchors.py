import pytest
from hypothesis import given
from hypothesis import strategies as st

from carfacilitator.document.anchors import (
    AnchorState,
    Carried,
    carry,
    carry_comments,
    quote_of,
    since_written,
)
from carfacilitator.document.blocks import (
    Anchor,
    Block,
    BlockKind,
    Document,
    FileComment,
    Revision,
    RevisionKind,
    Span,
    Story,
)
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


def test_what_was_written_in_the_stead_of_a_paragraph_takes_its_comments() -> None:
    old = ["Structs", PLAN, "Close", ACT]
    found = carried(old, ["Using structs to keep related notes together", PLAN, "Close", ACT], "tructs")
    assert (found.state, found.quote) == (AnchorState.WEAK, "structs")
    found = carried(old, ["Structs", PLAN, "Where all this led", ACT], "Close")
    assert (found.state, found.quote) == (AnchorState.WEAK, "Where all this led")
    assert point(old, ["Structs", PLAN, "Where all this led", ACT], 2, 5).anchor == Anchor(2, 18, 2, 18)
    assert carried(old, ["Structs", PLAN, "Where all this led", "And more", ACT], "Close").anchor is None


def test_a_passage_embraces_a_few_words_that_were_put_into_it() -> None:
    more = "and wrote down, as they had promised in the spring, "
    assert carried([PLAN], [PLAN.replace("what", f"{more}what")], "planned what").quote == f"planned {more}what"


def test_a_passage_over_paragraphs_stays_one() -> None:
    drafts = document(PLAN, ACT, CLOSE), document("New.", PLAN, ACT.replace("All", "Most"), CLOSE)
    (found,) = carry(compare(*drafts), *drafts, [Anchor(0, 4, 2, 6)])
    assert (found.state, found.anchor) == (AnchorState.CHANGED, Anchor(1, 4, 3, 6))


def test_a_comment_in_a_note_stays_in_the_notes() -> None:
    def noted(*texts: str) -> Document:
        note = Block("n", BlockKind.PARAGRAPH, (Span("See the minutes of May."),), story=Story.FOOTNOTE)
        blocks = (Block(f"b{number}", spans=(Span(text),)) for number, text in enumerate(texts))
        return Document((*blocks, Block("f", BlockKind.NOTE, blocks=(note,), story=Story.FOOTNOTE)))

    drafts = noted(PLAN), noted("See the minutes of May.", PLAN, ACT)
    (found,) = carry(compare(*drafts), *drafts, [Anchor(1, 8, 1, 15)])
    assert (found.state, found.anchor) == (AnchorState.EXACT, Anchor(3, 8, 3, 15))


def commented(text: str, words: str, *, deleted: bool) -> Document:
    """Return a draft of one paragraph in which words that have a comment are perhaps deleted."""
    before, _, behind = text.partition(words)
    revisions = (Revision(RevisionKind.DELETE),) if deleted else ()
    block = Block("b", spans=(Span(before), Span(words, revisions=revisions), Span(behind)))
    end = len(before) + (0 if deleted else len(words))
    comment = FileComment("1", "Why?", anchor=Anchor(0, len(before), 0, end), quote=words)
    return Document((block,), (comment, FileComment("2", "Nowhere.")))


def test_a_comment_on_deleted_words_stands_where_they_were_and_on_them_again_when_they_are_put_back() -> None:
    old = commented(PLAN, "six members", deleted=True)
    found, nowhere = carry_comments(compare(old, old), old, old)
    assert (found.state, found.anchor, found.quote) == (AnchorState.EXACT, Anchor(0, 35, 0, 35), "")
    assert (found.old_quote, nowhere.state) == ("six members", AnchorState.ORPHAN)
    new = commented(PLAN, "six members", deleted=False)
    found, _ = carry_comments(compare(old, new), old, new)
    assert (found.state, found.anchor, found.quote) == (AnchorState.EXACT, Anchor(0, 35, 0, 46), "six members")


def test_a_place_where_most_of_the_first_words_have_gone_is_uncertain() -> None:
    found = Carried(AnchorState.CHANGED, Anchor(0, 0, 0, 4), "old", "new", 0.7)
    assert since_written(found, 1.0) == found
    worn = since_written(found, 0.6)
    assert (worn.state, round(worn.survival, 2)) == (AnchorState.WEAK, 0.42)


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


@given(st.lists(st.text(alphabet="ab .,\n“—", max_size=12), min_size=1, max_size=5), st.data())
def test_carried_to_the_same_draft_everything_stays_as_it_is(texts: list[str], data: st.DataObject) -> None:
    draft = document(*texts)
    places = [(leaf, at) for leaf, text in enumerate(texts) for at in range(len(text) + 1)]
    begin, end = sorted(data.draw(st.tuples(st.sampled_from(places), st.sampled_from(places))))
    (found,) = carry(compare(draft, draft), draft, draft, [Anchor(*begin, *end)])
    assert found.state is AnchorState.EXACT
    if found.quote.strip():
        assert found.quote.strip() == quote_of(draft, Anchor(*begin, *end)).strip()


@given(edited_outside())
def test_carried_on_and_back_a_passage_is_where_it_was(drafts: tuple[list[str], list[str], str]) -> None:
    old, new, passage = drafts
    there = carried(old, new, passage)
    assert carried(new, old, there.quote).quote == passage


@given(edited_outside())
def test_an_anchor_survives_any_edit_outside_its_passage(drafts: tuple[list[str], list[str], str]) -> None:
    old, new, passage = drafts
    found = carried(old, new, passage)
    assert found.quote == passage
