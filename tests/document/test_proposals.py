from carfacilitator.document.proposals import Edit, proposals_of, rendering
from carfacilitator.document.strokes import How, Stroke

BASE = (
    "The tenant moved in March and the repairs were done in April.\nThe council paid for all of it in the end.\nLast.\n"
)


def a_stroke(was: str, text: str, how: How = How.TRACKED, move: str = "") -> Stroke:
    start = BASE.index(was)
    return Stroke(start, start + len(was), text, how, None, move)


def put(before: str, text: str, move: str = "") -> Stroke:
    start = BASE.index(before)
    return Stroke(start, start, text, How.TRACKED, None, move)


def edits(*strokes: Stroke) -> list[tuple[str, str]]:
    return [(BASE[edit.start : edit.end], edit.text) for edit in proposals_of(0, strokes, BASE).edits]


def test_an_edit_is_of_whole_words() -> None:
    assert edits(a_stroke("s were done", " was made")) == [("repairs were done", "repair was made")]
    assert edits(put(" moved", "s")) == [("tenant", "tenants")]


def test_the_space_goes_with_the_word_after_it() -> None:
    assert edits(a_stroke("the repairs ", "")) == edits(a_stroke(" the repairs", "")) == [(" the repairs", "")]
    assert edits(put("moved", "never ")) == edits(put(" moved", " never")) == [("", " never")]


def test_what_an_edit_leaves_as_it_is_is_no_part_of_it() -> None:
    assert edits(a_stroke("moved in March", "moved in May")) == [("March", "May")]


def test_a_long_rewriting_is_the_words_that_differ() -> None:
    was = "The council paid for all of it in the end."
    assert edits(a_stroke(was, was.replace("council", "landlord").replace("end", "autumn"))) == [
        ("council", "landlord"),
        ("end", "autumn"),
    ]


def test_strokes_in_one_word_are_one_edit() -> None:
    assert edits(a_stroke("ten", "pen"), Stroke(9, 10, "ce", How.SILENT, None, "")) == [("tenant", "penance")]
    (edit,) = proposals_of(0, [a_stroke("ten", "pen"), Stroke(9, 10, "ce", How.SILENT, None, "")], BASE).edits
    assert edit.how is How.SILENT


def test_a_passage_that_the_file_says_has_moved_is_a_move_with_what_was_reworded_in_it() -> None:
    passage = "The council paid for all of it in the end.\n"
    strokes = [put("The tenant", passage.replace("paid", "pays"), "m1"), a_stroke(passage, "", move="m1")]
    proposals = proposals_of(0, strokes, BASE)
    (move,) = proposals.moves
    assert (BASE[move.start : move.end], move.to, move.text) == (passage, 0, passage.replace("paid", "pays"))
    assert [(BASE[edit.start : edit.end], edit.text) for edit in proposals.inner] == [("paid", "pays")]
    assert proposals.edits == ()


def test_a_long_passage_that_is_cut_and_put_elsewhere_has_moved_though_nothing_says_so() -> None:
    passage = "The council paid for all of it in the end.\n"
    assert len(proposals_of(0, [put("The tenant", passage), a_stroke(passage, "")], BASE).moves) == 1
    assert proposals_of(0, [put("The tenant", "Last.\n"), a_stroke("Last.\n", "")], BASE).moves == ()


def test_a_stretch_reads_as_its_edits_make_it() -> None:
    found = [Edit(0, 4, 10, "family", How.TRACKED, 0), Edit(0, 11, 16, "left", How.TRACKED, 1)]
    assert rendering(found, 0, 19, BASE) == "The family left in"
