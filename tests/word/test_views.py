from carfacilitator.document.blocks import Story, View
from carfacilitator.word.reader import read
from carfacilitator.word.views import paragraphs, settled
from tests.word_builders import cell, deleted, inserted, paragraph, plain, row, run, table, text_box, word_file


def views(*body: str) -> tuple[list[str], list[str]]:
    document = read(word_file(*body).to_bytes())
    return paragraphs(document, View.ORIGINAL), paragraphs(document, View.FINAL)


def test_a_deleted_mark_joins_the_paragraphs_in_the_final_text() -> None:
    original, final = views(paragraph(run("one "), mark="del"), plain("two"))
    assert original == ["one ", "two"]
    assert final == ["one two"]


def test_an_inserted_mark_joins_the_paragraphs_in_the_original() -> None:
    original, final = views(paragraph(run("one "), mark="ins"), plain("two"))
    assert original == ["one two"]
    assert final == ["one ", "two"]


def test_a_table_parts_paragraphs() -> None:
    inner = table(row(cell(paragraph(run("a"), mark="del"), plain("b")), cell(plain("c"))))
    _, final = views(paragraph(run("before"), mark="del"), inner, plain("after"))
    assert final == ["before", "ab", "c", "after"]


def test_changes_within_a_paragraph_are_settled() -> None:
    original, final = views(paragraph(run("a "), deleted("old "), inserted(run("new ")), run("z")))
    assert (original, final) == (["a old z"], ["a new z"])


def test_hidden_text_can_be_left_out() -> None:
    document = read(word_file(paragraph(run("seen"), run(" hidden", "<w:vanish/>"))).to_bytes())
    assert paragraphs(document, View.FINAL) == ["seen hidden"]
    assert paragraphs(document, View.FINAL, hidden=False) == ["seen"]


def test_notes_are_a_story_of_their_own() -> None:
    document = read(word_file(plain("text")).note(2, plain("a note")).to_bytes())
    assert paragraphs(document, View.MARKED, story=Story.FOOTNOTE) == ["a note"]


def test_text_boxes_are_a_story_of_their_own_wherever_they_stand() -> None:
    holder = paragraph(run("held"), text_box(plain("boxed")))
    document = read(word_file(holder, table(row(cell(holder)))).note(2, holder).to_bytes())
    assert paragraphs(document, View.FINAL) == ["held", "held"]
    assert paragraphs(document, View.FINAL, story=Story.FOOTNOTE) == ["held"]
    assert paragraphs(document, View.FINAL, story=Story.TEXT_BOX) == ["boxed"] * 3


def test_a_text_box_does_not_part_the_paragraphs_around_it() -> None:
    document = read(word_file(paragraph(run("one "), text_box(plain("boxed")), mark="del"), plain("two")).to_bytes())
    assert paragraphs(document, View.FINAL) == ["one two"]
    assert settled(document).texts() == ("one two", "boxed")


def test_a_text_box_comes_and_goes_with_the_change_it_stands_in() -> None:
    document = read(word_file(paragraph(inserted(text_box(plain("new"))), run("text"))).to_bytes())
    assert settled(document).texts() == ("text", "new")
    assert settled(document, View.ORIGINAL).texts() == ("text",)


def test_a_settled_document_has_the_paragraphs_of_the_view_and_no_changes() -> None:
    gone = row(cell(plain("gone")), change="del")
    body = paragraph(run("a "), deleted("x"), mark="del"), plain("b"), table(gone, row(cell(plain("c"))))
    document = read(word_file(*body).to_bytes())
    for view in (View.ORIGINAL, View.FINAL):
        done = settled(document, view)
        assert list(done.texts(View.MARKED)) == paragraphs(document, view) if view is View.ORIGINAL else ["a b", "c"]
        assert not any(leaf.block.revisions for leaf in done.leaves())


def test_a_deleted_cell_is_gone_from_its_row() -> None:
    change = '<w:cellDel w:id="1" w:author="Morag Lead"/></w:tcPr>'
    gone = cell(paragraph(deleted("gone"))).replace("</w:tcPr>", change)
    document = settled(read(word_file(table(row(cell(plain("kept")), gone))).to_bytes()))
    assert [len(one) for one in document.blocks[0].rows] == [1]
