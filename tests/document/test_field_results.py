from carfacilitator.document.blocks import Block, Document, Span, SpanKind
from carfacilitator.document.combining import Combination, accepting, combine, decided
from carfacilitator.document.flat import Flat


def a_letter(*spans: Span | str) -> Document:
    """Return a letter of three paragraphs, the second of these spans."""
    made = tuple(Span(one) if isinstance(one, str) else one for one in spans)
    texts = (Span("Dear all"),), made, (Span("Yours, Isla"),)
    return Document(tuple(Block(f"b{number}", spans=one) for number, one in enumerate(texts)))


def a_field(result: str) -> Span:
    return Span(result, SpanKind.FIELD)


def combined(before: Document, after: Document) -> Combination:
    combination = combine(before, [after])
    assert decided(combination, accepting(combination, 0), 0) == Flat(after.texts()).text
    return combination


def test_a_date_that_was_worked_out_anew_is_nobodys_doing() -> None:
    combination = combined(
        a_letter("Printed on ", a_field("12 March 2026"), "."), a_letter("Printed on ", a_field("20 April 2026"), ".")
    )
    assert combination.for_reading() == []
    assert combination.computed()


def test_so_is_one_that_is_a_paragraph_by_itself() -> None:
    combination = combined(a_letter(a_field("3/25/2017")), a_letter(a_field("22 November 26")))
    assert (combination.for_reading(), len(combination.computed())) == ([], 2)


def test_a_result_that_became_longer_is_too() -> None:
    combination = combined(a_letter("Page ", a_field("9 of 10")), a_letter("Page ", a_field("9 of the 10")))
    assert combination.for_reading() == []


def test_what_was_typed_beside_a_result_is_somebodys() -> None:
    combination = combined(a_letter("Page ", a_field("9")), a_letter("Sheet ", a_field("9")))
    assert [item.silent for item in combination.for_reading()] == [True]


def test_a_field_that_was_deleted_or_put_in_is_somebodys_doing() -> None:
    whole, without = a_letter("See Figure ", a_field("2"), " for it."), a_letter("See Figure ", " for it.")
    for before, after in ((whole, without), (without, whole)):
        assert [item.silent for item in combined(before, after).for_reading()] == [True]
