from carfacilitator.document.comparison import compare_texts
from carfacilitator.services import lineage

WALKED = "I walked to the door of every house in the two streets, and I wrote down what I heard there."
LETTER = "A letter is not contact. Nobody who was asked could say what the letters had meant to them."
ADDED = "None of this is in the minutes, because nobody takes minutes at a kitchen table."


def test_the_same_paragraph_keeps_its_id_wherever_it_goes_and_a_new_one_gets_its_own() -> None:
    before = lineage.begun(2)
    comparison = compare_texts([WALKED, LETTER], [ADDED, LETTER.replace("asked", "rung"), WALKED])
    after = lineage.carried_on(comparison, before)
    assert (after[1], after[2]) == (before[1], before[0])
    assert after[0] not in before


def test_of_a_split_paragraph_the_longest_part_keeps_the_id() -> None:
    first, second = LETTER.split(". ", 1)
    (whole,) = before = lineage.begun(1)
    after = lineage.carried_on(compare_texts([LETTER], [first + ".", second]), before)
    assert after[1] == whole
    assert after[0] != whole


def test_no_two_paragraphs_share_an_id() -> None:
    assert len(set(lineage.begun(50))) == 50
