import pytest
from lxml import etree

from carfacilitator.document.blocks import View
from carfacilitator.document.changes import changes
from carfacilitator.word.names import Element, W
from carfacilitator.word.package import open_package
from carfacilitator.word.reader import read
from carfacilitator.word.revisions import settle, settle_package, stories
from carfacilitator.word.views import paragraphs
from tests.word_builders import (
    DECLARED,
    WHO,
    Comment,
    cell,
    commented,
    deleted,
    inserted,
    item,
    moved_away,
    moved_here,
    paragraph,
    plain,
    row,
    run,
    table,
    unpacked,
    word_file,
)
from tests.word_oracles import CORPUS, DRAFTS, needs_corpus, needs_drafts

BOTH = (View.FINAL, View.ORIGINAL)
CASES = {
    "words": [paragraph(run("a "), deleted("old"), inserted(run("new")), run(" z"))],
    "deleted inside inserted": [paragraph(inserted(run("new ") + deleted("never ") + run("words")))],
    "moved": [paragraph(moved_away(run("it"))), plain("x"), paragraph(moved_here(run("it")))],
    "marks": [paragraph(run("a"), mark="del"), paragraph(run("b"), mark="ins"), plain("c")],
    "a whole paragraph": [plain("a"), paragraph(deleted("gone"), mark="del"), plain("z")],
    "the last paragraph": [plain("a"), paragraph(deleted("gone"), mark="del")],
    "rows": [
        table(row(cell(plain("gone")), change="del"), row(cell(plain("new")), change="ins"), row(cell(plain("z"))))
    ],
    "a whole table": [plain("a"), table(row(cell(plain("gone")), change="del")), plain("z")],
    "blocks": [f"<w:del>{plain('gone')}</w:del><w:ins>{plain('new')}</w:ins>", plain("z")],
    "a link": [paragraph(f'<w:hyperlink w:anchor="x">{inserted(run("new"))}{deleted("old")}</w:hyperlink>')],
}


@pytest.mark.parametrize("body", CASES.values(), ids=CASES)
@pytest.mark.parametrize("view", BOTH)
def test_settling_gives_the_view_and_leaves_no_change(body: list[str], view: View) -> None:
    data = word_file(*body).to_bytes()
    package = open_package(data)
    settle_package(package, view)
    done = read(package.to_bytes())
    assert [one for one in paragraphs(done, View.MARKED) if one] == [one for one in paragraphs(read(data), view) if one]
    assert changes(done) == ()


def settled(*blocks: str, view: View = View.FINAL) -> Element:
    root = etree.fromstring(f"<w:body {DECLARED}>{''.join(blocks)}</w:body>")
    assert settle(root, view)
    return root


def test_comments_on_deleted_words_live_on_where_the_words_were() -> None:
    file = word_file(paragraph(run("a "), commented(deleted("gone"), 1), run("z")), plain("end"))
    file.comments = [Comment(id=1, text="why?")]
    package = open_package(file.to_bytes())
    settle_package(package)
    comment = read(package.to_bytes()).comments[0]
    assert comment.anchor is not None
    assert (comment.anchor.first, comment.anchor.start) == (0, 2)


def test_comments_in_a_deleted_row_live_on_after_it() -> None:
    file = word_file(table(row(cell(paragraph(commented(run("gone"), 1))), change="del")), plain("after"))
    file.comments = [Comment(id=1, text="why?")]
    package = open_package(file.to_bytes())
    settle_package(package)
    document = read(package.to_bytes())
    assert document.texts() == ("after",)
    assert document.comments[0].anchor is not None


def test_comments_in_a_deleted_row_at_the_end_live_on_before_it() -> None:
    root = settled(plain("before"), table(row(cell(paragraph(commented(run("gone"), 1))), change="del")))
    assert [one.get(W + "id") for one in root[0].iter(W + "commentReference")] == ["1"]


def test_bookmarks_survive_a_deletion_they_begin_in() -> None:
    start = '<w:bookmarkStart w:id="5" w:name="b"/>'
    root = settled(paragraph(f"<w:del>{start}<w:r><w:delText>x</w:delText></w:r></w:del>", run("y")))
    assert next(root.iter(W + "bookmarkStart"), None) is not None


def test_a_change_of_format_is_kept_or_taken_back() -> None:
    change = f'<w:b/><w:rPrChange w:id="1" w:author="{WHO}"><w:rPr><w:i/></w:rPr></w:rPrChange>'
    marks = {
        view: [one.tag for one in settled(paragraph(run("x", change)), view=view).iter(W + "b", W + "i")]
        for view in BOTH
    }
    assert marks == {View.FINAL: [W + "b"], View.ORIGINAL: [W + "i"]}


def test_a_paragraph_whose_format_is_taken_back_keeps_its_mark_and_its_section() -> None:
    change = (
        f'<w:jc w:val="center"/><w:rPr><w:b/></w:rPr><w:sectPr/><w:pPrChange w:author="{WHO}"><w:pPr/></w:pPrChange>'
    )
    root = settled(paragraph(run("x"), properties=change), view=View.ORIGINAL)
    assert [child.tag.removeprefix(W) for child in root[0][0]] == ["rPr", "sectPr"]


def test_what_is_deleted_is_text_again_when_it_is_rejected() -> None:
    root = settled(paragraph(deleted("back")), view=View.ORIGINAL)
    assert [one.text for one in root.iter(W + "t")] == ["back"]


def test_a_part_without_changes_is_left_alone() -> None:
    data = word_file(plain("x")).note(2, paragraph(deleted("gone"), run("note"))).to_bytes()
    package = open_package(data)
    settle_package(package)
    before, after = unpacked(data), unpacked(package.to_bytes())
    assert {name for name in after if after[name] != before[name]} == {"word/footnotes.xml"}


def test_changes_of_styles_and_numbering_are_settled_too() -> None:
    package = open_package(word_file(item("x")).to_bytes())
    parts = [package.tree(name) for name in ("word/styles.xml", "word/numbering.xml")]
    for root in parts:
        holder = next(root.iter(W + "style", W + "lvl"))
        change = f'<w:pPr {DECLARED}><w:pPrChange w:id="1" w:author="{WHO}"><w:pPr/></w:pPrChange></w:pPr>'
        holder.append(etree.fromstring(change))
    settle_package(package)
    assert not any(WHO.encode() in etree.tostring(root) for root in parts)
    assert WHO.encode() not in package.data("word/styles.xml") + package.data("word/numbering.xml")


def test_stories_are_named_once() -> None:
    package = open_package(word_file(plain("x")).note(2, plain("n")).margin("header", plain("h")).to_bytes())
    assert stories(package) == ["word/document.xml", "word/footnotes.xml", "word/header.xml"]


@pytest.mark.outside
@needs_drafts
@needs_corpus
def test_settling_real_files_gives_their_views() -> None:
    for path in [*DRAFTS[::9], *CORPUS[::6]]:
        data = path.read_bytes()
        if not data.startswith(b"PK"):
            continue
        for view in BOTH:
            package = open_package(data)
            settle_package(package, view)
            done = read(package.to_bytes())
            expected = [one for one in paragraphs(read(data), view) if one]
            assert [one for one in paragraphs(done, View.MARKED) if one] == expected
            assert changes(done) == ()
