from carfacilitator.document.items import ItemKind
from carfacilitator.services.combined_reviews import CombinedReview
from carfacilitator.services.combined_rows import EditRow
from carfacilitator.ui.pages.combined.reading import Runs, as_sent, reading, sentences_around, shortened, will_read
from carfacilitator.ui.widgets.sheet_runs import Mark

_SIGNS = {Mark.CUT: "[-{}-]", Mark.NEW: "{{+{}+}}", Mark.MOVED: "<{}>"}


def edit_of(review: CombinedReview, kind: ItemKind, wordings: int = 1) -> EditRow:
    return next(one for one in review.edits if one.kind is kind and len(one.wordings) == wordings)


def told(runs: Runs) -> str:
    return "".join(_SIGNS.get(run.mark, "{}").format(run.text) for run in runs)


def plain(runs: Runs) -> str:
    return "".join(run.text for run in runs)


def test_a_wording_is_marked_against_what_was_sent_in_its_sentence(review: CombinedReview) -> None:
    edit = edit_of(review, ItemKind.CONFLICT, 3)
    ruth = next(one for one in edit.wordings if "council" in one.text)
    assert told(reading(review, edit, ruth).runs).strip() == (
        "Managers asked to discuss with [-me-]{+the council+} how the arrears figures would be shown."
    )


def test_what_is_put_in_stands_in_the_sentence_that_holds_the_place(review: CombinedReview) -> None:
    edit = edit_of(review, ItemKind.BOTH_INSERT, 2)
    assert told(reading(review, edit, edit.wordings[0]).runs) == "Nobody named a leaflet{+ or a website+}."


def test_a_passage_that_moves_is_shown_at_both_places_with_the_words_changed_in_it(review: CombinedReview) -> None:
    edit = edit_of(review, ItemKind.MOVED)
    read = reading(review, edit, edit.wordings[0])
    assert "two streets.< I had known most of the doors for years.>" in told(read.runs)
    assert told(read.there) == "Nobody has told me either.< I had known most of the doors for >{+many +}<years.>"
    assert read.goes.startswith("5 What I found")


def test_the_paragraph_is_read_with_a_wording_with_ones_own_and_with_none(review: CombinedReview) -> None:
    edit = edit_of(review, ItemKind.CONFLICT, 3)
    sent = as_sent(review, edit)
    assert told(will_read(review, edit, None)) == sent.text
    begin, end = sent.text[: sent.start], sent.text[sent.end :]
    for number, wording in enumerate(edit.wordings):
        assert plain(will_read(review, edit, number)) == f"{begin}{wording.text}{end}"
    own = will_read(review, edit, "said how")
    assert plain(own) == f"{begin}said how{end}"
    assert [run.text.strip() for run in own if run.mark is Mark.NEW] == ["said"]  # 'how' stood there before


def test_a_passage_that_moves_away_is_gone_from_its_paragraph_and_stands_in_another(review: CombinedReview) -> None:
    edit = edit_of(review, ItemKind.MOVED)
    moved = will_read(review, edit, 0)
    left, arrived = plain(moved).split("\n[…]\n")
    assert [run.mark for run in moved if run.mark is not Mark.PLAIN] == [Mark.MOVED]
    assert "most of the doors" not in left
    assert arrived.endswith("I had known most of the doors for many years.")
    assert "most of some doors" in plain(will_read(review, edit, " I had known most of some doors."))


def test_sentences_are_those_around_the_passage(review: CombinedReview) -> None:
    for edit in review.edits:
        sent = as_sent(review, edit)
        begin, end = sentences_around(sent)
        assert begin <= sent.start <= sent.end <= end
        assert sent.text[sent.start : sent.end] == edit.base_text.rstrip("\n")


def test_the_passage_is_found_again_in_a_shortened_paragraph(review: CombinedReview) -> None:
    for edit in review.edits:
        sent = as_sent(review, edit)
        short = shortened(sent)
        assert short.text[short.start : short.end] == sent.text[sent.start : sent.end].rstrip()
