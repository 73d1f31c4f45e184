from carfacilitator.document.blocks import Anchor
from carfacilitator.document.comparison import compare_texts
from carfacilitator.document.passages import Passages
from carfacilitator.document.quotations import Place

PLAN = "The group planned what each of its six members would try before they met again."
MOVED = "Two of them could not finish that in time."


def kept(old: list[str], new: list[str], anchor: Anchor) -> list[str]:
    passages = Passages(compare_texts(old, new))
    links = passages.kept(anchor) or passages.moved(anchor)
    assert all(passages.old[slice(*link.old)] == passages.new[slice(*link.new)] for link in links)
    return [passages.new[slice(*link.new)] for link in links]


def test_the_words_of_a_passage_are_followed() -> None:
    assert kept([PLAN], [PLAN.replace("six ", "")], Anchor(0, 28, 0, 46)) == ["of its ", "members"]


def test_words_are_followed_through_a_split() -> None:
    assert kept([f"{PLAN} {MOVED}"], [PLAN, MOVED], Anchor(0, 73, 0, 83)) == ["again.", "Two"]


def test_words_are_followed_with_a_sentence_that_moved() -> None:
    other = "Nobody had been blamed for what went wrong with the evidence in that first year."
    old, new = [f"{PLAN} {MOVED}", other], [PLAN, f"{other} {MOVED}"]
    start = len(PLAN) + 1
    assert kept(old, new, Anchor(0, start, 0, start + 11)) == ["Two of them"]


def test_places_become_passages_again() -> None:
    passages = Passages(compare_texts(["a", "b"], ["one", "two"]))
    assert passages.anchor_at(Place(0, 7)) == Anchor(0, 0, 1, 3)
    assert passages.anchor_at(Place(4, 4)) == Anchor(1, 0, 1, 0)
    assert passages.anchor_at(Place(0, 3)) == Anchor(0, 0, 0, 3)


def test_what_was_put_in_and_where_something_was_cut() -> None:
    passages = Passages(compare_texts([PLAN, MOVED], [PLAN.replace("six", "seven"), "Novel."]))
    assert [passages.new[slice(*place)] for place in passages.put_in()] == ["seven", "Novel."]
    assert passages.cut_at(Anchor(1, 0, 1, 3)) == len(PLAN) + 2
    assert passages.point(Anchor(1, 3, 1, 3)) is None


def test_what_is_set_differently_is_followed_letter_by_letter() -> None:
    old, new = ["A clear receiver — the type — of it."], ["A clear receiver—the type—of it."]
    passages = Passages(compare_texts(old, new))
    kept = passages.kept(Anchor(0, 17, 0, 22))
    assert "".join(passages.new[slice(*link.new)] for link in kept) == "—the"
