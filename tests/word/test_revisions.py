import random
from itertools import cycle

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from carfacilitator.document.blocks import View
from carfacilitator.document.changes import changes
from carfacilitator.errors import NotFoundError
from carfacilitator.word.bonds import bonds
from carfacilitator.word.names import W
from carfacilitator.word.outcomes import outcome
from carfacilitator.word.package import open_package
from carfacilitator.word.reader import read, read_package
from carfacilitator.word.revisions import (
    ChangesBelongTogetherError,
    OutOfReachError,
    settle_package,
    settle_some,
    stories,
)
from carfacilitator.word.settling import Verdict
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
    text_box,
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


REVIEWED = (
    *(block for body in CASES.values() for block in body),
    paragraph(text_box(paragraph(run("boxed "), inserted(run("new")), deleted("old")))),
    paragraph(run("c", f'<w:b/><w:rPrChange w:id="1" w:author="{WHO}"><w:rPr/></w:rPrChange>'), inserted(run("d"))),
)
VERDICTS = st.sampled_from([Verdict.ACCEPT, Verdict.REJECT, None])


def decided(data: bytes, verdicts: list[Verdict | None]) -> dict[str, Verdict]:
    """Return decisions on the changes of a file, one after the other, the same for what belongs together."""
    package = open_package(data)
    standing = bonds(package, read_package(package))
    return {
        change: verdict
        for bond, verdict in zip(standing, cycle(verdicts), strict=False)
        if verdict is not None
        for change in bond.changes
    }


@settings(max_examples=80, deadline=None)
@given(st.lists(st.sampled_from(REVIEWED), min_size=1, max_size=5), st.lists(VERDICTS, min_size=1, max_size=9))
def test_any_subset_can_be_settled(body: list[str], verdicts: list[Verdict | None]) -> None:
    data = word_file(*body).to_bytes()
    before, decisions = read(data), decided(data, verdicts)
    after = read(settle_some(data, decisions))
    assert outcome(after, {}) == outcome(before, decisions)
    assert len(changes(after)) <= len(changes(before)) - len(decisions)
    if all(verdicts):
        assert changes(after) == ()


@settings(max_examples=30, deadline=None)
@given(st.lists(st.sampled_from(REVIEWED), min_size=1, max_size=5), st.lists(VERDICTS, min_size=1, max_size=9))
def test_settling_the_rest_later_is_settling_all_at_once(body: list[str], verdicts: list[Verdict | None]) -> None:
    data = word_file(*body).to_bytes()
    decisions = decided(data, verdicts)
    later = settle_some(settle_some(data, decisions), {}, rest=Verdict.REJECT)
    assert paragraphs(read(later), View.FINAL) == paragraphs(
        read(settle_some(data, decisions, rest=Verdict.REJECT)), View.FINAL
    )


def test_one_change_is_settled_and_its_neighbour_is_not() -> None:
    data = word_file(paragraph(run("a "), deleted("old"), inserted(run("new")), run(" z"))).to_bytes()
    document = read(settle_some(data, {"c1": Verdict.REJECT}))
    assert [(one.kind, one.text) for one in changes(document)] == [("delete", "old")]
    assert document.texts(View.FINAL) == ("a  z",)


def test_where_nothing_is_decided_the_file_is_the_same() -> None:
    data = word_file(paragraph(inserted(run("x")))).to_bytes()
    assert settle_some(data, {}) is data


def test_only_the_parts_with_settled_changes_are_written_anew() -> None:
    file = word_file(paragraph(inserted(run("x")))).note(2, paragraph(deleted("gone"), run("note")))
    data = file.to_bytes()
    before, after = unpacked(data), unpacked(settle_some(data, {"c0": Verdict.ACCEPT}))
    assert {name for name in after if after[name] != before[name]} == {"word/document.xml"}


def test_the_two_ends_of_a_move_are_settled_as_one() -> None:
    data = word_file(paragraph(moved_away(run("it"))), plain("x"), paragraph(moved_here(run("it")))).to_bytes()
    assert read(settle_some(data, {"c0": Verdict.REJECT})).texts(View.MARKED) == ("it", "x", "")
    with pytest.raises(ChangesBelongTogetherError):
        settle_some(data, {"c0": Verdict.REJECT, "c1": Verdict.ACCEPT})


def test_a_change_that_is_not_there_is_said_to_be_none() -> None:
    with pytest.raises(NotFoundError):
        settle_some(word_file(plain("x")).to_bytes(), {"c7": Verdict.ACCEPT})


@pytest.mark.outside
@needs_drafts
@needs_corpus
def test_any_subset_of_a_real_files_changes_can_be_settled() -> None:
    chance = random.Random(7)  # noqa: S311  the same subsets every time
    for path in [*DRAFTS[::19], *CORPUS[::9]]:
        data = path.read_bytes()
        if not data.startswith(b"PK") or not changes(read(data)):
            continue
        decisions = decided(data, [chance.choice([Verdict.ACCEPT, Verdict.REJECT, None]) for _ in range(97)])
        assert outcome(read(settle_some(data, decisions)), {}) == outcome(read(data), decisions)


@pytest.mark.outside
@needs_drafts
@needs_corpus
def test_settling_real_files_gives_their_views() -> None:
    for path in [*DRAFTS[::19], *CORPUS[::10]]:
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


def test_the_format_of_a_table_is_settled_by_its_id() -> None:
    changed = f'<w:tblPrChange w:id="2" w:author="{WHO}"><w:tblPr><w:jc w:val="left"/></w:tblPr></w:tblPrChange>'
    properties = f'<w:tblPr><w:jc w:val="center"/>{changed}</w:tblPr>'
    data = word_file(f"<w:tbl>{properties}{row(cell(plain('x')))}</w:tbl>", paragraph(inserted(run("y")))).to_bytes()
    assert [one.kind for one in changes(read(data))] == ["format", "insert"]
    for verdict, left in ((Verdict.ACCEPT, "center"), (Verdict.REJECT, "left")):
        package = open_package(settle_some(data, {"c0": verdict}))
        aligned = [one.get(W + "val") for one in package.tree(package.main).iter(W + "jc")]
        assert aligned == [left]
        assert [one.kind for one in changes(read_package(package))] == ["insert"]


def test_a_change_outside_any_paragraph_is_not_decided_by_itself() -> None:
    data = word_file(inserted(run("stray")), plain("x")).to_bytes()
    with pytest.raises(OutOfReachError):
        settle_some(data, {"c0": Verdict.REJECT})
    assert read(settle_some(data, {}, Verdict.REJECT)).texts() == ("x",)
