from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from carfacilitator.document.blocks import Anchor, Document, RevisionKind, View
from carfacilitator.document.changes import changes
from carfacilitator.word.bookmarks import PREFIX
from carfacilitator.word.commenting import NewComment
from carfacilitator.word.cover import CoverNote
from carfacilitator.word.names import W14, W
from carfacilitator.word.package import open_package
from carfacilitator.word.packs import Earlier, PackOrder, make_pack, what_came_inside
from carfacilitator.word.properties import CODE
from carfacilitator.word.reader import read
from carfacilitator.word.suggestions import Suggestion
from carfacilitator.word.views import paragraphs
from tests.word_builders import (
    Comment,
    WordFile,
    cell,
    commented,
    control,
    deleted,
    inserted,
    note_reference,
    paragraph,
    plain,
    row,
    run,
    table,
    text_box,
    unpacked,
    word_file,
)
from tests.word_oracles import (
    DRAFTS,
    needs_drafts,
    needs_libreoffice,
    needs_pandoc,
    pages_as_pictures,
    pandoc,
    squashed,
)
from tests.word_schema import misplaced

MADE = datetime(2026, 3, 11, 10, 5, tzinfo=UTC)
CLOCK = MADE.replace(tzinfo=None)
COVER = CoverNote(
    title="Keeping a tenancy", paragraphs=("Please read.",), questions=("Is it so?",), code_line="Pack 7F-31"
)


def draft() -> WordFile:
    """Return a draft with all that its author may not have meant to send on."""
    file = word_file(
        plain("Keeping a tenancy", "Heading1"),
        paragraph(run("We "), deleted("never "), inserted(run("really ")), commented(run("listened"), 1), run(".")),
        paragraph(run("Seen"), run(" and unseen", "<w:vanish/>"), note_reference(2)),
        paragraph(run("half a "), mark="del"),
        plain("paragraph"),
        table(row(cell(plain("in a cell"))), row(cell(plain("gone")), change="del")),
        control(plain("in a control")),
        paragraph(text_box(plain("boxed"))),
    )
    file.comments = [Comment(id=1, text="EARLIER")]
    return file.note(2, plain("the note")).note(3, plain("ORPHAN")).margin("header", plain("the head"))


def comment(words: str, document: Document, text: str = "why?") -> NewComment:
    """Return a comment on the first place with some words."""
    for leaf, whole in enumerate(document.texts()):
        if words in whole:
            start = whole.index(words)
            anchor = Anchor(leaf, start, leaf, start + len(words))
            return NewComment(text=text, author="Isla Munro", initials="IM", made=MADE, anchor=anchor)
    raise LookupError(words)


def order(*words: str, file: WordFile | None = None) -> PackOrder:
    data = (file or draft()).to_bytes()
    document = read(data)
    comments = tuple(comment(one, document, f"about {one}") for one in words)
    return PackOrder(original=data, cover=COVER, code="7F-31", identity="pack-42", comments=comments)


def body_after_cover(pack: bytes) -> list[str]:
    found = paragraphs(read(pack), View.MARKED)
    return [one for one in found[found.index("Pack 7F-31") + 1 :] if one]


def test_a_pack_is_the_final_text_after_the_cover() -> None:
    assert body_after_cover(make_pack(order())) == [
        "Keeping a tenancy",
        "We really listened.",
        "Seen\ufffc",
        "half a paragraph",
        "in a cell",
        "in a control",
    ]


def test_nothing_that_came_inside_goes_out_unless_ordered() -> None:
    pack = make_pack(order())
    document = read(pack)
    everything = b"".join(unpacked(pack).values())
    assert (document.comments, changes(document)) == ((), ())
    assert not any(word in everything for word in (b"EARLIER", b"never", b"unseen", b"ORPHAN", b"gone"))


def test_what_is_ordered_goes_out() -> None:
    wished = replace(order("listened"), keep_comments=True, keep_changes=True, keep_hidden=True, keep_names=True)
    document = read(make_pack(wished))
    assert [one.text for one in document.comments] == ["EARLIER", "about listened"]
    assert "unseen" in "".join(document.texts())
    assert "never" in "".join(document.texts(View.ORIGINAL))


def test_comments_stand_at_their_exact_words_everywhere() -> None:
    document = read(make_pack(order("tenancy", "ally list", "a cell", "a control", "paragraph")))
    assert [one.quote for one in document.comments] == ["tenancy", "ally list", "a cell", "a control", "paragraph"]


def test_a_comment_over_a_deleted_paragraph_mark_spans_the_joined_paragraph() -> None:
    ordered = order()
    leaf = list(read(ordered.original).texts()).index("half a ")
    over = NewComment(text="x", author="Isla", made=MADE, anchor=Anchor(leaf, 5, leaf + 1, 4))
    document = read(make_pack(replace(ordered, comments=(over,))))
    assert document.comments[0].quote == "a para"


def test_the_same_order_gives_the_same_bytes() -> None:
    assert make_pack(order("listened")) == make_pack(order("listened"))


def test_a_pack_knows_its_code_and_identity() -> None:
    document = read(make_pack(order()))
    assert (document.properties["code"], document.properties["identity"]) == ("7F-31", "pack-42")
    assert CODE not in "".join(document.texts())


def test_every_paragraph_can_be_known_again() -> None:
    ordered = order()
    package = open_package(make_pack(ordered))
    root = package.tree(package.main)
    names = {one.get(W + "name", "") for one in root.iter(W + "bookmarkStart")}
    sent = {
        leaf.block.id for leaf in read(ordered.original).leaves() if leaf.block.text() and leaf.block.story == "body"
    }
    code = ordered.code.replace("-", "")
    assert {f"{PREFIX}{identifier}_{code}" for identifier in sent} <= names
    ids = [one.get(W14 + "paraId", "") for one in root.iter(W + "p")]
    assert len(set(ids)) == len(ids)
    assert all(0 < int(one, 16) < 0x80000000 for one in ids)


def suggestion(words: str, instead: str, document: Document) -> Suggestion:
    place = comment(words, document).anchor
    assert place is not None
    return Suggestion(anchor=place, paragraphs=(instead,), author="Isla Munro", when=CLOCK)


def test_what_is_proposed_stands_in_a_pack_as_changes_and_nothing_else_does() -> None:
    ordered = order("listened")
    document = read(ordered.original)
    wishes = (suggestion("really listened", "heard it all", document), suggestion("a cell", "the box", document))
    pack = read(make_pack(replace(ordered, suggestions=wishes)))
    found = changes(pack)
    assert {(one.author, one.date) for one in found} == {("Isla Munro", "2026-03-11T10:05:00Z")}
    assert {one.kind for one in found} == {RevisionKind.INSERT, RevisionKind.DELETE}
    text = " ".join(paragraphs(pack, View.FINAL)[4:])
    assert "We heard it all." in text
    assert "in the box" in text
    assert "We really listened." in paragraphs(pack, View.ORIGINAL)
    assert [one.text for one in pack.comments] == ["about listened"]


def test_what_is_proposed_and_what_came_inside_can_stand_side_by_side() -> None:
    ordered = replace(order(), keep_changes=True)
    wish = suggestion("listened", "heard", read(ordered.original))
    pack = read(make_pack(replace(ordered, suggestions=(wish,))))
    assert {one.author for one in changes(pack)} > {"Isla Munro"}


def earlier(*texts: str) -> Earlier:
    return Earlier(document=read(word_file(*map(plain, texts)).to_bytes()), author="The author", when=CLOCK)


def test_a_redline_shows_what_changed_since_somebody_saw_the_text_last() -> None:
    file = word_file(plain("We listened to most of them."), plain("A new end."))
    ordered = replace(order("listened", file=file), earlier=earlier("We listened to all of them.", "An old word."))
    pack = read(make_pack(ordered))
    assert {(one.author, one.date) for one in changes(pack)} == {("The author", "2026-03-11T10:05:00Z")}
    assert paragraphs(pack, View.FINAL)[-2:] == ["We listened to most of them.", "A new end."]
    assert paragraphs(pack, View.ORIGINAL)[-2:] == ["We listened to all of them.", "An old word."]
    assert [(one.text, one.quote) for one in pack.comments] == [("about listened", "listened")]


def test_a_redline_shows_no_hidden_text_and_no_earlier_change_of_the_file() -> None:
    everything = b"".join(
        unpacked(make_pack(replace(order(), earlier=earlier("We listened."), keep_changes=True))).values()
    )
    assert not any(word in everything for word in (b"EARLIER", b"never", b"unseen", b"gone"))


def test_a_redline_proposes_nothing() -> None:
    ordered = order()
    wish = suggestion("listened", "heard", read(ordered.original))
    with pytest.raises(ValueError, match="redline"):
        make_pack(replace(ordered, earlier=earlier("We listened."), suggestions=(wish,)))


def test_track_changes_is_on() -> None:
    package = open_package(make_pack(order()))
    assert package.tree("word/settings.xml").find(W + "trackRevisions") is not None


def test_parts_that_a_pack_has_no_business_with_stay_byte_for_byte() -> None:
    ordered = order("listened")
    before, after = unpacked(ordered.original), unpacked(make_pack(ordered))
    untouched = {name for name in before if after.get(name) == before[name]}
    assert untouched >= {"word/styles.xml", "word/numbering.xml", "word/header.xml"}


def test_a_file_of_another_kind_becomes_a_plain_document() -> None:
    file = word_file(plain("x"))
    file.loose["word/vbaProject.bin"] = b"MZ"
    pack = make_pack(replace(order(file=file)))
    assert read(pack).texts()[-1] == "x"


def test_what_came_inside_is_counted() -> None:
    data = draft().to_bytes()
    inside = what_came_inside(read(data), data)
    assert (inside.comments, inside.hidden, inside.names) == (1, 1, 0)
    assert inside.changes == len(changes(read(data)))


def test_an_earlier_packs_bookmarks_do_not_pile_up() -> None:
    first = make_pack(order())
    again = PackOrder(original=first, cover=COVER, code="8A-02", identity="pack-43")
    package = open_package(make_pack(again))
    names = [one.get(W + "name") for one in package.tree(package.main).iter(W + "bookmarkStart")]
    assert len(names) == len(set(names))


def test_of_an_earlier_pack_nothing_hidden_is_left() -> None:
    again = PackOrder(original=make_pack(order("listened")), cover=COVER, code="8A-0222", identity="pack-43")
    hidden = b"".join(data for name, data in unpacked(make_pack(again)).items() if name != "word/document.xml")
    assert b"pack-43" in hidden
    assert b"pack-42" not in hidden
    assert b"7F-31" not in hidden


@pytest.mark.oracle
@needs_pandoc
def test_pandoc_finds_exactly_the_comments_at_their_words(tmp_path: Path) -> None:
    words = ("tenancy", "ally list", "paragraph", "a cell", "a control")
    found = pandoc(make_pack(order(*words)), tmp_path, "all").comments.values()
    assert [(one.text, one.quote, one.author) for one in found] == [
        (f"about {one}", one, "Isla Munro") for one in words
    ]


@pytest.mark.oracle
@pytest.mark.outside
@needs_drafts
@needs_pandoc
@pytest.mark.parametrize("path", DRAFTS[::9], ids=lambda path: path.stem)
def test_after_the_cover_pandoc_reads_what_it_reads_in_the_original(path: Path, tmp_path: Path) -> None:
    data = path.read_bytes()
    pack = make_pack(PackOrder(original=data, cover=COVER, code="7F-31", identity="x"))
    ours = squashed(pandoc(pack, tmp_path, "all").paragraphs)
    end = ours.index("Pack7F-31") + 1
    assert "".join(ours[end:]) == "".join(squashed(pandoc(data, tmp_path).paragraphs))


@pytest.mark.oracle
@needs_libreoffice
def test_libreoffice_prints_the_cover_on_a_page_of_its_own(tmp_path: Path) -> None:
    ordered = order("listened", file=word_file(plain("Keeping a tenancy", "Heading1"), plain("We listened.")))
    assert len(pages_as_pictures(make_pack(ordered), tmp_path)) == 2


def test_a_cover_has_no_numbers_even_where_standard_paragraphs_have_them() -> None:
    file = draft()
    numbering = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    file.styles = file.styles.replace('<w:name w:val="Normal"/></w:style>', f'<w:name w:val="Normal"/>{numbering}')
    document = read(make_pack(order(file=file)))
    assert [leaf.block.label for leaf in document.leaves()[:4]] == [""] * 4
    assert any(leaf.block.label for leaf in document.leaves())


def test_properties_stand_in_the_order_that_word_wants() -> None:
    kept = replace(order("listened"), keep_comments=True, keep_changes=True)
    assert misplaced(make_pack(order("listened"))) + misplaced(make_pack(kept)) == []


def test_what_some_program_wrote_into_the_mark_of_a_comment_stays_and_moves_nothing() -> None:
    mark = f'<w:commentRangeStart w:id="1"><w:tbl>{row(cell(plain("inside")))}</w:tbl></w:commentRangeStart>'
    file = word_file(plain("first"), paragraph(run("holds "), mark), mark.replace("inside", "between"), plain("last"))
    pack = make_pack(order("last", file=file))
    assert body_after_cover(pack) == ["first", "holds ", "inside", "between", "last"]
    assert [one.quote for one in read(pack).comments] == ["last"]
    names = {one.name: read(pack).leaves()[one.block].block.text() for one in read(pack).bookmarks}
    assert [names[name] for name in sorted(names)][-1:] == ["last"]
