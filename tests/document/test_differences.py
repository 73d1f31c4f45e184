from carfacilitator.document.comparison import compare_texts
from carfacilitator.document.differences import DifferenceKind

PLAN = "The group planned what each of its six members would try before they met again."
ACT = "All of them acted on it. Two could not finish, for want of time. Nobody was blamed for that."
CLOSE = "In the end the officers thanked everyone and asked for a report by the summer."


def found(old: list[str], new: list[str]) -> list[tuple[str, str, str]]:
    return [(d.kind.value, d.old, d.new) for d in compare_texts(old, new).differences]


def test_words_and_whole_sentences_are_told_apart() -> None:
    new = ACT.replace("blamed", "scolded").replace(" Two could not finish, for want of time.", "") + " It went on."
    assert found([ACT], [new]) == [
        ("cut sentence", "Two could not finish, for want of time.", ""),
        ("wording", "blamed", "scolded"),
        ("new sentence", "", "It went on."),
    ]


def test_every_new_sentence_counts() -> None:
    assert [kind for kind, *_ in found([PLAN], [PLAN + " One more. And another!"])] == ["new sentence"] * 2


def test_paragraphs_put_in_cut_and_moved() -> None:
    old, new = [PLAN, ACT, CLOSE, "Ground rules"], [CLOSE, "", PLAN, ACT, "Novel"]
    assert [kind for kind, *_ in found(old, new)] == ["moved paragraph", "cut paragraph", "new paragraph"]


def test_a_split_is_no_change_of_words() -> None:
    middle = ACT.index(" Two")
    assert [kind for kind, *_ in found([ACT], [ACT[:middle], ACT[middle + 1 :]])] == ["split"]
    assert [kind for kind, *_ in found([ACT, PLAN], [f"{ACT} {PLAN}"])] == ["merged"]


def test_a_sentence_that_moved_is_neither_cut_nor_new() -> None:
    moved = "Two could not finish, for want of time."
    old, new = [ACT, PLAN, CLOSE], [ACT.replace(f" {moved}", ""), PLAN, f"{CLOSE} {moved}"]
    assert found(old, new) == [("moved sentence", moved, moved)]


def test_the_pieces_of_a_change_show_it() -> None:
    comparison = compare_texts([PLAN], [PLAN.replace("six", "seven")])
    (difference,) = comparison.differences
    assert difference.kind is DifferenceKind.WORDING
    assert difference.pieces == (1, 3)
    assert [piece.text for piece in comparison.words(comparison.rows[0])[1:3]] == ["six", "seven"]


def test_blank_paragraphs_and_turned_quotation_marks_are_no_changes() -> None:
    assert found(["", "It’s so"], ["It's so", "", " "]) == []
