from carfacilitator.document.blocks import Block, BlockKind, Document, Span, Story
from carfacilitator.document.formatting import Sides
from carfacilitator.document.rows import Match
from carfacilitator.document.streams import match_drafts, match_texts
from carfacilitator.document.words import Vocabulary

SENTENCE = "The group met ten times in sixteen months, and every member wrote a case study."


def paragraph(text: str, story: Story = Story.BODY) -> Block:
    return Block("p", spans=(Span(text),), story=story)


def table(*rows: list[str]) -> Block:
    return Block("t", BlockKind.TABLE, rows=tuple(tuple((paragraph(cell),) for cell in row) for row in rows))


def matched(old: Document, new: Document) -> list[Match]:
    texts = old.texts(), new.texts()
    return sorted(match_drafts(Sides(old.leaves(), new.leaves()), texts, Vocabulary()))


def test_nothing_is_matched_with_another_story() -> None:
    note = Block("n", BlockKind.NOTE, blocks=(paragraph(SENTENCE, Story.FOOTNOTE),))
    assert matched(Document((paragraph(SENTENCE),)), Document((note,))) == []
    assert matched(Document((note,)), Document((paragraph("New"), note))) == [Match((0,), (1,))]


def test_cells_are_matched_with_the_cells_of_their_row() -> None:
    old = Document((table(["Anna", "yes"], ["Ben", "no"], ["Cleo", "yes"]),))
    new = Document((table(["Anna", "no"], ["Dan", "yes"], ["Ben", "no"], ["Cleo", "yes"]),))
    assert matched(old, new) == [Match((k,), (k if k < 2 else k + 2,)) for k in range(6)]


def test_a_column_put_in_leaves_the_other_cells_matched() -> None:
    old, new = (
        Document(
            (
                table(
                    ["Anna", "Health"],
                ),
            )
        ),
        Document(
            (
                table(
                    ["Anna", "member", "Health"],
                ),
            )
        ),
    )
    assert matched(old, new) == [Match((0,), (0,)), Match((1,), (2,))]


def test_a_moved_row_moves_all_its_cells() -> None:
    rows = [["Anna Baird of the health board", "present"], ["Ben Clark of the council", "absent"]]
    more = [["Cleo Dunn of the housing trust", "present"], ["Dan Ewing, community activist", "present"]]
    old, new = Document((table(*rows, *more),)), Document((table(*rows[1:], *more, rows[0]),))
    assert [match for match in matched(old, new) if match.move] == [Match((0,), (6,), 1), Match((1,), (7,), 1)]


def test_the_same_words_in_a_table_and_in_a_paragraph_stay_apart() -> None:
    assert matched(Document((paragraph(SENTENCE),)), Document((table([SENTENCE]),))) == []


def test_blank_paragraphs_go_with_the_one_before_them() -> None:
    matches = sorted(
        match_texts(["", "First", "", "", "Last"], ["", "First", "", "New words", "", "Last"], Vocabulary())
    )
    assert matches == [Match((0,), (0,)), Match((1,), (1,)), Match((2,), (2,)), Match((4,), (5,))]


def test_a_blank_paragraph_inside_a_split_is_part_of_it() -> None:
    one, two = SENTENCE, "Nobody had thought that so many of them would stay until the very end of it."
    assert match_texts([f"{one} {two}"], [one, "", two], Vocabulary()) == [Match((0,), (0, 1, 2))]


def test_drafts_without_words_match_by_their_blanks() -> None:
    assert match_texts(["", " "], [""], Vocabulary()) == [Match((0,), (0,))]


def test_a_row_is_known_by_its_question_whatever_the_answer() -> None:
    old = Document((table(["Topic", ""], ["Evidence", "Minutes and what people told us"], ["Allies", ""]),))
    new = Document((table(["Topic", "How six areas were asked"], ["Evidence", "To be found"], ["Allies", "Officers"]),))
    assert matched(old, new) == [Match((k,), (k,)) for k in range(6)]


def test_paragraphs_are_not_merged_across_a_table() -> None:
    other = "Nobody had thought that so many of them would stay until the very end of it."
    old = Document((paragraph(SENTENCE), table(["Anna", "yes"]), paragraph(other)))
    new = Document((paragraph(f"{SENTENCE} {other}"), table(["Anna", "yes"])))
    assert [match for match in matched(old, new) if match.new[0] == 0] == [Match((0,), (0,))]
