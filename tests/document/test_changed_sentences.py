from carfacilitator.document.changed_sentences import ChangedWords, changed_sentences, changed_words
from carfacilitator.document.comparison import compare_texts
from carfacilitator.document.rows import Piece


def sentences_of(old: str, new: str) -> list[list[tuple[str, str]]]:
    comparison = compare_texts([old], [new])
    found = changed_sentences(comparison.words(comparison.rows[0]), "2 Why, paragraph 1")
    return [[(piece.op, piece.text) for piece in one.pieces] for one in found]


def test_a_changed_word_is_told_in_its_own_sentence() -> None:
    assert sentences_of(
        "It rained. I would choose somebody who do not work for us. Then it was dry.",
        "It rained. I would choose somebody who does not work for us. Then it was dry.",
    ) == [
        [
            ("=", "I would choose somebody who "),
            ("-", "do"),
            ("+", "does"),
            ("=", " not work for us. "),
        ]
    ]


def test_a_word_at_the_beginning_of_a_sentence_is_told_with_it() -> None:
    ((first, *_),) = sentences_of("It rained for days. Everybody left.", "It rained for days. Most left.")
    assert first == ("-", "Everybody")


def test_neighbouring_sentences_come_as_one_and_others_apart() -> None:
    old = "One man came. Two men sat. They were quiet then. Three men left."
    new = "One woman came. Two women sat. They were quiet then. Three women left."
    assert [len(found) for found in sentences_of(old, new)] == [8, 4]


def test_what_was_cut_whole_is_told_too() -> None:
    (found,) = changed_sentences([Piece("-", "It is gone.")], "")
    assert found.changed == (ChangedWords("It is gone.", ""),)


def test_what_differs_in_spaces_only_is_no_change_of_words() -> None:
    assert not list(changed_words([Piece("=", "so"), Piece("+", " ")]))
    assert ChangedWords("do", "does").count == 1
    assert ChangedWords("", "a coastal town").count == 3
