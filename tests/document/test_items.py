from carfacilitator.document.items import Item, ItemKind, holds, items_of
from carfacilitator.document.proposals import Edit, Move
from carfacilitator.document.strokes import How

BASE = "The tenant moved in March and the repairs were done in April.\nThe council paid for all.\nLast.\n"
PASSAGE = BASE.index("The council"), BASE.index("Last.")


def an_edit(reviewer: int, was: str, text: str, how: How = How.TRACKED) -> Edit:
    start = BASE.index(was)
    return Edit(reviewer, start, start + len(was), text, how, start)


def an_insertion(reviewer: int, before: str, text: str) -> Edit:
    return Edit(reviewer, BASE.index(before), BASE.index(before), text, How.TRACKED, 0)


def a_move(reviewer: int, to: int = 0) -> Move:
    return Move(reviewer, *PASSAGE, to, BASE[slice(*PASSAGE)], How.TRACKED, 0)


def only(*edits: Edit) -> Item:
    (item,) = items_of(edits, [], BASE)
    return item


def test_one_reviewer_alone_is_single() -> None:
    item = only(an_edit(0, "March", "May"))
    assert item.kind is ItemKind.SINGLE
    assert [(one.reviewers, one.text) for one in item.alternatives] == [((0,), "May")]


def test_the_same_wording_from_several_is_agreed() -> None:
    item = only(an_edit(0, "March", "May"), an_edit(1, "March", "May", How.SILENT), an_edit(2, "March", "May"))
    assert item.kind is ItemKind.AGREED
    assert item.alternatives[0].reviewers == (0, 1, 2)
    assert item.silent


def test_different_wordings_are_a_conflict_and_each_reads_in_full() -> None:
    item = only(an_edit(0, "in March", "in May"), an_edit(1, "March and", "June, and"))
    assert item.kind is ItemKind.CONFLICT
    assert {one.text for one in item.alternatives} == {"in May and", "in June, and"}


def test_two_insertions_at_one_place_are_both_kept_to_choose_from() -> None:
    item = only(an_insertion(0, "moved", "never "), an_insertion(1, "moved", "finally "))
    assert item.kind is ItemKind.BOTH_INSERT


def test_what_one_cuts_and_another_rewords_is_told() -> None:
    item = only(an_edit(0, " and the repairs were done", ""), an_edit(1, "repairs", "works"))
    assert item.kind is ItemKind.DELETED_EDITED


def test_neighbours_that_share_no_word_are_two() -> None:
    items = items_of([an_edit(0, "in March", "later"), an_edit(1, " and", ", while")], [], BASE)
    assert [item.kind for item in items] == [ItemKind.SINGLE, ItemKind.SINGLE]


def test_a_move_and_an_edit_inside_it_go_together() -> None:
    items = items_of([an_edit(1, "council", "landlord")], [a_move(0)], BASE)
    moved, single = sorted(items, key=lambda item: item.kind is not ItemKind.MOVED)
    assert (moved.kind, single.kind) == (ItemKind.MOVED, ItemKind.SINGLE)
    assert holds(moved, single)
    assert not single.within


def test_what_only_the_mover_reworded_is_decided_with_the_move() -> None:
    inner = Edit(0, PASSAGE[0] + 4, PASSAGE[0] + 11, "landlord", How.TRACKED, 0, inside=PASSAGE)
    items = items_of([inner], [a_move(0)], BASE)
    assert [bool(item.within) for item in items if not item.moves] == [True]


def test_two_places_for_one_passage_are_a_conflict() -> None:
    (item,) = items_of([], [a_move(0), a_move(1, to=len(BASE))], BASE)
    assert item.kind is ItemKind.CONFLICT


def test_a_passage_that_one_moves_and_another_cuts_is_told() -> None:
    (item,) = items_of([an_edit(1, BASE[slice(*PASSAGE)], "")], [a_move(0)], BASE)
    assert item.kind is ItemKind.DELETED_EDITED
    assert {(one.reviewers, one.to) for one in item.alternatives} == {((0,), 0), ((1,), None)}
