from hypothesis import given
from hypothesis import strategies as st

from carfacilitator.document.blocks import Block, Document, Span
from carfacilitator.document.comparison import Comparison, Piece, Row, RowKind, compare, compare_texts
from carfacilitator.document.profiles import Calm, Profile
from carfacilitator.document.rows import Detail
from tests.document.test_profiles import profiles

WORDS = 'plan act observe reflect the a of group “so” "so" – - , . ? met\u00a0again dia\u00adlogue'.split(" ")  # noqa: SIM905  # prose
paragraphs = st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join)
drafts = st.lists(paragraphs, max_size=9)


@st.composite
def revised(draw: st.DrawFn) -> tuple[list[str], list[str]]:
    """Return a draft and a later one: some paragraphs moved, cut, put in, split, joined or reworded."""
    old = draw(drafts)
    new = list(draw(st.permutations(old)) if draw(st.booleans()) else old)
    for place in range(len(new) - 1, -1, -1):
        match draw(st.sampled_from(["keep", "keep", "cut", "split", "join", "reword", "add"])):
            case "cut":
                del new[place]
            case "split":
                middle = draw(st.integers(0, len(new[place])))
                new[place : place + 1] = [new[place][:middle], new[place][middle:]]
            case "join":
                new[place : place + 2] = [" ".join(new[place : place + 2])]
            case "reword":
                new[place] = new[place].replace(draw(st.sampled_from(WORDS)), draw(st.sampled_from(WORDS)))
            case "add":
                new.insert(place, draw(paragraphs))
            case _:
                pass
    return old, new


def covered(comparison: Comparison) -> tuple[list[int], list[int]]:
    rows = comparison.rows
    return sorted(index for row in rows for index in row.old), [index for row in rows for index in row.new]


@given(revised())
def test_rows_cover_both_sides_once_and_their_words_rebuild_them(pair: tuple[list[str], list[str]]) -> None:
    old, new = pair
    comparison = compare_texts(old, new)
    assert covered(comparison) == (list(range(len(old))), list(range(len(new))))
    for row in comparison.rows:
        pieces = comparison.words(row)
        assert "".join(piece.before for piece in pieces) == "\n".join(old[index] for index in row.old)
        assert "".join(piece.after for piece in pieces) == "\n".join(new[index] for index in row.new)
        assert (row.kind is RowKind.MOVED) == (row.move is not None)


@given(revised(), profiles, st.sampled_from(Detail))
def test_every_way_of_comparing_rebuilds_both_texts(
    pair: tuple[list[str], list[str]], profile: Profile, detail: Detail
) -> None:
    old, new = pair
    comparison = compare_texts(old, new, profile)
    assert covered(comparison) == (list(range(len(old))), list(range(len(new))))
    for row in comparison.rows:
        pieces = comparison.words(row, detail=detail)
        assert "".join(piece.before for piece in pieces) == "\n".join(old[index] for index in row.old)
        assert "".join(piece.after for piece in pieces) == "\n".join(new[index] for index in row.new)
    assert sum(comparison.summary.counts.values()) == len(comparison.differences)


@given(drafts)
def test_a_draft_compared_with_itself_shows_nothing(texts: list[str]) -> None:
    comparison = compare_texts(texts, list(texts))
    assert {row.kind for row in comparison.rows} <= {RowKind.SAME}
    assert all(comparison.words(row) == (Piece("=", texts[row.old[0]]),) for row in comparison.rows)


def test_each_kind_of_row() -> None:
    one = "The first paragraph says what the group set out to do in its ten meetings."
    two = "The second one lists who came, who stayed away, and which reasons they gave for that."
    three = "A third tells how the evidence was found. It goes on about how it was kept safe from others."
    four = "The fourth one is about sanction, and about what nobody would have wanted to see in print."
    old = ["Heading", one, two, "Cut without a trace", three, four]
    new = [four, "Heading", one.replace("ten", "twelve"), two, *three.replace(". ", ".|").split("|"), "Novel matter"]
    kinds = [(row.kind.value, row.old, row.new) for row in compare_texts(old, new).rows]
    assert kinds == [
        ("moved", (5,), (0,)),
        ("same", (0,), (1,)),
        ("changed", (1,), (2,)),
        ("same", (2,), (3,)),
        ("deleted", (3,), ()),
        ("split", (4,), (4, 5)),
        ("inserted", (), (6,)),
    ]


def test_a_paragraph_whose_quotation_marks_were_turned_is_the_same() -> None:
    comparison = compare_texts(['She said "no".'], ["She said “no”."])
    (row,) = comparison.rows
    assert row == Row(RowKind.SAME, (0,), (0,))
    assert comparison.words(row)[1] == Piece("=", "“", '"')


def test_words_are_worked_out_once() -> None:
    comparison = compare_texts(["one word here"], ["one word there"])
    assert comparison.words(comparison.rows[0]) is comparison.words(comparison.rows[0])


def test_indexes_are_those_of_the_leaves() -> None:
    old = Document((Block("a", spans=(Span("Aims"),)), Block("b", spans=(Span("Some text"),))))
    new = Document((Block("c", spans=(Span("Some text"),)),))
    assert [(row.old, row.new) for row in compare(old, new).rows] == [((0,), ()), ((1,), (0,))]


def test_a_row_is_found_by_its_leaves() -> None:
    comparison = compare_texts(["Aims", "Some text"], ["Some text"])
    assert comparison.row_of_old(0).kind is RowKind.DELETED
    assert comparison.row_of_old(1) is comparison.row_of_new(0)


def test_the_summary_tells_the_changes() -> None:
    sentence = "It had been asked for by two of the managers."
    plan = "The group planned what each of its six members would try before they met again."
    act = "All of them acted on it, though two could not finish before the summer, for want of time."
    comparison = compare_texts([f"{plan} {sentence}", act], [plan, f"{act} {sentence}"])
    assert [(move.old.leaf, move.new.leaf) for move in comparison.moved_sentences] == [(0, 1)]
    assert comparison.summary.sentence == "1 change: 1 sentence moved"


def told(old: str, new: str, profile: Profile) -> str:
    return compare_texts([old], [new], profile).summary.sentence


def test_capitals_count_unless_they_are_ignored() -> None:
    old, new = "The Group met in the hall.", "The group met in the Hall."
    assert told(old, new, Profile()) == "2 changes: 2 in wording"
    assert told(old, new, Profile(ignore_case=True)) == "No changes"


def test_punctuation_counts_unless_it_is_ignored() -> None:
    old, new = "The group, as ever, met – twice.", "The group as ever met; twice!"
    assert told(old, new, Profile()).endswith("in wording")
    assert told(old, new, Profile(ignore_punctuation=True)) == "No changes"


def test_spaces_count_only_if_they_are_asked_for() -> None:
    old, new = "The group  met in May.", "The group met in\u00a0May."
    assert told(old, new, Profile()) == "No changes"
    assert told(old, new, Profile(ignore_spaces=False)) == "2 changes: 2 in spacing"


def test_the_calmer_the_fewer_changes() -> None:
    kept = "Nobody had been told of that before the meeting was over."
    old = f"We asked families about plans for the hall. {kept}"
    new = f"Officers asked people about some ideas for that hall. {kept}"
    found = [len(compare_texts([old], [new], Profile(calm=calm)).differences) for calm in reversed(Calm)]
    assert found == sorted(found, reverse=True)
    assert found[0] > found[-1]


@given(revised())
def test_swapping_the_drafts_swaps_the_signs(pair: tuple[list[str], list[str]]) -> None:
    old, new = pair
    there, back = compare_texts(old, new), compare_texts(new, old)
    assert {(row.old, row.new, row.move is None) for row in there.rows} == {
        (row.new, row.old, row.move is None) for row in back.rows
    }
    for row in there.rows:
        if row.new:
            opposite = back.row_of_old(row.new[0])
            assert {(piece.before, piece.after) for piece in there.words(row)} == {
                (piece.after, piece.before) for piece in back.words(opposite)
            }
