from carfacilitator.document.rows import Match
from carfacilitator.document.tables import on_one_side, one_to_one, tables_of, text_of


def test_leaves_become_tables_of_rows_of_cells() -> None:
    paths = [(0, 0, 0), (0, 0, 1), (0, 0, 1), (0, 1, 0), (2, 0, 0)]
    assert tables_of(list(zip(paths, range(3, 8), strict=True))) == [[[[3], [4, 5]], [[6]]], [[[7]]]]


def test_a_nested_table_does_not_part_the_one_around_it() -> None:
    assert tables_of([((0, 0, 0), 3), ((1, 0, 0), 4), ((0, 0, 0), 5), ((0, 1, 0), 6)]) == [[[[3, 5]], [[6]]], [[[4]]]]


def test_the_words_of_a_part() -> None:
    texts = ["Anna", "yes", "Ben"]
    assert text_of([[[0], [1]], [[2]]], texts) == "Anna\nyes\nBen"
    assert text_of([0, 1], texts) == "Anna\nyes"


def test_a_part_has_one_partner() -> None:
    old, new = ["long row of words\nhere"], ["long row", "of words here"]
    assert one_to_one(old, new, [Match((0,), (0, 1))]) == [Match((0,), (1,))]


def test_parts_that_begin_alike_between_others_are_partners() -> None:
    old, new = ["a\nb", "Topic\n", "z", "Topic\n"], ["a\nb", "Topic\nAsset mapping", "z"]
    assert one_to_one(old, new, [Match((0,), (0,)), Match((2,), (2,))])[2:] == [Match((1,), (1,))]
    assert one_to_one(["\nx"], ["\ny"], []) == []


def test_paragraphs_on_both_sides_of_a_table_are_not_one() -> None:
    texts = ["before", "cell", "right behind it", "and on"]
    assert on_one_side((0, 2, 3), {1}, texts) == (2, 3)
    assert on_one_side((0, 2, 3), set(), texts) == (0, 2, 3)
    assert on_one_side((1, 2), {1, 2}, texts) == (1, 2)
