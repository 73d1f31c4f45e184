from datetime import date
from io import BytesIO
from typing import Any

from pypdf import PdfReader

from carfacilitator.document.blocks import OBJECT, Block, BlockKind, Document, Span, Story
from carfacilitator.document.comparison import compare
from carfacilitator.document.difference_kinds import DifferenceKind
from carfacilitator.handouts import pages
from carfacilitator.handouts.changes import Changes, sheet
from tests.builders import a_sample_draft, a_text

WATER = "When the water came in November forty-one tenancies were at risk in two streets of the town."
NEW = "A letter is not contact, and nobody could tell me what it had meant to say."
DOORS = "I walked to the door of every house, and I wrote down what I heard there, with their leave."


def changes_of(old: Document, new: Document) -> Changes:
    return Changes(
        title="Keeping a tenancy",
        old_name="draft 3",
        new_name="draft 4",
        old=old,
        new=new,
        comparison=compare(old, new),
        day=date(2026, 3, 10),
        facilitator="Dr Isla Munro",
    )


def text_of(changes: Changes) -> str:
    pdf = PdfReader(BytesIO(pages.pdf(sheet(changes))))
    return " ".join(" ".join(page.extract_text() for page in pdf.pages).split())


def rows_of(changes: Changes) -> list[dict[str, Any]]:
    rows = sheet(changes).data["rows"]
    assert isinstance(rows, list)
    return rows


def test_the_sum_stands_first_and_each_change_is_named_beside_its_paragraph() -> None:
    text = text_of(changes_of(a_text(WATER, DOORS), a_text(WATER.replace("forty-one", "thirty-nine"), DOORS, NEW)))
    assert "Keeping a tenancy" in text
    assert "From draft 3 to draft 4" in text
    assert (
        text.index("2 changes: 1 in wording, 1 new paragraph.")
        < text.index("reworded")
        < text.rindex("2 new paragraph")
    )
    assert "forty-one" in text


def test_two_drafts_that_say_the_same_say_so() -> None:
    assert "The two drafts say the same." in text_of(changes_of(a_text(WATER), a_text(WATER)))


def pieces_of(row: dict[str, Any]) -> list[list[str]]:
    return [piece for cell in row["cells"] or [row["pieces"]] for piece in cell]


def test_every_word_of_the_newer_draft_is_printed() -> None:
    old, new = (a_sample_draft(f"keeping-a-tenancy-draft-{number}.docx").document for number in (3, 4))
    rows = rows_of(changes_of(old, new))
    printed = "\n".join("".join(text for op, text in pieces_of(row) if op != "-") for row in rows)
    assert all(leaf.block.text().replace(OBJECT, "[picture or formula]") in printed for leaf in new.leaves())


def test_changes_are_numbered_in_the_order_of_the_text() -> None:
    old, new = (a_sample_draft(f"keeping-a-tenancy-draft-{number}.docx").document for number in (3, 4))
    changes = changes_of(old, new)
    numbers = [noted["number"] for row in rows_of(changes) for noted in row["beside"]]
    assert numbers == list(range(1, len(changes.comparison.differences) + 1))


def test_the_cells_of_a_table_row_stand_side_by_side() -> None:
    table = Block(
        id="t",
        kind=BlockKind.TABLE,
        rows=tuple(
            tuple((Block(id=f"{word}{row}", spans=(Span(f"{word} {row}"),)),) for word in ("Home", "Away"))
            for row in (1, 2)
        ),
    )
    rows = rows_of(changes_of(Document((table,)), Document((table,))))
    assert [row["cells"] for row in rows] == [
        [[["=", "Home 1"]], [["=", "Away 1"]]],
        [[["=", "Home 2"]], [["=", "Away 2"]]],
    ]


def test_headings_go_no_deeper_than_one_step_at_once_and_notes_are_told_apart() -> None:
    deep = Block(id="h", kind=BlockKind.HEADING, level=4, spans=(Span("Deep"),))
    note = Block(id="n", story=Story.FOOTNOTE, spans=(Span("A note."),))
    document = Document((deep, Block(id="p", spans=(Span(WATER),)), note))
    rows = rows_of(changes_of(document, document))
    assert [(row["level"], row["story"]) for row in rows] == [(2, ""), (0, ""), (0, "footnote")]
    assert "Footnotes" in text_of(changes_of(document, document))


def test_words_replaced_in_several_places_are_told_once() -> None:
    old = a_text("The service users came.", "No service users spoke of it.", DOORS)
    new = a_text("The neighbours came.", "No neighbours spoke of it.", DOORS)
    text = text_of(changes_of(old, new))
    assert "The same words replaced in several places" in text
    assert "2 places" in text


def test_every_kind_of_change_has_its_words() -> None:
    words = sheet(changes_of(a_text(WATER), a_text(DOORS))).data["words"]
    assert isinstance(words, dict)
    assert set(words["kinds"]) == {str(kind) for kind in DifferenceKind}
    assert set(words["stories"]) == {str(story) for story in Story}


def test_a_draft_that_tries_to_be_a_template_is_only_text() -> None:
    assert '#import "x"' in text_of(changes_of(a_text(WATER), a_text('#import "x" $a^2$ *b* {title}')))


def test_a_picture_is_named_and_a_sign_that_no_font_has_keeps_nobody_from_hearing_the_page() -> None:
    document = a_text("Here is \ufffc, and here \uf075.", WATER)
    assert "Here is [picture or formula], and here" in text_of(changes_of(document, document))
    assert b"pdfuaid" in pages.pdf(sheet(changes_of(document, document)))
