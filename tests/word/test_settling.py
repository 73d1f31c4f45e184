from lxml import etree

from carfacilitator.word.names import Element, W
from carfacilitator.word.settling import Choose, Verdict, settle
from tests.word_builders import (
    DECLARED,
    WHEN,
    WHO,
    cell,
    commented,
    deleted,
    inserted,
    moved_away,
    moved_here,
    numbered,
    paragraph,
    plain,
    row,
    run,
    table,
)

MARKED = f'w:id="1" w:author="{WHO}" w:date="{WHEN}"'


def all_of(verdict: Verdict) -> Choose:
    return lambda _: verdict


def by_author(**verdicts: Verdict) -> Choose:
    return lambda element: verdicts.get(element.get(W + "author", ""))


def settled(*blocks: str, verdict: Verdict = Verdict.ACCEPT) -> Element:
    root = etree.fromstring(f"<w:body {DECLARED}>{''.join(blocks)}</w:body>")
    assert settle(root, all_of(verdict))
    return root


def names(element: Element) -> list[str]:
    return [child.tag.removeprefix(W) for child in element]


def words(root: Element) -> str:
    return "".join(one.text or "" for one in root.iter(W + "t"))


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
        verdict: [one.tag for one in settled(paragraph(run("x", change)), verdict=verdict).iter(W + "b", W + "i")]
        for verdict in Verdict
    }
    assert marks == {Verdict.ACCEPT: [W + "b"], Verdict.REJECT: [W + "i"]}


def test_a_paragraph_whose_format_is_taken_back_keeps_its_mark_and_its_section() -> None:
    change = (
        f'<w:jc w:val="center"/><w:rPr><w:b/></w:rPr><w:sectPr/><w:pPrChange w:author="{WHO}"><w:pPr/></w:pPrChange>'
    )
    root = settled(paragraph(run("x"), properties=change), verdict=Verdict.REJECT)
    assert names(root[0][0]) == ["rPr", "sectPr"]


def test_what_is_deleted_is_text_again_when_it_is_rejected() -> None:
    root = settled(paragraph(deleted("back")), verdict=Verdict.REJECT)
    assert [one.text for one in root.iter(W + "t")] == ["back"]


def test_each_change_can_be_decided_by_itself() -> None:
    root = etree.fromstring(
        f"<w:p {DECLARED}>{inserted(run('a'), 'Ann')}{inserted(run('b'), 'Ben')}{inserted(run('c'), 'Cat')}</w:p>"
    )
    assert settle(root, by_author(Ann=Verdict.ACCEPT, Ben=Verdict.REJECT))
    assert (words(root), names(root)) == ("ac", ["r", "ins"])


def test_nothing_is_done_where_nothing_is_decided() -> None:
    root = etree.fromstring(f"<w:p {DECLARED}>{inserted(run('a'))}</w:p>")
    before = etree.tostring(root)
    assert not settle(root, lambda _: None)
    assert etree.tostring(root) == before


def test_a_deletion_inside_an_insertion_that_stays_is_taken_back_alone() -> None:
    root = etree.fromstring(f"<w:p {DECLARED}>{inserted(run('a ') + deleted('b'), 'Ann')}</w:p>")
    assert settle(root, by_author(**{WHO: Verdict.REJECT}))
    assert (words(root), names(root), names(root[0])) == ("a b", ["ins"], ["r", "r"])


def test_the_ends_of_a_move_go_with_the_last_that_was_moved() -> None:
    root = etree.fromstring(f"<w:body {DECLARED}>{paragraph(moved_away(run('x')), moved_here(run('x')))}</w:body>")
    here = next(root.iter(W + "moveTo"))
    assert settle(root, lambda element: Verdict.ACCEPT if element is here else None)
    assert next(root.iter(W + "moveFromRangeStart"), None) is not None
    assert settle(root, all_of(Verdict.ACCEPT))
    assert words(root) == "x"
    assert names(root[0]) == ["r"]


def test_a_number_that_came_goes_when_it_is_rejected() -> None:
    came = numbered().replace("</w:numPr>", f"<w:ins {MARKED}/></w:numPr>")
    kept, gone = (
        settled(paragraph(run("x"), properties=came), verdict=one) for one in (Verdict.ACCEPT, Verdict.REJECT)
    )
    assert (names(kept[0][0]), names(gone[0][0])) == (["numPr"], [])


def test_a_format_that_comes_back_brings_no_old_changes_along() -> None:
    old = f'<w:tcPr><w:gridSpan w:val="2"/><w:cellDel {MARKED}/></w:tcPr>'
    change = f"<w:cellDel {MARKED}/><w:tcPrChange {MARKED}>{old}</w:tcPrChange>"
    marked = cell(plain("back")).replace("</w:tcPr>", f"{change}</w:tcPr>")
    root = settled(table(row(marked)), verdict=Verdict.REJECT)
    assert names(next(root.iter(W + "tcPr"))) == ["gridSpan"]


def test_a_cell_that_came_goes_when_it_is_rejected() -> None:
    came = cell(plain("new")).replace("</w:tcPr>", f"<w:cellIns {MARKED}/></w:tcPr>")
    root = settled(table(row(cell(plain("old")), came)), verdict=Verdict.REJECT)
    assert words(root) == "old"


def test_headers_of_a_section_stay_before_what_comes_back() -> None:
    change = f'<w:sectPrChange {MARKED}><w:sectPr><w:cols w:num="2"/></w:sectPr></w:sectPrChange>'
    section = f'<w:sectPr><w:headerReference w:type="default" r:id="rId1"/><w:cols w:num="1"/>{change}</w:sectPr>'
    root = settled(section, verdict=Verdict.REJECT)
    assert names(root[0]) == ["headerReference", "cols"]
