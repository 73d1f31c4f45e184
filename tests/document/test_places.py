from hypothesis import given
from hypothesis import strategies as st

from carfacilitator.document.places import Places
from carfacilitator.document.words import PARAGRAPH, Vocabulary

texts = st.text(st.sampled_from("aB é7'’-–.…\u00ad\u00a0\u200b\n\t\x1c“,") | st.characters(exclude_categories=["Cs"]))


@given(st.lists(texts, min_size=1, max_size=3))
def test_every_token_has_its_place(paragraphs: list[str]) -> None:
    vocabulary = Vocabulary()
    joined = "\n".join(paragraphs)
    found = Places(paragraphs, vocabulary)
    assert len(found) == len(vocabulary.joined(paragraphs))
    for number, token in enumerate(vocabulary.joined(paragraphs)):
        start, end = found[number]
        assert found.gap(number) == (found[number - 1][1] if number else 0, start)
        assert [token] == ([PARAGRAPH] if joined[start:end] == "\n" else vocabulary.tokens(joined[start:end]))
    assert found.gap(len(found)) == (found[len(found) - 1][1] if len(found) else 0, len(joined))


def test_places_count_any_space() -> None:
    assert [Places(["one  two,", " three"], Vocabulary())[number] for number in range(5)] == [
        (0, 3),
        (5, 8),
        (8, 9),
        (9, 10),
        (11, 16),
    ]
