from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest

from carfacilitator.document.items import ItemKind
from carfacilitator.errors import KnownError, NotFoundError
from carfacilitator.model.terms import Audience, Verdict
from carfacilitator.services.combined_reviews import EditChoice
from carfacilitator.services.files import OpenedFile
from carfacilitator.services.workspace import Services
from carfacilitator.word.commenting import NewComment
from carfacilitator.word.patches import Patch
from carfacilitator.word.patching import patched
from carfacilitator.word.reader import read
from carfacilitator.word.suggestions import Suggestion
from tests.builders import NOON, a_case_study, a_draft, a_gatekeeper, a_sample_draft, a_workspace, an_anchor
from tests.services.test_returns import where


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    services = a_workspace(tmp_path)
    yield services
    services.close()


@pytest.fixture
def draft(services: Services) -> UUID:
    """Receive a draft of which two packs came back with different wordings for one place, and the same remark."""
    draft = a_draft(services, a_case_study(services), a_sample_draft("keeping-a-tenancy-draft-4.docx"))
    for name, words in (("Alan Petrie", "a whole day"), ("Ruth McKay", "an afternoon")):
        pack = services.packs.make(services.packs.prepare(draft, a_gatekeeper(services, name)))
        data = pack.document.data
        swap = Suggestion(anchor=where(data, "half a day"), paragraphs=(words,), author=name, when=NOON)
        remark = NewComment(text="Is that really so?", author=name, made=NOON, anchor=where(data, "Mill Lane"))
        answered = patched(data, Patch(suggestions=(swap,), comments=(remark,), seed=name))
        services.returns.receive(OpenedFile(f"{name}.docx", answered, read(answered)))
    return draft


def test_two_wordings_for_one_place_are_one_conflict_with_both_names(services: Services, draft: UUID) -> None:
    review = services.combined_reviews.open(draft)
    (edit,) = review.edits
    assert (edit.kind, edit.people, edit.of, edit.decision) == (
        ItemKind.CONFLICT,
        ("Alan Petrie", "Ruth McKay"),
        2,
        None,
    )
    assert review.proposed == 2
    assert services.drafts.document(draft).texts()[edit.anchor.first][edit.anchor.start :].startswith(edit.base_text)


def test_what_two_say_alike_is_grouped(services: Services, draft: UUID) -> None:
    first, second = services.combined_reviews.open(draft).remarks
    assert (first.same_as, second.same_as) == (None, first.id)


def test_a_decision_is_kept_with_who_and_when_and_can_be_taken_back(services: Services, draft: UUID) -> None:
    (edit,) = services.combined_reviews.open(draft).edits
    services.combined_reviews.decide(draft, edit.key, EditChoice(verdict=Verdict.OWN_WORDING, wording="most of a day"))
    (decided,) = services.combined_reviews.open(draft).edits
    assert decided.decision is not None
    assert (decided.decision.wording, decided.decision.decided_by, decided.decision.decided_at) == (
        "most of a day",
        "Dr Isla Munro",
        NOON,
    )
    assert services.history.undo() == "made a decision on an edit"
    assert services.combined_reviews.open(draft).edits[0].decision is None
    services.history.redo()
    services.combined_reviews.leave_open(draft, edit.key)
    assert services.combined_reviews.open(draft).edits[0].decision is None


def test_to_reject_needs_a_reason_and_to_decide_needs_what_there_is(services: Services, draft: UUID) -> None:
    (edit,) = services.combined_reviews.open(draft).edits
    for wrong in (
        EditChoice(verdict=Verdict.REJECTED),
        EditChoice(verdict=Verdict.OWN_WORDING),
        EditChoice(verdict=Verdict.ACCEPTED, choice=7),
    ):
        with pytest.raises(KnownError):
            services.combined_reviews.decide(draft, edit.key, wrong)
    with pytest.raises(NotFoundError):
        services.combined_reviews.decide(draft, "another", EditChoice(verdict=Verdict.ACCEPTED))


def test_an_edit_to_discuss_becomes_a_comment_for_the_author(services: Services, draft: UUID) -> None:
    (edit,) = services.combined_reviews.open(draft).edits
    services.combined_reviews.decide(draft, edit.key, EditChoice(verdict=Verdict.DISCUSS))
    (thread,) = services.reviews.threads(draft)
    assert (thread.audience, thread.place.anchor) == (Audience.AUTHOR, edit.anchor)
    assert "an afternoon" in thread.text or "afternoon" in thread.text


def test_an_answered_remark_becomes_a_thread_and_a_declined_one_a_resolved_one(services: Services, draft: UUID) -> None:
    first, second = services.combined_reviews.open(draft).remarks
    services.combined_reviews.answer(first.id, Verdict.ACCEPTED, "Yes, she checked.")
    with pytest.raises(KnownError):
        services.combined_reviews.answer(second.id, Verdict.REJECTED)
    services.combined_reviews.answer(second.id, Verdict.REJECTED, "It stands in the files.")
    threads = {thread.author: thread for thread in services.reviews.threads(draft)}
    assert [reply.text for reply in threads["Alan Petrie"].replies] == ["Yes, she checked."]
    assert (threads["Alan Petrie"].is_open, threads["Ruth McKay"].is_open) == (True, False)
    rows = services.combined_reviews.open(draft).remarks
    assert [(row.verdict, row.decided_by) for row in rows] == [
        (Verdict.ACCEPTED, "Dr Isla Munro"),
        (Verdict.REJECTED, "Dr Isla Munro"),
    ]


def test_a_remark_is_sorted_placed_and_shown_by_hand(services: Services, draft: UUID) -> None:
    remark = services.combined_reviews.open(draft).remarks[0]
    kind = services.reviews.kinds()[-1]
    services.combined_reviews.sort(remark.id, kind.id)
    services.combined_reviews.show_to(remark.id, Audience.FACILITATOR)
    there = an_anchor(services, draft, "dehumidifiers")
    services.combined_reviews.place(remark.id, there)
    services.combined_reviews.answer(remark.id, Verdict.COMMENT)
    (thread,) = services.reviews.threads(draft)
    assert (thread.kind.id, thread.audience, thread.place.anchor) == (kind.id, Audience.FACILITATOR, there)


def test_to_keep_the_words_as_they_were_sent_needs_no_reason(services: Services, draft: UUID) -> None:
    (edit,) = services.combined_reviews.open(draft).edits
    services.combined_reviews.decide(draft, edit.key, EditChoice(verdict=Verdict.KEPT))
    decision = services.combined_reviews.open(draft).edits[0].decision
    assert decision is not None
    assert (decision.verdict, decision.choice, decision.wording) == (Verdict.KEPT, None, None)


def test_what_two_say_alike_is_answered_once_and_taken_back_in_one_step(services: Services, draft: UUID) -> None:
    first, second = services.combined_reviews.open(draft).remarks
    services.combined_reviews.answer(first.id, Verdict.ACCEPTED, "Yes, she checked.", [second.id])
    kind = services.reviews.kinds()[-1]
    services.combined_reviews.sort(first.id, kind.id, [second.id])
    rows = services.combined_reviews.open(draft).remarks
    assert [(row.verdict, row.answer, row.kind and row.kind.id) for row in rows] == [
        (Verdict.ACCEPTED, "Yes, she checked.", kind.id)
    ] * 2
    assert {thread.kind.id for thread in services.reviews.threads(draft)} == {kind.id}
    services.history.undo()
    services.history.undo()
    assert [row.verdict for row in services.combined_reviews.open(draft).remarks] == [None, None]
    assert services.reviews.threads(draft) == []
