from datetime import datetime

from carfacilitator.document.blocks import View
from carfacilitator.word.deletions import Deletions
from carfacilitator.word.names import W
from carfacilitator.word.package import open_package
from carfacilitator.word.places import Places
from carfacilitator.word.reader import read, read_package
from carfacilitator.word.tracker import Tracker
from carfacilitator.word.views import paragraphs
from tests.word_builders import WordFile, cell, plain, row, table, word_file

WHEN = datetime(2026, 3, 11, 10, 5)  # noqa: DTZ001  a wall clock's time, as Word keeps it


def with_deletions(old: WordFile, new: WordFile, paired: dict[int, int]) -> bytes:
    package = open_package(new.to_bytes())
    places = Places(package, read_package(package))
    tracker = Tracker(package.tree(package.main), "Isla", WHEN)
    Deletions(package, read(old.to_bytes()), places, tracker).write(paired)
    package.touch(package.main)
    return package.to_bytes()


def views(data: bytes) -> tuple[list[str], list[str]]:
    document = read(data)
    original, final = (paragraphs(document, view) for view in (View.ORIGINAL, View.FINAL))
    return [one for one in original if one], [one for one in final if one]


def test_what_is_gone_stands_after_what_was_before_it() -> None:
    old = word_file(plain("first"), plain("a"), plain("second"), plain("b"), plain("last"))
    new = word_file(plain("a"), plain("b"))
    original, final = views(with_deletions(old, new, {1: 0, 3: 1}))
    assert original == ["first", "a", "second", "b", "last"]
    assert final == ["a", "b"]


def test_several_at_the_end_come_back_in_order() -> None:
    old = word_file(plain("a"), plain("x"), plain("y"), plain("z"))
    original, final = views(with_deletions(old, word_file(plain("a")), {0: 0}))
    assert (original, final) == (["a", "x", "y", "z"], ["a"])


def test_a_row_that_is_gone_is_a_deleted_row() -> None:
    rows = [row(cell(plain(f"{name}1")), cell(plain(f"{name}2"))) for name in "ab"]
    data = with_deletions(word_file(table(*rows)), word_file(table(rows[0])), {0: 0, 1: 1})
    package = open_package(data)
    deleted = [one for one in package.tree(package.main).iter(W + "tr") if one.find(f"{W}trPr/{W}del") is not None]
    assert len(deleted) == 1
    assert views(data) == (["a1", "a2", "b1", "b2"], ["a1", "a2"])


def test_what_stood_after_a_table_does_not_go_into_it() -> None:
    square = table(row(cell(plain("x"))))
    data = with_deletions(word_file(square, plain("gone"), plain("z")), word_file(square, plain("z")), {0: 0, 2: 1})
    document = read(data)
    assert [leaf.path for leaf in document.leaves() if leaf.block.text(View.ORIGINAL) == "gone"] == [None]


def test_a_heading_that_is_gone_is_set_as_a_heading() -> None:
    old = word_file(plain("a"), plain("A heading", "Heading1"), plain("b"))
    document = read(with_deletions(old, word_file(plain("a"), plain("b")), {0: 0, 2: 1}))
    assert [leaf.block.level for leaf in document.leaves()] == [0, 1, 0]
