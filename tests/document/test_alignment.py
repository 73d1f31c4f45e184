from hypothesis import given
from hypothesis import strategies as st

from carfacilitator.document.alignment import align
from carfacilitator.document.rows import Match
from carfacilitator.document.similarity import Side
from carfacilitator.document.words import Vocabulary

PLAN = "In the first meeting the group planned what each member would try out before the next."
ACT = "Everyone acted on the plan, though workload kept two of the six from finishing in time."
REFLECT = "Reflection came last and took the longest, because nobody had expected to disagree."
CLOSE = "The officers thanked all of them and asked for a short report by the end of the year."

paragraphs = st.lists(st.sampled_from([PLAN, ACT, REFLECT, CLOSE, PLAN + " " + ACT, "Aims", ACT[:40]]), max_size=8)


def aligned(old: list[str], new: list[str]) -> list[Match]:
    vocabulary = Vocabulary()
    return sorted(align(Side(old, vocabulary), Side(new, vocabulary)))


@given(paragraphs, paragraphs)
def test_every_paragraph_is_in_one_match_at_most(old: list[str], new: list[str]) -> None:
    matches = aligned(old, new)
    olds, news = [i for match in matches for i in match.old], [j for match in matches for j in match.new]
    assert len(set(olds)) == len(olds)
    assert len(set(news)) == len(news)
    assert set(olds) <= set(range(len(old)))
    assert set(news) <= set(range(len(new)))


@given(paragraphs)
def test_a_draft_goes_on_from_itself(texts: list[str]) -> None:
    assert aligned(texts, texts) == [Match((k,), (k,)) for k in range(len(texts))]


def test_a_paragraph_is_split() -> None:
    assert aligned([CLOSE, PLAN + " " + ACT, REFLECT], [CLOSE, PLAN, ACT, REFLECT])[1] == Match((1,), (1, 2))


def test_two_paragraphs_are_merged() -> None:
    assert aligned([CLOSE, PLAN, ACT, REFLECT], [CLOSE, PLAN + " " + ACT, REFLECT])[1] == Match((1, 2), (1,))


def test_a_paragraph_is_moved_and_reworked_at_once() -> None:
    old = [PLAN, ACT, REFLECT, CLOSE]
    new = [ACT, REFLECT, CLOSE, PLAN.replace("first", "second")]
    assert Match((0,), (3,), 1) in aligned(old, new)


def test_what_lies_between_is_paired_by_its_words() -> None:
    old = [PLAN, "Table 1: who came", "Ground rules", REFLECT]
    new = [PLAN, "Table 2: who came", "Our ground rules", REFLECT]
    assert aligned(old, new) == [Match((k,), (k,)) for k in range(4)]


def test_of_paragraphs_that_stand_many_times_over_those_in_line_belong_together() -> None:
    listing = ["The listing that comes again", "and its second line, which comes again too"]
    old = ["An introduction of the first case, by itself.", *listing, "Then what was made of it all.", *listing]
    new = [old[0], listing[0], "and its second line, which came again too", *old[3:]]
    vocabulary = Vocabulary()
    found = sorted(align(Side(old, vocabulary), Side(new, vocabulary)))
    assert found == [Match((k,), (k,)) for k in range(6)]
