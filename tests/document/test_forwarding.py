from carfacilitator.document.blocks import Anchor
from carfacilitator.document.forwarding import Forwarding
from carfacilitator.document.strokes import strokes_of
from tests.builders import a_text

OLD = a_text("The tenant moved in March and the repairs were done in April.", "The council paid for it all.")
NEW = a_text(
    "A new beginning that nobody has read.",
    "The tenant moved in March and the repairs were done in May.",
    "The council paid for it all.",
)


def test_what_was_changed_in_words_that_still_stand_comes_forward() -> None:
    returned = a_text(OLD.texts()[0], "The council paid for most of it.")
    done = strokes_of(OLD, returned).strokes
    forward = Forwarding(OLD, NEW).strokes(done)
    assert forward.lost == []
    flat = "".join(f"{text}\n" for text in NEW.texts())
    for stroke in sorted(forward.strokes, key=lambda one: -one.start):
        flat = flat[: stroke.start] + stroke.text + flat[stroke.end :]
    assert flat.split("\n")[2] == "The council paid for most of it."


def test_what_was_changed_in_words_that_are_gone_is_told() -> None:
    returned = a_text(OLD.texts()[0].replace("April", "June"), OLD.texts()[1])
    forward = Forwarding(OLD, NEW).strokes(strokes_of(OLD, returned).strokes)
    assert (len(forward.strokes), len(forward.lost)) == (0, 1)


def test_between_two_drafts_that_read_the_same_nothing_moves() -> None:
    place = Anchor(1, 4, 1, 11)
    assert Forwarding(OLD, OLD).anchors([place]) == [place]
    assert Forwarding(OLD, NEW).anchors([place]) == [Anchor(2, 4, 2, 11)]
