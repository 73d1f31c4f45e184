from carfacilitator.document.candidates import candidates
from carfacilitator.document.similarity import Side
from carfacilitator.document.words import Vocabulary


def pairs(old: list[str], new: list[str]) -> set[tuple[int, int]]:
    vocabulary = Vocabulary()
    return set(candidates(Side(old, vocabulary), Side(new, vocabulary), (range(len(old)), range(len(new)))))


def test_identical_paragraphs_are_candidates_wherever_they_stand() -> None:
    assert pairs(["first", "second"], ["second", "first"]) == {(0, 1), (1, 0)}


def test_a_much_repeated_paragraph_is_left_to_its_neighbours() -> None:
    assert pairs(["again"] * 30, ["again"] * 30) == set()


def test_a_reworked_paragraph_between_anchors_and_one_far_away_are_found() -> None:
    plan = "We planned what to do with the evidence that the six of us had brought along"
    act = "Nobody from the second council came to any of the three meetings in that spring"
    old = ["A start", plan + ".", "A middle", "An end", act + "."]
    new = [act + " at all.", "A start", plan + " to it.", "A middle", "An end"]
    assert {(1, 2), (4, 0)} <= pairs(old, new)


def test_of_many_that_are_alike_the_one_in_line_is_a_candidate() -> None:
    old, new = ["first", *["again"] * 30], ["before", "first", *["again"] * 30]
    assert pairs(old, new) == {(number, number + 1) for number in range(31)}
