from collections.abc import Callable
from datetime import datetime
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carfacilitator.document.blocks import Document, Story, View
from carfacilitator.document.changes import changes
from carfacilitator.word.reader import read
from carfacilitator.word.redline import redline
from carfacilitator.word.views import settled
from tests.word_builders import (
    cell,
    deleted,
    inserted,
    item,
    note_reference,
    paragraph,
    plain,
    row,
    run,
    table,
    text_box,
    word_file,
)
from tests.word_oracles import DRAFTS, needs_drafts, needs_pandoc, pandoc, squashed

WHEN = datetime(2026, 3, 11, 10, 5)  # noqa: DTZ001  a wall clock's time, as Word keeps it

LONG = "The partners met in the old library every second Tuesday and wrote down what they had heard."
OTHER = "Seven households answered the letter within a week, which nobody in the office had expected."
THIRD = "What we learned from the visits is harder to put into a table than into a story."


def drawn(old: Document, new: bytes) -> Document:
    return read(redline(old, new, author="Comparison", when=WHEN))


def texts_of(document: Document, view: View = View.FINAL) -> list[str]:
    """Return the paragraphs of the text and its boxes in a view; an empty document has an empty one as well."""
    leaves = settled(document, view).leaves()
    texts = [leaf.block.text() for leaf in leaves if leaf.block.story in {Story.BODY, Story.TEXT_BOX}]
    return [text.replace("\ufffc", "") for text in texts] or [""]


def both_ways(old: bytes, new: bytes) -> Document:
    """Return the redline, after accepting and rejecting it gave the two drafts."""
    document = drawn(read(old), new)
    assert texts_of(document) == texts_of(read(new))
    assert texts_of(document, View.ORIGINAL) == texts_of(read(old))
    return document


def of(*texts: str) -> bytes:
    return word_file(*(plain(text) for text in texts)).to_bytes()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ([LONG, OTHER], [LONG.replace("old", "new"), OTHER]),
        ([LONG, OTHER, THIRD], [LONG, THIRD]),
        ([LONG, THIRD], [LONG, OTHER, THIRD]),
        ([OTHER, THIRD], [LONG, OTHER, THIRD]),
        ([LONG, OTHER], [LONG]),
        ([LONG], [LONG, OTHER]),
        ([LONG, OTHER], [OTHER, LONG]),
        ([f"{LONG} {OTHER}"], [LONG, OTHER]),
        ([LONG, OTHER], [f"{LONG} {OTHER}"]),
        ([LONG, f"{OTHER} {THIRD}"], [f"{LONG} {OTHER}", THIRD]),
        ([LONG], [OTHER]),
        ([], [LONG]),
        ([LONG], []),
    ],
)
def test_accepting_gives_the_newer_draft_and_rejecting_the_older(old: list[str], new: list[str]) -> None:
    both_ways(of(*old), of(*new))


PARAGRAPHS = st.lists(
    st.lists(
        st.sampled_from(["we", "listened", "twice", "to", "tenants,", "‘so’", "'so'", "and", "wrote."]), max_size=9
    ),
    max_size=6,
)


@settings(max_examples=60, deadline=None)
@given(PARAGRAPHS, PARAGRAPHS)
def test_any_two_drafts_can_be_taken_back_and_forth(old: list[list[str]], new: list[list[str]]) -> None:
    both_ways(of(*(" ".join(one) for one in old)), of(*(" ".join(one) for one in new)))


def test_a_change_is_marked_word_by_word_under_its_author() -> None:
    document = both_ways(of(LONG), of(LONG.replace("old library", "new library")))
    assert [(one.kind, one.text, one.author) for one in changes(document)] == [
        ("delete", "old", "Comparison"),
        ("insert", "new", "Comparison"),
    ]


def test_nothing_is_marked_where_nothing_changed() -> None:
    data = word_file(plain(LONG), item("one"), table(row(cell(plain("x")), cell(plain("y"))))).to_bytes()
    assert changes(both_ways(data, data)) == ()


def test_changes_that_were_tracked_before_are_accepted_first() -> None:
    old = word_file(paragraph(run("We "), deleted("never "), run("listened.")), plain(OTHER)).to_bytes()
    new = word_file(paragraph(run("We "), inserted(run("really ")), run("listened.")), plain(OTHER)).to_bytes()
    assert [one.text for one in changes(both_ways(old, new))] == ["really "]


def test_rows_and_cells_of_tables_come_and_go() -> None:
    rows = [
        row(cell(plain(f"{place} before the flood")), cell(plain(f"{number}")))
        for number, place in enumerate(("Mill", "Shore", "Kirk"))
    ]
    for old, new in ((rows, rows[:2]), (rows[:2], rows), (rows, [rows[0], rows[2]]), ([rows[0], rows[2]], rows)):
        both_ways(
            word_file(plain(LONG), table(*old), plain(OTHER)).to_bytes(),
            word_file(plain(LONG), table(*new), plain(OTHER)).to_bytes(),
        )


def test_a_table_that_is_gone_comes_back() -> None:
    square = table(row(cell(plain("a")), cell(plain("b"))))
    with_table = word_file(plain(LONG), square, plain(OTHER)).to_bytes()
    both_ways(with_table, of(LONG, OTHER))
    both_ways(of(LONG, OTHER), with_table)
    both_ways(word_file(square, plain(LONG)).to_bytes(), word_file(plain(LONG), square).to_bytes())


def test_a_paragraph_that_is_gone_before_the_end_of_a_cell_comes_back() -> None:
    old = word_file(table(row(cell(plain(LONG), plain(OTHER)))), plain(THIRD)).to_bytes()
    new = word_file(table(row(cell(plain(LONG)))), plain(THIRD)).to_bytes()
    both_ways(old, new)


def in_a_cell(*inside: str) -> str:
    return table(row(cell(*inside)))


def in_a_box(*inside: str) -> str:
    return paragraph(run("by"), text_box(*inside))


@pytest.mark.parametrize("holder", [in_a_cell, in_a_box])
def test_the_end_of_a_cell_and_of_a_box_is_taken_back_too(holder: Callable[..., str]) -> None:
    short, long, reworded = ([plain(one) for one in texts] for texts in ([LONG], [LONG, OTHER, THIRD], [LONG, "x"]))
    for old, new in ((short, long), (long, short), (long, reworded), (reworded, long)):
        both_ways(*(word_file(holder(*inside), plain("the end")).to_bytes() for inside in (old, new)))


def test_a_text_box_comes_and_goes() -> None:
    boxed = word_file(plain(OTHER), paragraph(run(LONG), text_box(plain("boxed"), plain("twice"))), plain(THIRD))
    bare = word_file(plain(OTHER), paragraph(run(LONG)), plain(THIRD))
    both_ways(boxed.to_bytes(), bare.to_bytes())
    both_ways(bare.to_bytes(), boxed.to_bytes())
    both_ways(boxed.to_bytes(), of(THIRD))
    both_ways(of(THIRD), boxed.to_bytes())


def test_notes_that_live_on_are_marked_too() -> None:
    files = [
        word_file(paragraph(run(LONG), note_reference(2))).note(2, plain(f"{OTHER} {end}")).to_bytes()
        for end in ("Once.", "Twice.")
    ]
    document = drawn(read(files[0]), files[1])
    texts = {leaf.block.story: leaf.block for leaf in document.leaves()}
    note = next(block for story, block in texts.items() if story == "footnote")
    assert (note.text(View.ORIGINAL), note.text(View.FINAL)) == (f"{OTHER} Once.", f"{OTHER} Twice.")


def test_a_new_note_is_marked_with_its_reference() -> None:
    old = word_file(paragraph(run(LONG))).to_bytes()
    new = word_file(paragraph(run(LONG), note_reference(2))).note(2, plain(OTHER), plain(THIRD)).to_bytes()
    document = both_ways(old, new)
    inserted_texts = [one.text for one in changes(document) if one.kind == "insert"]
    assert inserted_texts == ["\ufffc", OTHER, THIRD]


def test_a_table_that_is_gone_comes_back_as_a_table() -> None:
    inner = table(row(cell(plain("inner"))))
    square = table(row(cell(plain("a")), cell(inner, plain("b"))), row(cell(plain("c")), cell(plain("d"))))
    for around in ([plain(LONG), square, plain(OTHER)], [square, plain(OTHER)], [plain(LONG), square]):
        texts = [one for one in around if one is not square]
        document = both_ways(word_file(*around).to_bytes(), word_file(*texts).to_bytes())
        back = settled(document, View.ORIGINAL)
        (found,) = [block for block in back.blocks if block.kind == "table"]
        assert [[cell_[-1].text() for cell_ in row_] for row_ in found.rows] == [["a", "b"], ["c", "d"]]
        assert not any(block.rows for block in settled(document).blocks)


def test_what_moves_into_a_table_is_deleted_outside_and_inserted_inside() -> None:
    apart = word_file(plain(LONG), plain(OTHER), table(row(cell(plain("x"))))).to_bytes()
    inside = word_file(plain(LONG), table(row(cell(plain(OTHER), plain("x"))))).to_bytes()
    both_ways(apart, inside)


def test_links_and_runs_keep_their_look() -> None:
    link = f'<w:hyperlink w:anchor="x">{run("the old library", "<w:b/>")}</w:hyperlink>'
    old = word_file(paragraph(run("They met in "), link, run(" every week."))).to_bytes()
    new = word_file(paragraph(run("They met in "), link.replace("old", "new"), run(" every week."))).to_bytes()
    document = both_ways(old, new)
    assert {span.about for span in document.leaves()[0].block.spans if span.revisions} == {"#x"}
    assert all("bold" in span.marks for span in document.leaves()[0].block.spans if span.revisions)


PAIRS = [(one, two) for one, two in pairwise(DRAFTS) if one.name.split("__")[0] == two.name.split("__")[0]]


@pytest.mark.outside
@needs_drafts
@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair[1].stem)
def test_real_drafts_go_back_and_forth(pair: tuple[Path, Path]) -> None:
    both_ways(pair[0].read_bytes(), pair[1].read_bytes())


@pytest.mark.oracle
@pytest.mark.outside
@needs_drafts
@needs_pandoc
@pytest.mark.parametrize("pair", PAIRS[::9], ids=lambda pair: pair[1].stem)
def test_pandoc_accepts_and_rejects_alike(pair: tuple[Path, Path], tmp_path: Path) -> None:
    made = redline(read(pair[0].read_bytes()), pair[1].read_bytes(), author="Comparison", when=WHEN)
    for mode, draft in (("accept", pair[1]), ("reject", pair[0])):
        theirs = squashed(pandoc(made, tmp_path, mode).paragraphs)
        assert theirs == squashed(pandoc(draft.read_bytes(), tmp_path).paragraphs)
