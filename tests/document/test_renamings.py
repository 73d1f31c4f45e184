from carfacilitator.document.comparison import compare_texts

PLACES = [
    "We asked service users what they thought of the new hours in the library.",
    "Service users had not been told, and no officer could say why that was so.",
    "What the service users wanted most was a door that opens before nine in the morning.",
]


def renamed(text: str) -> str:
    return text.replace("service users", "community members").replace("Service users", "Community members")


def test_the_same_replacement_is_told_once_with_its_places() -> None:
    comparison = compare_texts(PLACES, list(map(renamed, PLACES)))
    (replacement,) = comparison.replacements
    assert (replacement.old, replacement.new, replacement.count) == ("service users", "community members", 3)
    assert [comparison.differences[number].row for number in replacement.differences] == [0, 1, 2]


def test_a_longer_change_counts_where_it_replaces_the_same_words() -> None:
    new = [renamed(PLACES[0]), renamed(PLACES[1]), renamed(PLACES[2]).replace("wanted most", "called for loudly")]
    (replacement,) = compare_texts(PLACES, new).replacements
    assert replacement.count == 3


def test_what_was_replaced_once_is_no_renaming() -> None:
    assert compare_texts(PLACES, [renamed(PLACES[0]), *PLACES[1:]]).replacements == ()
    assert compare_texts(PLACES, PLACES).replacements == ()
