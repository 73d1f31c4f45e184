from dataclasses import replace

from carfacilitator.document.blocks import OBJECT, Block, BlockKind, Document, Span, SpanKind, Story
from carfacilitator.document.namings import Spot, inside_longer, namings, reads_oddly, renamed, with_renamed
from tests.builders import a_text

TOWN, INSTEAD = "Kilmorran", "a coastal town"


def paragraph(text: str, **more: object) -> Block:
    return replace(Block(id=text, spans=(Span(text),)), **more)  # type: ignore[arg-type]  # fields of a block


def test_a_name_is_found_in_the_text_in_tables_notes_margins_boxes_and_descriptions() -> None:
    picture = Block(id="p", spans=(Span(OBJECT, SpanKind.PICTURE, about="The harbour of Kilmorran"),))
    table = Block(id="t", kind=BlockKind.TABLE, rows=(((paragraph("Kilmorran"),), (paragraph("40"),)),))
    stories = [paragraph(f"In {TOWN}.", story=story) for story in (Story.FOOTNOTE, Story.HEADER, Story.TEXT_BOX)]
    document = Document(blocks=(paragraph(f"Since {TOWN} flooded."), table, picture, *stories))
    spots = [one.spot for one in namings(document, TOWN)]
    assert spots == [Spot.TEXT, Spot.TABLE, Spot.PICTURE, Spot.NOTE, Spot.MARGIN, Spot.BOX]
    assert {one.name for one in namings(document, TOWN)} == {TOWN}
    renamed_all = with_renamed(document, TOWN, INSTEAD)
    assert [one.spot for one in namings(renamed_all, TOWN)] == [Spot.PICTURE]
    assert renamed_all.texts()[:2] == ("Since a coastal town flooded.", "A coastal town")


def test_parts_of_longer_words_are_left_and_told() -> None:
    text = a_text("Kilmorrans say that Kilmorran’s harbour is old.", "NewKilmorran")
    assert [one.start for one in namings(text, TOWN)] == [20]
    assert inside_longer(text, TOWN) == ("Kilmorrans", "NewKilmorran")
    assert renamed(text.texts()[0], TOWN, INSTEAD) == "Kilmorrans say that a coastal town’s harbour is old."


def test_case_is_kept_where_it_means_something() -> None:
    assert renamed("Kilmorran floods. In KILMORRAN it rains. Why? “Kilmorran!”", TOWN, INSTEAD) == (
        "A coastal town floods. In A COASTAL TOWN it rains. Why? “A coastal town!”"
    )
    assert renamed("The NHS said so.", "NHS", "health service") == "The health service said so."
    assert renamed("It’s Harbour Street.", "harbour street", "one street") == "It’s One street."


def test_two_articles_side_by_side_are_noticed() -> None:
    (odd,) = namings(a_text("We saw the Kilmorran estate."), TOWN)
    assert reads_oddly(odd, INSTEAD)
    assert not reads_oddly(odd, "coastal")
