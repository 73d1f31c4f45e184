from carfacilitator.document.blocks import Document, FileComment
from carfacilitator.ui.widgets.file_cards import file_cards
from tests.ui.widgets.review_demo import NEW


def test_a_thread_of_the_file_is_one_card_with_its_answers() -> None:
    (card,) = file_cards(NEW, lambda when: f"on {when[:10]}")
    assert (card.author, card.when, card.text) == ("Tom Baird", "on 2026-03-01", "Is this still so?")
    assert [(reply.author, reply.text) for reply in card.replies] == [("Ailsa Reid", "It was in March.")]
    assert card.from_file
    assert card.kind.name == "Came with the file"


def test_an_answer_to_an_answer_stays_in_its_thread_and_an_orphaned_one_stands_alone() -> None:
    comments = (
        FileComment("1", "a"),
        FileComment("2", "b", parent="1"),
        FileComment("3", "c", parent="2"),
        FileComment("4", "d", parent="9"),
    )
    found = file_cards(Document(comments=comments))
    assert [(card.text, len(card.replies)) for card in found] == [("a", 2), ("d", 0)]
