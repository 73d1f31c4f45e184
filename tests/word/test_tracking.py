from lxml import etree

from carfacilitator.document.blocks import RevisionKind
from carfacilitator.word.names import Element, W
from carfacilitator.word.tracking import Tracking
from tests.word_builders import (
    DECLARED,
    WHEN,
    WHO,
    cell,
    inserted,
    moved_away,
    moved_here,
    paragraph,
    plain,
    row,
    run,
    table,
)


def body(*blocks: str) -> Element:
    return etree.fromstring(f"<w:body {DECLARED}>{''.join(blocks)}</w:body>")


def first(root: Element, name: str) -> Element:
    return next(root.iter(W + name))


def test_a_change_tells_its_kind_author_and_date() -> None:
    root = body(paragraph(inserted(run("new"))))
    revision = Tracking(root).of(first(root, "ins"))
    assert (revision.kind, revision.author, revision.date) == (RevisionKind.INSERT, WHO, WHEN)


def test_the_two_ends_of_a_move_have_one_name() -> None:
    root = body(paragraph(moved_away(run("it"), "m7")), paragraph(moved_here(run("it"), "m7")))
    tracking = Tracking(root)
    ends = tracking.of(first(root, "moveFrom")), tracking.of(first(root, "moveTo"))
    assert [end.group for end in ends] == ["m7", "m7"]


def test_a_paragraph_mark_may_be_inserted_and_deleted() -> None:
    root = body(paragraph(run("x"), mark="del"))
    marks = Tracking(root).of_mark(first(root, "rPr"))
    assert [(mark.kind, mark.arrives) for mark in marks] == [(RevisionKind.PARAGRAPH_MARK, False)]
    assert Tracking(root).of_mark(None) == ()


def test_a_change_of_format_is_told_by_the_properties() -> None:
    root = body(paragraph(run("x", f'<w:b/><w:rPrChange w:id="1" w:author="{WHO}"><w:rPr/></w:rPrChange>')))
    kinds = [one.kind for one in Tracking(root).of_format(first(root, "rPr"), "rPrChange")]
    assert kinds == [RevisionKind.FORMAT]


def test_the_text_of_a_deleted_row_is_deleted() -> None:
    root = body(table(row(cell(plain("gone")), change="del"), row(cell(plain("stays")))))
    tracking = Tracking(root)
    gone, stays = root.iter(W + "p")
    text, rows = tracking.around(gone)
    assert [one.kind for one in text] == [RevisionKind.DELETE]
    assert [(one.kind, one.arrives) for one in rows] == [(RevisionKind.ROW, False)]
    assert tracking.around(stays) == ((), ())


def test_an_inserted_cell_inserts_its_text() -> None:
    inside = f'<w:tc><w:tcPr><w:cellIns w:id="1" w:author="{WHO}"/></w:tcPr>{plain("new")}</w:tc>'
    root = body(table(f"<w:tr>{inside}</w:tr>"))
    text, _ = Tracking(root).around(first(root, "p"))
    assert [one.kind for one in text] == [RevisionKind.INSERT]


def test_the_properties_of_a_row_are_not_looked_for_among_its_cells() -> None:
    exception = "<w:tblPrEx/>"
    changed = row(cell(plain("x")), change="del").replace("<w:trPr>", f"{exception}<w:trPr>")
    root = body(table(changed), table(f"<w:tr>{cell(plain('y')) * 10}</w:tr>"))
    paragraphs = list(root.iter(W + "p"))
    around = [Tracking(root).around(one)[1] for one in paragraphs[:2]]
    assert [[revision.kind for revision in rows] for rows in around] == [[RevisionKind.ROW], []]


def test_a_paragraph_tells_the_formats_of_its_mark_and_its_section() -> None:
    changed = '<w:{0}Change w:id="1" w:author="{1}"/>'
    own = changed.format("rPr", "Ann"), changed.format("sectPr", "Bo"), changed.format("pPr", "Ann")
    properties = f"<w:rPr>{own[0]}</w:rPr><w:sectPr>{own[1]}</w:sectPr>{own[2]}"
    last = f"<w:sectPr>{changed.format('sectPr', 'Cy')}</w:sectPr>"
    root = body(paragraph(run("a"), properties=properties), plain("b"), last)
    tracking = Tracking(root)
    first_one, second = root.iter(W + "p")
    assert [(one.author, len(carriers)) for one, carriers in tracking.formats_of(first_one).items()] == [
        ("Ann", 2),
        ("Bo", 1),
    ]
    assert [one.author for one in tracking.formats_of(second)] == ["Cy"]
    assert {one.kind for one in tracking.formats_of(second)} == {RevisionKind.FORMAT}
