from dataclasses import replace

from carfacilitator.document.items import ItemKind, items_of
from carfacilitator.document.later_files import last_said
from carfacilitator.document.proposals import Edit, Move, Proposals
from tests.document.test_items import BASE, PASSAGE, a_move, an_edit, an_insertion

HERS, HIS = 1, 2  # the numbers of the last file of each


def in_file(*edits: Edit, moves: tuple[Move, ...] = (), inner: tuple[Edit, ...] = ()) -> Proposals:
    return Proposals(edits, moves, inner)


def test_what_a_later_file_of_the_same_person_says_of_the_same_words_stands_alone() -> None:
    files = [in_file(an_edit(0, "March", "May")), in_file(an_edit(1, "in March", "later"))]
    said = last_said(files, [HERS, HERS])
    (item,) = items_of(said.edits, said.moves, BASE)
    assert item.kind is ItemKind.SINGLE
    assert [(one.reviewers, one.text) for one in item.alternatives] == [((HERS,), "later")]
    assert [edit.text for edit in said.past] == ["May"]


def test_of_two_people_each_wording_stays() -> None:
    files = [in_file(an_edit(0, "March", "May")), in_file(an_edit(1, "March", "June"))]
    said = last_said(files)
    (item,) = items_of(said.edits, said.moves, BASE)
    assert (item.kind, said.past) == (ItemKind.CONFLICT, ())


def test_what_the_later_file_says_nothing_of_stays_as_hers_beside_another_person() -> None:
    files = [
        in_file(an_edit(0, "March", "May")),
        in_file(an_edit(1, "April", "June")),
        in_file(an_edit(2, "in March and the repairs were done in April", "once")),
    ]
    said = last_said(files, [HERS, HERS, HIS])
    (item,) = items_of(said.edits, said.moves, BASE)
    assert item.kind is ItemKind.CONFLICT
    assert {(one.reviewers, one.text) for one in item.alternatives} == {
        ((HERS,), "in May and the repairs were done in June"),
        ((HIS,), "once"),
    }


def test_two_insertions_of_hers_at_one_place_are_the_later_one() -> None:
    files = [in_file(an_insertion(0, "moved", "never ")), in_file(an_insertion(1, "moved", "finally "))]
    assert [edit.text for edit in last_said(files, [HERS, HERS]).edits] == ["finally "]


def test_a_passage_that_she_moves_otherwise_later_goes_there_with_what_she_says_of_it_last() -> None:
    council = replace(an_edit(0, "council", "landlord"), inside=PASSAGE)
    first = in_file(moves=(a_move(0),), inner=(council,))
    said = last_said([first, in_file(moves=(a_move(1, to=len(BASE)),))], [HERS, HERS])
    (item,) = items_of(said.edits, said.moves, BASE)
    assert (item.kind, [one.to for one in item.alternatives]) == (ItemKind.MOVED, [len(BASE)])


def test_a_passage_that_she_cuts_later_no_longer_moves() -> None:
    cut = an_edit(1, BASE[slice(*PASSAGE)], "")
    said = last_said([in_file(moves=(a_move(0),)), in_file(cut)], [HERS, HERS])
    (item,) = items_of(said.edits, said.moves, BASE)
    assert (item.kind, item.moves) == (ItemKind.SINGLE, False)


def test_a_word_that_she_changed_stays_changed_where_the_passage_moves_later() -> None:
    said = last_said([in_file(an_edit(0, "council", "landlord")), in_file(moves=(a_move(1),))], [HERS, HERS])
    assert {item.kind for item in items_of(said.edits, said.moves, BASE)} == {ItemKind.SINGLE, ItemKind.MOVED}
