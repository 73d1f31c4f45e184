from lxml import etree

from carfacilitator.word.identifiers import FreshIds, Numbers, is_valid, next_number, paragraph_ids
from carfacilitator.word.names import W
from tests.word_builders import DECLARED


def test_the_same_seed_draws_the_same_ids_in_the_range_that_word_keeps() -> None:
    drawn = [[ids.draw() for _ in range(200)] for ids in (FreshIds("pack 7"), FreshIds("pack 7"))]
    assert drawn[0] == drawn[1]
    assert len(set(drawn[0])) == 200
    assert all(0x10000000 <= int(one, 16) < 0x80000000 and len(one) == 8 and one == one.upper() for one in drawn[0])


def test_what_is_taken_is_not_drawn_again() -> None:
    first = FreshIds("x").draw()
    assert FreshIds("x", [first.lower()]).draw() != first


def test_ids_of_paragraphs_are_collected() -> None:
    root = etree.fromstring(f'<w:body {DECLARED}><w:p w14:paraId="1A"/><w:p/><w:p w14:paraId="1B"/></w:body>')
    assert paragraph_ids(root) == {"1A", "1B"}


def test_numbers_go_on_after_the_highest() -> None:
    root = etree.fromstring(f'<w:b {DECLARED}><w:ins w:id="4"/><w:del w:id="x"/><w:ins w:id="-1"/></w:b>')
    assert next_number(root, W + "ins", W + "del") == 5
    assert next_number(root, W + "moveTo") == 0


def test_numbers_go_on_above_those_that_are_taken() -> None:
    root = etree.fromstring(f'<w:body {DECLARED}><w:ins w:id="7"/><w:del w:id="3"/></w:body>')
    numbers = Numbers(root, W + "ins", W + "del")
    assert [numbers.draw(), numbers.draw()] == ["8", "9"]


def test_valid_ids_have_eight_digits_in_words_range() -> None:
    assert [is_valid(one) for one in ("10000000", "7fffffff", "80000000", "00000000", "123", "")] == [
        *(True, True, False, False, False, False),
    ]
