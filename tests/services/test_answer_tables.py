from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest

from carfacilitator.model.terms import Audience, Verdict
from carfacilitator.services.combined_reviews import EditChoice
from carfacilitator.services.files import OpenedFile
from carfacilitator.services.workspace import Services
from carfacilitator.word.patches import Patch
from carfacilitator.word.patching import patched
from carfacilitator.word.reader import read
from carfacilitator.word.suggestions import Suggestion
from tests.builders import NOON, a_case_study, a_draft, a_gatekeeper, a_sample_draft, a_workspace, an_anchor
from tests.services.test_returns import where

MORE_OF_ALAN = "Between us."


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    services = a_workspace(tmp_path)
    yield services
    services.close()


@pytest.fixture
def draft(services: Services) -> UUID:
    return a_draft(services, a_case_study(services), a_sample_draft("keeping-a-tenancy-draft-4.docx"))


@pytest.fixture
def pack(services: Services, draft: UUID) -> UUID:
    """Return a pack that came back with a change, and three remarks of which one is for the facilitator only."""
    made = came_back_of(services, draft, "Alan Petrie", {"half a day": "a whole day"})
    for text in ("Who says so?", MORE_OF_ALAN, "Too long."):
        services.returns.heard(made, text, an_anchor(services, draft, "dehumidifiers"))
    for remark in services.combined_reviews.open(draft).remarks:
        if remark.text == MORE_OF_ALAN:
            services.combined_reviews.show_to(remark.id, Audience.FACILITATOR)
        verdict = Verdict.REJECTED if remark.text == "Too long." else Verdict.ACCEPTED
        services.combined_reviews.answer(remark.id, verdict, f"About: {remark.text}")
    (edit,) = services.combined_reviews.open(draft).edits
    services.combined_reviews.decide(draft, edit.key, EditChoice(verdict=Verdict.REJECTED, reason="It was half."))
    return made


def came_back_of(services: Services, draft: UUID, name: str, swaps: dict[str, str]) -> UUID:
    """Return a pack that came back with these words in place of others."""
    made = services.packs.make(services.packs.prepare(draft, a_gatekeeper(services, name)))
    data = made.document.data
    wishes = [
        Suggestion(anchor=where(data, old), paragraphs=(new,), author=name, when=NOON) for old, new in swaps.items()
    ]
    answered = patched(data, Patch(suggestions=tuple(wishes), seed=f"{name} {swaps}"))
    services.returns.receive(OpenedFile(f"{name}.docx", answered, read(answered)))
    return made.stamp.id


def a_next_draft(services: Services, draft: UUID, swaps: dict[str, str]) -> UUID:
    """Return the next draft that the author sends, with these words in place of others."""
    data = services.drafts.original(draft).data
    wishes = [
        Suggestion(anchor=where(data, old), paragraphs=(new,), author="Ailsa", when=NOON) for old, new in swaps.items()
    ]
    written = patched(data, Patch(suggestions=tuple(wishes), seed="next"))
    study = services.drafts.open(draft).case_study_id
    return a_draft(services, study, OpenedFile("next.docx", written, read(written)))


def test_a_gatekeeper_reads_what_became_of_each_thing(services: Services, pack: UUID) -> None:
    table = services.answers.table(pack)
    assert [(row.said, row.done, row.why) for row in table.remarks] == [
        ("Who says so?", "Taken up", "About: Who says so?"),
        (MORE_OF_ALAN, "Taken up", f"About: {MORE_OF_ALAN}"),
        ("Too long.", "Not taken up", "About: Too long."),
    ]
    assert {row.where for row in table.remarks} == {"4 What we did, paragraph 3"}
    (edit,) = table.edits
    assert (edit.done, edit.why, edit.where) == ("Not taken up", "It was half.", "A letter is not contact, paragraph 2")
    assert (edit.quote, edit.said) == (
        "…it, and a visit takes half a day and leaves nothing to…",
        "…it, and a visit takes a whole day and leaves nothing to…",
    )
    assert table.undecided == 0


def test_nothing_that_others_said_is_in_a_table(services: Services, draft: UUID, pack: UUID) -> None:
    others = came_back_of(services, draft, "Ruth McKay", {"half a day": "an afternoon, PLANTED"})
    services.returns.heard(others, "PLANTED by Ruth.", an_anchor(services, draft, "dehumidifiers"))
    for remark in services.combined_reviews.open(draft).remarks[-1:]:
        services.combined_reviews.answer(remark.id, Verdict.REJECTED, "PLANTED answer.")
    table = services.answers.table(pack)
    assert "PLANTED" not in repr(table)
    assert [row.others for row in table.edits] == [1]
    assert "PLANTED" in repr(services.answers.table(others))
    assert MORE_OF_ALAN not in repr(services.answers.table(others))
    assert b"PLANTED" not in services.answers.word(table).data
    assert "PLANTED" not in " ".join(read(services.answers.word(table).data).texts())


def test_somebody_of_the_same_name_does_not_see_what_the_other_changed(services: Services, draft: UUID) -> None:
    first = came_back_of(services, draft, "John Smith", {"half a day": "a whole day"})
    second = came_back_of(services, draft, "John Smith", {"dehumidifiers": "fans"})
    assert [row.said for row in services.answers.table(first).edits] != [
        row.said for row in services.answers.table(second).edits
    ]
    assert len(services.answers.table(first).edits) == 1


def test_places_are_those_of_the_newest_draft(services: Services, draft: UUID, pack: UUID) -> None:
    headings = services.drafts.document(draft).texts()
    section = next(text for text in headings if text == "What we did")
    a_next_draft(services, draft, {section: "What was done"})
    table = services.answers.table(pack)
    assert (table.sent_number, table.draft_number) == (1, 2)
    assert {row.where for row in table.remarks} == {"4 What was done, paragraph 3"}


def test_what_was_cut_is_no_longer_there(services: Services, draft: UUID, pack: UUID) -> None:
    leaves = services.drafts.document(draft).texts()
    whole = next(text for text in leaves if "half a day" in text)
    study = services.drafts.open(draft).case_study_id
    document = services.drafts.original(draft)
    cut = Suggestion(anchor=where(document.data, whole), paragraphs=("",), author="Ailsa", when=NOON)
    data = patched(document.data, Patch(suggestions=(cut,), seed="cut"))
    a_draft(services, study, OpenedFile("cut.docx", data, read(data)))
    assert [row.where for row in services.answers.table(pack).edits] == ["No longer in the text"]


def test_what_was_brought_forward_is_answered_still(services: Services, draft: UUID, pack: UUID) -> None:
    newest = a_next_draft(services, draft, {"dehumidifiers": "fans"})
    (came,) = [row for row in services.returns.rows(pack_id=pack) if row.how == "file"]
    services.returns.bring_forward(came.id, newest)
    table = services.answers.table(pack)
    assert len(table.remarks) == 3
    (edit,) = table.edits
    assert (edit.draft_id, edit.verdict) == (newest, None)


def test_what_nobody_decided_yet_is_counted(services: Services, draft: UUID) -> None:
    pack = came_back_of(services, draft, "Ruth McKay", {"half a day": "an afternoon"})
    table = services.answers.table(pack)
    assert (table.undecided, [row.done for row in table.edits]) == (1, ["Not decided yet"])


def test_what_differs_is_told_in_whole_words(services: Services, pack: UUID) -> None:
    (edit,) = services.answers.table(pack).edits
    assert edit.parts == ("…it, and a visit takes ", "half a", "a whole", " day and leaves nothing to…")
    assert replace(edit, quote="a leaflet.", said="a leaflet or two.").parts == ("a leaflet", "", " or two", ".")
    assert replace(edit, quote="all of it", said="").parts == ("", "all of it", "", "")
