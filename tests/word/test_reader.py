from pathlib import Path

import pytest

from carfacilitator.document.blocks import OBJECT, BlockKind, Document, RevisionKind, Story, View
from carfacilitator.document.changes import changes
from carfacilitator.document.records import from_record, to_record
from carfacilitator.errors import UnreadableFileError
from carfacilitator.word.package import open_package
from carfacilitator.word.patches import Patch
from carfacilitator.word.patching import patched
from carfacilitator.word.reader import read
from carfacilitator.word.views import paragraphs
from tests.word_builders import (
    DECLARED,
    Comment,
    cell,
    commented,
    complex_field,
    control,
    deleted,
    drawing,
    inserted,
    moved_away,
    moved_here,
    note_reference,
    packed,
    paragraph,
    plain,
    row,
    run,
    table,
    text_box,
    word_file,
)
from tests.word_oracles import CORPUS, DRAFTS, needs_corpus, needs_drafts, needs_pandoc, pandoc, squashed
from tests.word_raw import words_missing


def texts(*body: str) -> list[str]:
    return list(read(word_file(*body).to_bytes()).texts())


def all_words(document: Document) -> str:
    """Return every word of a document in one view or another, those told about objects and those of comments too."""
    blocks = [leaf.block for leaf in document.leaves()]
    told = [span.about for block in blocks for span in block.spans]
    all_told = "\n".join([*document.texts(View.MARKED), *told, *(comment.text for comment in document.comments)])
    return all_told.replace(OBJECT, " ")


def rich() -> bytes:
    """Return a file with a bit of everything."""
    file = word_file(
        plain("Early help", "Heading1"),
        paragraph(run("We "), inserted(run("really ")), deleted("never "), commented(run("listened"), 1)),
        control(plain("inside a control")),
        table(row(cell(plain("a"), table(row(cell(plain("nested"))))), cell(plain("b")))),
        paragraph(run("see"), note_reference(2), text_box(plain("boxed")), drawing("chart")),
        paragraph(moved_away(run("moved"))),
        paragraph(moved_here(run("moved")), run(complex_field("REF x", run("7")) and "")),
    )
    file.comments = [Comment(id=1, text="who did?", date_utc="2026-01-05T10:00:00Z")]
    file.note(2, plain("the note")).margin("header", plain("the head")).margin("footer", plain("the foot"))
    return file.to_bytes()


def test_blocks_come_in_reading_order_and_other_stories_after_the_body() -> None:
    document = read(rich())
    assert [(leaf.block.story, leaf.block.text()) for leaf in document.leaves()] == [
        (Story.BODY, "Early help"),
        (Story.BODY, "We really listened"),
        (Story.BODY, "inside a control"),
        (Story.BODY, "a"),
        (Story.BODY, "nested"),
        (Story.BODY, "b"),
        (Story.BODY, "see\ufffc\ufffc"),
        (Story.TEXT_BOX, "boxed"),
        (Story.BODY, ""),
        (Story.BODY, "moved"),
        (Story.FOOTNOTE, "the note"),
        (Story.HEADER, "the head"),
        (Story.FOOTER, "the foot"),
    ]


def test_the_original_text_is_there_too() -> None:
    document = read(rich())
    assert document.texts(View.ORIGINAL)[1] == "We never listened"
    assert document.texts(View.ORIGINAL)[8:10] == ("moved", "")


def test_the_same_bytes_give_the_same_document_and_ids_are_unique() -> None:
    data = rich()
    document = read(data)
    assert document == read(data)
    ids = [leaf.block.id for leaf in document.leaves()]
    assert len(set(ids)) == len(ids)


def test_a_document_survives_being_a_record() -> None:
    document = read(rich())
    assert from_record(to_record(document)) == document


def test_every_leaf_knows_its_paragraph_in_its_part() -> None:
    sources = [leaf.block.source for leaf in read(rich()).leaves()]
    found = [(source.part, source.paragraph) for source in sources if source]
    assert len(found) == len(set(found)) == len(sources)


def test_cells_are_found_however_they_are_wrapped() -> None:
    wrapped = table(control(row(control(cell(control(plain("deep")))))), f"<w:ins>{row(cell(plain('new')))}</w:ins>")
    document = read(word_file(wrapped).to_bytes())
    assert [(leaf.path, leaf.block.text()) for leaf in document.leaves()] == [((0, 0, 0), "deep"), ((0, 1, 0), "new")]


def test_a_deleted_row_is_empty_in_the_final_text() -> None:
    document = read(word_file(table(row(cell(plain("gone")), change="del")), plain("z")).to_bytes())
    assert document.texts() == ("", "z")
    assert document.texts(View.ORIGINAL) == ("gone", "z")
    assert [one.kind for one in document.leaves()[0].block.revisions] == [RevisionKind.ROW]


def test_paragraphs_inside_unknown_wrappers_are_read() -> None:
    inside = f"<w:customXml><w:neverHeardOf>{plain('here')}</w:neverHeardOf></w:customXml>"
    branches = f"<mc:Choice>{plain('chosen')}</mc:Choice><mc:Fallback>{plain('no')}</mc:Fallback>"
    assert texts(inside, f"<mc:AlternateContent>{branches}</mc:AlternateContent>") == ["here", "chosen"]


def test_blocks_inside_a_paragraph_come_after_it() -> None:
    inner = control(table(row(cell(plain("cell")))))
    assert texts(paragraph(run("{#each}"), plain("inner"), inner), plain("z")) == ["{#each}", "inner", "cell", "z"]


def test_runs_outside_any_paragraph_are_read_and_named() -> None:
    file = word_file(
        run("bare"), f"<w:p2>{run('wrapped ')}{run('both')}</w:p2>", table(row(f"<w:tc>{run('c')}</w:tc>"))
    )
    document = read(file.to_bytes())
    assert document.texts() == ("bare", "wrapped both", "c")
    assert {leaf.block.source for leaf in document.leaves()} == {None}
    assert [(line.kind, line.count) for line in document.report] == [("words outside paragraphs", 3)]


def test_all_of_several_bodies_are_read() -> None:
    parts = word_file().parts()
    bodies = f"<w:body>{plain('one')}</w:body><w:body>{plain('two')}</w:body>"
    parts["word/document.xml"] = f"<w:document {DECLARED}>{bodies}</w:document>".encode()
    assert read(packed(parts)).texts() == ("one", "two")


def test_what_is_not_understood_is_named() -> None:
    file = word_file(paragraph(drawing("chart"), '<w:subDoc r:id="rId78"/>'), '<w:altChunk r:id="rId77"/>')
    file.settings = "<w:removePersonalInformation/>"
    file.loose["word/vbaProject.bin"] = b"MZ"
    file.links["rId80"] = "attachedTemplate", "http://127.0.0.1:9/evil.dotm"
    file.links["rId81"] = "attachedTemplate", "file:///C:/Users/ann/Normal.dotm"
    file.links["rId82"] = "hyperlink", "https://example.org/"
    counts = {line.kind: line.count for line in read(file.to_bytes()).report}
    assert counts == {"chart": 1, "attached file": 2, "names removed": 1, "macros": 1, "links to outside": 1}


def test_notes_inside_notes_are_read_once() -> None:
    inner = f'<w:footnote w:id="3">{plain("inner")}</w:footnote>'
    file = word_file(paragraph(run("x"), note_reference(2))).note(2, plain("outer"), inner)
    assert read(file.to_bytes()).texts() == ("x\ufffc", "outer", "inner")


def test_a_picture_beyond_measure_is_told() -> None:
    file = word_file(plain("x"))
    size = (40_000).to_bytes(4, "big")
    file.loose["word/media/image1.png"] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + size + size + b"\x08\x02\0\0\0"
    assert [line.kind for line in read(file.to_bytes()).report] == ["huge pictures"]


def test_headers_without_text_are_left_out() -> None:
    document = read(word_file(plain("x")).margin("header", paragraph()).to_bytes())
    assert [leaf.block.story for leaf in document.leaves()] == [Story.BODY]


def test_a_document_without_a_body_is_empty() -> None:
    parts = word_file().parts()
    parts["word/document.xml"] = f"<w:document {DECLARED}/>".encode()
    assert read(packed(parts)) == Document()


def test_reading_tells_how_far_it_is() -> None:
    shares: list[float] = []
    read(rich(), shares.append)
    assert shares == sorted(shares)
    assert shares[-1] == 1


def test_a_text_box_comes_right_after_the_paragraph_that_holds_it_and_counts_nothing_in_it() -> None:
    holder = paragraph(run("be"), text_box(plain("boxed")), commented(run("fore"), 1))
    document = read(word_file(table(row(cell(holder, plain("in the cell")))), plain("after")).to_bytes())
    assert document.texts() == ("before", "boxed", "in the cell", "after")
    assert [leaf.path for leaf in document.leaves()] == [(0, 0, 0)] * 3 + [None]
    assert [leaf.block.story is Story.TEXT_BOX for leaf in document.leaves()] == [False, True, False, False]
    assert [span.about for span in document.leaves()[0].block.spans] == ["", "text box", ""]


def test_nested_text_boxes_are_read_once() -> None:
    inner = paragraph(run("outer"), text_box(plain("inner")))
    document = read(word_file(paragraph(text_box(inner, plain("outer again")))).to_bytes())
    assert document.texts() == ("", "outer", "inner", "outer again")
    assert document.blocks[1].kind is document.blocks[1].blocks[1].kind is BlockKind.TEXT_BOX


@pytest.mark.outside
@needs_corpus
def test_every_file_of_the_corpus_is_read_or_named() -> None:
    for path in CORPUS:
        try:
            document = read(path.read_bytes())
        except UnreadableFileError as error:
            assert error.kind == "password"  # noqa: PT017  that is what three files of the corpus have
        else:
            assert from_record(to_record(document)) == document
            words, missing = words_missing(path.read_bytes(), all_words(document))
            assert len(missing) <= words / 1000, (path.name, missing[:9])


@pytest.mark.outside
@pytest.mark.oracle
@needs_drafts
@needs_pandoc
@pytest.mark.parametrize("path", DRAFTS[::4], ids=lambda path: path.stem)
def test_the_paragraphs_of_real_drafts_are_what_pandoc_reads(path: Path, tmp_path: Path) -> None:
    """Paragraph by paragraph; `squashed` takes out what readers write differently: blanks, signs of objects.

    List labels are no text to either, and notes are stories of their own. Pandoc loses moved text when it rejects.
    """
    document = read(path.read_bytes())
    moved = any(change.kind is RevisionKind.MOVE_FROM for change in changes(document))
    modes = {View.FINAL: "accept", View.ORIGINAL: "reject"} if not moved else {View.FINAL: "accept"}
    for view, mode in modes.items():
        theirs = squashed(pandoc(path.read_bytes(), tmp_path, mode).paragraphs)
        assert squashed(paragraphs(document, view)) == theirs


def test_runs_outside_any_paragraph_are_in_the_change_around_them() -> None:
    document = read(word_file(inserted(run("stray")), plain("x")).to_bytes())
    assert [document.texts(view) for view in (View.FINAL, View.ORIGINAL)] == [("stray", "x"), ("", "x")]


def test_what_stands_in_the_mark_of_a_comment_is_read() -> None:
    mark = '<w:commentRangeStart w:id="1">{}</w:commentRangeStart>'
    document = read(word_file(paragraph(mark.format(run("in"))), mark.format(plain("between"))).to_bytes())
    assert document.texts() == ("in", "between")


def test_whatever_is_kept_and_not_understood_is_told_with_its_count() -> None:
    later = '<x:later xmlns:x="urn:x"><x:inner/></x:later>'
    embedded = '<w:object><o:OLEObject ProgID="Excel.Sheet.12"/></w:object>'
    file = word_file(
        paragraph(run("a"), f"<w:r>{later}</w:r>", drawing("chart"), drawing("chart"), drawing("diagram")),
        paragraph(complex_field("LINK Excel", f"<w:r>{embedded}</w:r>")),
        later,
        '<w:altChunk r:id="x"/>',
        paragraph('<w:subDoc r:id="y"/>'),
    )
    document = read(file.to_bytes())
    assert document.texts() == ("a\ufffc\ufffc\ufffc", "\ufffc", "\ufffc")
    assert [(one.kind, one.count) for one in document.report] == [
        ("unknown thing", 2),
        ("chart", 2),
        ("diagram", 1),
        ("embedded spreadsheet", 1),
        ("attached file", 2),
    ]
    assert document.report[0].sentence == "2 things in it are unknown to this program. They are kept as they are."
    assert later.encode() in open_package(patched(file.to_bytes(), Patch(track=True))).data("word/document.xml")


def test_a_paragraph_with_nothing_but_an_unknown_thing_is_a_paragraph() -> None:
    document = read(word_file('<w:p><w:r><x:later xmlns:x="urn:x"/></w:r></w:p>').to_bytes())
    assert [block.kind for block in document.blocks] == [BlockKind.PARAGRAPH]
