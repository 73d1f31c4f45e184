from datetime import datetime

from lxml import etree

from carfacilitator.document.blocks import View
from carfacilitator.word.names import Element, W
from carfacilitator.word.settling import Verdict, settle
from carfacilitator.word.tracker import Tracker, split_before
from tests.word_builders import DECLARED, cell, paragraph, plain, row, run, table

WHEN = datetime(2026, 3, 11, 10, 5)  # noqa: DTZ001  a wall clock's time, as Word keeps it


def body(*blocks: str) -> tuple[Element, Tracker]:
    root = etree.fromstring(f"<w:body {DECLARED}>{''.join(blocks)}</w:body>")
    return root, Tracker(root, "Isla Munro", WHEN)


def texts(root: Element, view: View) -> list[str]:
    copy = etree.fromstring(etree.tostring(root))
    settle(copy, lambda _: Verdict.ACCEPT if view is View.FINAL else Verdict.REJECT)
    return ["".join(one.text or "" for one in element.iter(W + "t")) for element in copy.iter(W + "p")]


def test_a_change_bears_its_author_and_date() -> None:
    root, tracker = body(plain("x"))
    tracker.insert(list(root.iter(W + "r")))
    change = root[0][0]
    assert (change.get(W + "author"), change.get(W + "date")) == ("Isla Munro", "2026-03-11T10:05:00Z")


def test_inserted_runs_go_when_they_are_rejected() -> None:
    root, tracker = body(paragraph(run("old"), run(" new")))
    tracker.insert([root[0][1]])
    assert (texts(root, View.ORIGINAL), texts(root, View.FINAL)) == (["old"], ["old new"])


def test_deleted_words_look_like_their_neighbour_and_go_when_they_are_accepted() -> None:
    root, tracker = body(paragraph(run("kept", "<w:b/>")))
    words = tracker.deleted("gone\tat once", like=root[0][0])
    assert words is not None
    root[0].append(words)
    assert words.find(f"{W}r/{W}rPr/{W}b") is not None
    assert (texts(root, View.ORIGINAL), texts(root, View.FINAL)) == (["keptgoneat once"], ["kept"])


def test_of_a_picture_nothing_can_be_written() -> None:
    _, tracker = body(plain("x"))
    assert tracker.deleted("\ufffc") is None


def test_a_mark_can_be_inserted_and_deleted_at_once_in_the_order_of_the_schema() -> None:
    root, tracker = body(plain("a"), plain("b"))
    assert not tracker.is_mark_inserted(root[0])
    tracker.insert_mark(root[0])
    tracker.delete_mark(root[0])
    assert tracker.is_mark_inserted(root[0])
    assert [change.tag for change in root[0][0][0]] == [W + "ins", W + "del"]


def test_marks_and_rows_can_be_inserted_and_deleted() -> None:
    root, tracker = body(plain("a"), plain("b"), table(row(cell(plain("new"))), row(cell(plain("gone")))), plain("z"))
    tracker.insert_mark(root[0])
    rows = list(root.iter(W + "tr"))
    tracker.insert_row(rows[0])
    tracker.delete_row(rows[1])
    assert texts(root, View.ORIGINAL) == ["ab", "gone", "z"]
    assert texts(root, View.FINAL) == ["a", "b", "new", "z"]


def test_a_deleted_paragraph_comes_and_goes_with_its_mark() -> None:
    root, tracker = body(paragraph(run("a"), style="Quote", properties="<w:sectPr/>"), plain("z"))
    gone = tracker.deleted_paragraph("gone", like=root[0])
    tracker.delete_mark(gone)
    root[0].addnext(gone)
    assert gone.find(f"{W}pPr/{W}pStyle") is not None
    assert gone.find(f"{W}pPr/{W}sectPr") is None
    assert (texts(root, View.ORIGINAL), texts(root, View.FINAL)) == (["a", "gone", "z"], ["a", "z"])


def test_a_paragraph_is_parted_inside_a_link() -> None:
    link = f'<w:hyperlink w:anchor="x">{run("one ")}{run("two")}</w:hyperlink>'
    root, tracker = body(paragraph(run("see "), link, style="Quote"))
    tracker.delete_mark(split_before(root[0], root[0][2][1]))
    assert (texts(root, View.ORIGINAL), texts(root, View.FINAL)) == (["see one ", "two"], ["see one two"])
    assert [one.get(W + "anchor") for one in root.iter(W + "hyperlink")] == ["x", "x"]


def test_neighbouring_runs_are_deleted_under_one_mark() -> None:
    root, tracker = body(paragraph(run("a"), run("b"), run("c"), run("d")))
    tracker.delete([root[0][0], root[0][1], root[0][3]])
    assert [(child.tag.removeprefix(W), len(child.findall(W + "r"))) for child in root[0]] == [
        *(("del", 2), ("r", 0), ("del", 1)),
    ]
    assert (texts(root, View.FINAL), texts(root, View.ORIGINAL)) == (["c"], ["abcd"])


def test_new_words_take_the_look_of_a_run_but_not_its_history() -> None:
    changed = '<w:b/><w:rPrChange w:id="1" w:author="x"><w:rPr/></w:rPrChange>'
    root, tracker = body(paragraph(run("a", changed)))
    words = tracker.inserted("b", like=root[0][0])
    assert [child.tag.removeprefix(W) for child in words[0][0]] == ["b"]


def test_a_mark_is_deleted_once() -> None:
    root, tracker = body(plain("a"), plain("b"))
    tracker.delete_mark(root[0])
    tracker.delete_mark(root[0])
    assert len(list(root.iter(W + "del"))) == 1
