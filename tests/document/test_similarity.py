from carfacilitator.document.similarity import Side, far_pairs, likeness, near_pairs, word_ratio
from carfacilitator.document.words import Vocabulary

STORY = "When the group met in the autumn its members told one another what had become of their plans"
REWORKED = "When the group met in early spring its members told one another what had come of all their plans"
OTHER = "Officers of the partnership lead on recruitment and on the agreement with every service"


def sides(old: list[str], new: list[str]) -> tuple[Side, Side]:
    vocabulary = Vocabulary()
    return Side(old, vocabulary), Side(new, vocabulary)


def test_a_reworked_paragraph_is_alike_and_another_is_not() -> None:
    old, new = sides([STORY], [REWORKED, OTHER])
    alike = likeness(old.grams(0), new.grams(0))
    assert alike
    assert alike.dice > 0.5
    assert likeness(old.grams(0), new.grams(1)) is None


def test_a_part_is_contained_in_the_whole() -> None:
    old, new = sides([STORY + ". " + OTHER * 5], [STORY])
    alike = likeness(old.grams(0), new.grams(0))
    assert alike
    assert alike.contained > 0.9


def test_alike_paragraphs_are_found_far_and_near() -> None:
    old, new = sides([OTHER, STORY], [REWORKED, "Nothing at all of that kind"])
    assert set(near_pairs(old, new, [0, 1], [0, 1])) == {(1, 0)}
    assert set(far_pairs(old, new, [0, 1], [0, 1])) == {(1, 0)}


def test_single_words_count_in_a_short_paragraph() -> None:
    old, new = sides(["Ground rules"], ["Our rules"])
    assert likeness(old.grams(0), new.grams(0))


def test_the_ratio_of_words_keeps_their_order() -> None:
    assert word_ratio([1, 2, 3, 4], [1, 2, 9, 4]) == 0.75
    assert word_ratio([], []) == 0
    assert word_ratio([1], list(range(40))) == 0
