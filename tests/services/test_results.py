import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest

from carfacilitator.document.blocks import Anchor
from carfacilitator.document.changes import changes
from carfacilitator.document.combining import decided
from carfacilitator.errors import KnownError, RefusedError
from carfacilitator.model.terms import Verdict
from carfacilitator.services.combined_reviews import EditChoice
from carfacilitator.services.files import OpenedFile
from carfacilitator.services.results import choices_of
from carfacilitator.services.workspace import Services
from carfacilitator.word.patches import Patch
from carfacilitator.word.patching import patched
from carfacilitator.word.reader import read
from carfacilitator.word.revisions import settle_some
from carfacilitator.word.settling import Verdict as Settle
from carfacilitator.word.suggestions import Suggestion
from tests.builders import NOON, a_case_study, a_draft, a_gatekeeper, a_sample_draft, a_workspace
from tests.came_back import came_back
from tests.services.test_returns import where


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    services = a_workspace(tmp_path)
    yield services
    services.close()


@pytest.fixture
def draft(services: Services) -> UUID:
    """Receive a draft of which a pack came back with a few words changed and a new paragraph."""
    draft = a_draft(services, a_case_study(services), a_sample_draft("keeping-a-tenancy-draft-4.docx"))
    pack = services.packs.make(services.packs.prepare(draft, a_gatekeeper(services, "Alan Petrie")))
    data = pack.document.data
    thing = where(data, "half a day")
    end = where(data, "I would not send a letter to a house without a floor.")
    new = Suggestion(
        anchor=type(end)(end.last, end.end, end.last, end.end),
        paragraphs=("", "Nor a bill."),
        author="Alan Petrie",
        when=NOON,
    )
    swap = Suggestion(anchor=thing, paragraphs=("a whole day",), author="Alan Petrie", when=NOON)
    answered = patched(data, Patch(suggestions=(swap, new), seed="a"))
    services.returns.receive(OpenedFile("alan.docx", answered, read(answered)))
    return draft


def accept_all(services: Services, draft: UUID) -> None:
    for edit in services.combined_reviews.open(draft).edits:
        services.combined_reviews.decide(draft, edit.key, EditChoice(verdict=Verdict.ACCEPTED))


def test_without_a_decision_there_is_nothing_to_make(services: Services, draft: UUID) -> None:
    assert services.results.preview(draft).file.data == services.drafts.original(draft).data
    with pytest.raises(KnownError):
        services.results.make_draft(draft)


def test_what_was_accepted_stands_in_the_authors_own_file_as_the_proposers_tracked_change(
    services: Services, draft: UUID
) -> None:
    accept_all(services, draft)
    made = services.results.make_draft(draft)
    document = services.drafts.document(made.id)
    assert any("a whole day and leaves" in text for text in document.texts())
    assert "Nor a bill." in document.texts()
    assert "Alan Petrie" in {change.author for change in changes(document)}
    assert services.drafts.open(made.id).arrived_by == "combined"
    assert len(choices_of(services.combined_reviews.open(draft))) == 2


def test_no_draft_is_made_while_names_are_seen_as_initials(services: Services, draft: UUID) -> None:
    accept_all(services, draft)
    services.discretion.enter()
    with pytest.raises(RefusedError):
        services.results.make_draft(draft)


def test_a_clean_draft_has_what_was_decided_and_keeps_the_authors_own_tracked_changes(
    services: Services, draft: UUID
) -> None:
    before = {change.text for change in changes(services.drafts.document(draft))}
    accept_all(services, draft)
    made = services.results.make_draft(draft, tracked=False)
    document = services.drafts.document(made.id)
    assert "Nor a bill." in document.texts()
    assert {change.text for change in changes(document)} == before


def test_an_own_wording_is_written_in_place_of_theirs(services: Services, draft: UUID) -> None:
    edit = next(one for one in services.combined_reviews.open(draft).edits if "half" in one.base_text)
    services.combined_reviews.decide(draft, edit.key, EditChoice(verdict=Verdict.OWN_WORDING, wording="most of a"))
    texts = services.results.preview(draft, tracked=False).file.document.texts()
    assert any("most of a day" in text for text in texts)
    assert "Nor a bill." not in texts


def test_two_paragraphs_that_an_own_wording_joins_are_one_when_it_is_accepted(services: Services) -> None:
    draft = a_draft(services, a_case_study(services), a_sample_draft("keeping-a-tenancy-draft-4.docx"))
    pack = services.packs.make(services.packs.prepare(draft, a_gatekeeper(services, "Ruth McKay"))).document.data
    end = where(pack, "leaves nothing to file.")
    between = Anchor(end.last, end.end, end.last + 1, 0)
    joined = Suggestion(anchor=between, paragraphs=(" ",), author="Ruth McKay", when=NOON)
    answered = patched(pack, Patch(suggestions=(joined,), seed="r"))
    services.returns.receive(OpenedFile("ruth.docx", answered, read(answered)))
    (edit,) = services.combined_reviews.open(draft).edits
    services.combined_reviews.decide(draft, edit.key, EditChoice(verdict=Verdict.OWN_WORDING, wording=""))
    tracked = services.results.preview(draft)
    texts = read(settle_some(tracked.file.data, {}, Settle.ACCEPT)).texts()
    assert any("nothing to file.What people" in text for text in texts)


@pytest.mark.oracle
@pytest.mark.skipif(shutil.which("pandoc") is None, reason="pandoc is not installed")
@pytest.mark.parametrize("tracked", [True, False])
def test_another_reader_finds_exactly_what_was_decided_once_all_is_accepted(
    sampled: Services, tmp_path: Path, *, tracked: bool
) -> None:
    draft, _ = came_back(sampled)
    for number, edit in enumerate(sampled.combined_reviews.open(draft).edits):
        own = EditChoice(verdict=Verdict.OWN_WORDING, wording=f"{edit.base_text} indeed ")
        made = own if number % 4 == 0 else EditChoice(verdict=Verdict.ACCEPTED, choice=len(edit.wordings) - 1)
        sampled.combined_reviews.decide(draft, edit.key, made)
    review = sampled.combined_reviews.open(draft)
    file = tmp_path / "combined.docx"
    file.write_bytes(sampled.results.preview(draft, tracked=tracked).file.data)
    told = subprocess.run(["pandoc", "-t", "json", str(file)], capture_output=True, check=True).stdout
    wanted = [_signs(line) for line in decided(review.combination, choices_of(review)).splitlines()]
    notes: list[object] = []
    said = _signs(" ".join(_strings(json.loads(told), notes)))
    said += _signs(" ".join(word for note in notes for word in _strings(note, [])))
    assert [line for line in wanted if line not in said] == []


def _strings(part: object, notes: list[object]) -> Iterator[str]:
    """Yield the words of what pandoc tells, without its notes, which are put aside."""
    if isinstance(part, dict) and part.get("t") == "Note":
        notes.append(part["c"])
    elif isinstance(part, dict):
        yield from [part["c"]] if part.get("t") == "Str" else []
        for one in part.values():
            yield from _strings(one, notes)
    elif isinstance(part, list):
        for one in part:
            yield from _strings(one, notes)


def _signs(text: str) -> str:
    """Return only letters and figures: quotation marks and spaces are told otherwise by every reader."""
    return "".join(sign for sign in text if sign.isalnum())
