from dataclasses import replace
from datetime import date

from carfacilitator.document.items import ItemKind
from carfacilitator.model.terms import Verdict
from carfacilitator.services.combined_reviews import CombinedReview, EditChoice
from carfacilitator.services.workspace import Services
from carfacilitator.ui.pages.combined import texts
from carfacilitator.ui.pages.combined.entries import Entry, Section, counts_of, entries_of
from tests.came_back import FIONA, RUTH
from tests.ui.pages.combined.test_reading import edit_of


def counted(entries: list[Entry]) -> dict[Section, int]:
    return {section: sum(entry.section is section for entry in entries) for section in Section}


def test_the_figures_are_those_of_the_review_and_promise_that_nothing_changes(review: CombinedReview) -> None:
    assert texts.title(review) == "Three packs came back"
    line = texts.second_line(review, 4)
    assert f"{len(review.remarks)} remarks and {review.proposed} edits in {len(review.edits)} places of draft 4" in line
    assert line.endswith(texts.PROMISE)
    assert texts.undecided(review) == f"Still undecided: {len(review.edits)} edits and {len(review.remarks)} remarks."


def test_rows_say_what_there_is_and_by_whom(review: CombinedReview) -> None:
    entries = entries_of(review)
    rows = [texts.row_of(entry, counted(entries)) for entry in entries]
    assert (rows[0].strong, rows[0].muted, rows[0].pills[0].text) == ("Changed, not tracked", "four → five", "FG")
    said = {row.strong for row in rows}
    assert {"Three wordings", "Cut, or edited", "Both put something in", "2 of 3 agree"} <= said
    assert "Moved elsewhere" in said
    assert any(row.muted.startswith("Two say the same: ") for row in rows)
    assert rows[0].section == "Look at first · 1"


def test_an_answer_says_what_it_brought_and_how(review: CombinedReview) -> None:
    counts = counts_of(review)
    fiona, ruth = ([voice for voice in review.voices if voice.person == name] for name in (FIONA, RUTH))
    assert texts.brought(fiona, counts) == "2 remarks · 5 edits, one not tracked"
    assert texts.came_as(fiona).startswith("Word · ‘Copy of pack")
    assert texts.brought(ruth, counts) == "2 remarks, one by phone · 3 edits"
    assert texts.came_as(ruth).startswith("Word")
    calls = [replace(voice, how="telephone", file_name="") for voice in ruth]
    assert texts.brought(calls, counts) == "2 remarks, two by phone · 3 edits"
    assert texts.came_as(calls) == ""
    assert texts.came_as([*fiona, replace(ruth[0], file_name="other.docx")]) == "Word"
    assert texts.nameless(review, fiona[0]) == "Author"
    assert texts.nameless(review, ruth[0]) == ""


def test_decisions_are_told_as_one_would_say_them(answered: Services, review: CombinedReview) -> None:
    edit = edit_of(review, ItemKind.CONFLICT, 3)
    ways = {
        Verdict.ACCEPTED: "Accepted Alan Petrie’s ‘wished to agree how’",
        Verdict.OWN_WORDING: "Wrote ‘saw’ for ‘asked to discuss with me how’",
        Verdict.KEPT: "Kept ‘asked to discuss with me how’ as sent",
        Verdict.REJECTED: "Rejected the change of ‘asked to discuss with me how’: It was so.",
    }
    for verdict, words in ways.items():
        choice = EditChoice(verdict=verdict, wording="saw", reason="It was so.")
        answered.combined_reviews.decide(review.draft_id, edit.key, choice)
        decided = edit_of(answered.combined_reviews.open(review.draft_id), ItemKind.CONFLICT, 3)
        assert decided.decision is not None
        assert texts.decided_words(decided, decided.decision) == words
        assert texts.headline(decided)[0].endswith("three wordings")


def test_an_edit_is_heard_whole(review: CombinedReview) -> None:
    entry = next(one for one in entries_of(review) if one.edit and len(one.edit.wordings) == 3)
    heard = texts.heard(entry, 12, "4 What we did, paragraph 4", [(FIONA, "cut “with me”")])
    assert heard == (
        f"Item {entry.number} of 12, three wordings, 4 What we did, paragraph 4. "
        "As sent: asked to discuss with me how. Alternative 1, Fiona Grant: cut “with me”."
    )


def test_who_decided_is_told_with_the_time(review: CombinedReview) -> None:
    when = review.voices[0].came_at
    assert texts.by_whom("Isla Munro", when, when.date()).startswith("Isla Munro · today, ")
    assert "March" in texts.by_whom("Isla Munro", when, date(2026, 6, 1))


def test_a_wording_says_who_else_signed_it_and_how_it_was_worded_before(review: CombinedReview) -> None:
    wording = replace(review.edits[0].wordings[0], tracked=True, signed=("Neil Orr",), earlier=("a\nmorning",))
    assert texts.known_besides(wording) == "Signed by Neil Orr · Said otherwise earlier: “a morning”"
    assert texts.known_besides(review.edits[0].wordings[0]) == ""
