from carfacilitator.document.halves import with_halves
from carfacilitator.document.rows import Match
from carfacilitator.document.similarity import Side
from carfacilitator.document.words import Vocabulary

PLAN = "The group planned what each of its six members would try before they met again."
ACT = "All of them acted on it, though two could not finish before the summer, for want of time."
CLOSE = "In the end the officers thanked everyone and asked for a report by the autumn."


def widened(old: list[str], new: list[str], match: Match) -> list[Match]:
    vocabulary = Vocabulary()
    return with_halves(Side(old, vocabulary), Side(new, vocabulary), [match])


def test_the_other_half_of_a_split_is_found_on_either_side() -> None:
    assert widened([f"{PLAN} {ACT}"], [PLAN, ACT], Match((0,), (0,))) == [Match((0,), (0, 1))]
    assert widened([f"{PLAN} {ACT}"], [PLAN, ACT], Match((0,), (1,), 3)) == [Match((0,), (0, 1), 3)]


def test_the_other_half_of_a_merge_is_found_over_what_was_cut_between() -> None:
    assert widened([PLAN, CLOSE, ACT], [f"{PLAN} {ACT}"], Match((2,), (0,))) == [Match((0, 1, 2), (0,))]


def test_a_neighbour_with_other_words_is_no_half() -> None:
    assert widened([PLAN, CLOSE], [f"{PLAN} {ACT}"], Match((0,), (0,))) == [Match((0,), (0,))]


def test_words_that_the_matched_half_has_kept_count_for_nobody_else() -> None:
    assert widened([PLAN, PLAN], [f"{PLAN} {ACT}"], Match((1,), (0,))) == [Match((1,), (0,))]
