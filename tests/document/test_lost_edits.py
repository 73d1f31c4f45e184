from hypothesis import given
from hypothesis import strategies as st

from carfacilitator.document.lost_edits import LostEdit, lost_edits
from carfacilitator.document.strokes import How, Stroke

TEXT = "It rained. Managers did not want the figures to be used. I asked.\nAnother paragraph.\n"


def stroke(words: str, others: str, how: How = How.TRACKED) -> Stroke:
    start = TEXT.index(words)
    return Stroke(start, start + len(words), others, how, None, "")


def test_strokes_in_one_sentence_are_one_edit_of_it() -> None:
    strokes = [stroke("to be used", "would be used"), stroke("did not want", "asked how")]
    assert lost_edits(TEXT, strokes) == [
        LostEdit(
            "Managers did not want the figures to be used.",
            "Managers asked how the figures would be used.",
            silent=False,
        )
    ]


def test_sentences_apart_are_edits_apart_in_the_order_of_the_text() -> None:
    strokes = [stroke("Another", "A", How.SILENT), stroke("It rained.", "")]
    assert [(one.before, one.after, one.silent) for one in lost_edits(TEXT, strokes)] == [
        ("It rained.", "", False),
        ("Another paragraph.", "A paragraph.", True),
    ]


def test_a_paragraph_that_was_put_in_or_cut_is_one_edit() -> None:
    at = TEXT.index("Another")
    (put,) = lost_edits(TEXT, [Stroke(at, at, "A new one.\n", How.TRACKED, None, "")])
    assert put.after.startswith("A new one.")
    (cut,) = lost_edits(TEXT, [Stroke(at, len(TEXT), "", How.TRACKED, None, "")])
    assert (cut.before, cut.after) == ("Another paragraph.", "")


@given(st.data())
def test_nothing_of_a_stroke_is_left_out(data: st.DataObject) -> None:
    places = sorted(data.draw(st.lists(st.integers(0, len(TEXT)), min_size=2, max_size=6)))
    pairs = list(zip(places[::2], places[1::2], strict=False))
    strokes = [Stroke(start, end, f"<{n}>", How.TRACKED, None, "") for n, (start, end) in enumerate(pairs)]
    told = lost_edits(TEXT, strokes)
    assert all(any(f"<{n}>" in one.after for one in told) for n in range(len(strokes)))
