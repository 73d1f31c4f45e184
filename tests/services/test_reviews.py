from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest

from carfacilitator.document.anchors import AnchorState
from carfacilitator.document.blocks import Anchor
from carfacilitator.document.comparison import RowKind
from carfacilitator.errors import KnownError, NotFoundError
from carfacilitator.model.clock import FixedClock
from carfacilitator.model.terms import Audience
from carfacilitator.services.reviews import Remark, Speaker
from carfacilitator.services.threads import Thread
from carfacilitator.services.workspace import Services
from tests.builders import NOON, a_case_study, a_comment, a_draft, a_file, a_workspace, an_anchor

FLOOD = "When the water came in November forty-one tenancies were at risk in two streets of the town."
PROOF = "The evidence shows that early contact works, and that letters do not."
LETTER = "A letter is not contact. Nobody whom I asked could tell me what the letters had meant to say."
FIRST, SECOND = a_file(FLOOD, PROOF, LETTER), a_file(FLOOD, LETTER)


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    services = a_workspace(tmp_path)
    yield services
    services.close()


@pytest.fixture
def first(services: Services) -> UUID:
    return a_draft(services, a_case_study(services), FIRST)


def second_of(services: Services) -> UUID:
    return a_draft(services, services.case_studies.rows()[0].id, SECOND)


def the_thread(services: Services, draft_id: UUID) -> Thread:
    (thread,) = services.reviews.threads(draft_id)
    return thread


def test_two_drafts_are_compared_with_their_texts_at_hand(services: Services, first: UUID) -> None:
    pair = services.reviews.compare(first, second_of(services))
    assert (pair.old, pair.new) == (FIRST.document, SECOND.document)
    assert [row.kind for row in pair.comparison.rows] == [RowKind.SAME, RowKind.DELETED, RowKind.SAME]


def test_a_draft_compared_with_itself_is_its_text_alone(services: Services, first: UUID) -> None:
    assert {row.kind for row in services.reviews.compare(first, first).comparison.rows} == {RowKind.SAME}


def test_a_comment_is_the_facilitators_and_for_the_author_unless_said_otherwise(
    services: Services, first: UUID
) -> None:
    a_comment(services, first, "forty-one", "Which streets?")
    thread = the_thread(services, first)
    assert (thread.text, thread.author, thread.initials, thread.audience) == (
        "Which streets?",
        "Dr Isla Munro",
        "IM",
        Audience.AUTHOR,
    )
    assert (thread.created_at, thread.is_open, thread.begun_on, thread.kind.letter) == (NOON, True, 1, "I")
    assert (thread.place.anchor, thread.place.state, thread.place.quote) == (
        Anchor(0, 32, 0, 41),
        AnchorState.EXACT,
        "forty-one",
    )


def test_a_comment_of_somebody_else_bears_their_name(services: Services, first: UUID) -> None:
    remark = Remark(text="Hm.", kind_id=services.reviews.kinds()[1].id, by=Speaker("Dougie Kerr", "DK"))
    services.reviews.comment(first, an_anchor(services, first, "A letter"), remark)
    assert (the_thread(services, first).author, the_thread(services, first).kind.name) == ("Dougie Kerr", "Analysis")


def test_a_comment_may_span_paragraphs(services: Services, first: UUID) -> None:
    remark = Remark(text="All of it.", kind_id=services.reviews.kinds()[0].id)
    services.reviews.comment(first, Anchor(1, 4, 2, 8), remark)
    assert the_thread(services, first).place.quote == f"{PROOF[4:]}\nA letter"


@pytest.mark.parametrize("anchor", [Anchor(9, 0, 9, 1), Anchor(0, 0, 0, 500), Anchor(2, 0, 1, 1), Anchor(0, 9, 0, 3)])
def test_a_passage_that_is_not_in_the_draft_is_refused(services: Services, first: UUID, anchor: Anchor) -> None:
    with pytest.raises(KnownError, match="do not stand in this draft"):
        services.reviews.comment(first, anchor, Remark(text="x", kind_id=services.reviews.kinds()[0].id))
    assert services.reviews.threads(first) == []


def test_an_empty_remark_or_reply_is_refused(services: Services, first: UUID) -> None:
    with pytest.raises(KnownError, match="nothing written"):
        a_comment(services, first, "forty-one", "  ")
    comment_id = a_comment(services, first, "forty-one")
    with pytest.raises(KnownError, match="nothing written"):
        services.reviews.reply(comment_id, "")
    with pytest.raises(KnownError, match="nothing written"):
        services.reviews.amend(comment_id, text=" ")


def test_threads_stand_in_the_order_of_the_text(services: Services, first: UUID) -> None:
    for words in ("A letter", "forty-one", "water"):
        a_comment(services, first, words, words)
    assert [thread.text for thread in services.reviews.threads(first)] == ["water", "forty-one", "A letter"]


def test_replies_stand_in_their_order_and_are_seen_by_those_who_see_the_comment(
    services: Services, first: UUID
) -> None:
    comment_id = a_comment(services, first, "forty-one", audience=Audience.GROUP)
    services.reviews.reply(comment_id, "Fifteen of the nineteen.", Speaker("Ailsa Reid", "AR"))
    assert isinstance(services.clock, FixedClock)
    services.clock.instant = datetime(2026, 3, 11, 9, 0, tzinfo=UTC)
    second = services.reviews.reply(comment_id, "Then say so.")
    services.reviews.amend_reply(second, "Then please say so.")
    replies = the_thread(services, first).replies
    assert [(reply.author, reply.text, reply.audience) for reply in replies] == [
        ("Ailsa Reid", "Fifteen of the nineteen.", Audience.GROUP),
        ("Dr Isla Munro", "Then please say so.", Audience.GROUP),
    ]
    services.reviews.remove_reply(second)
    assert len(the_thread(services, first).replies) == 1


def test_replies_are_never_for_more_people_than_their_comment(services: Services, first: UUID) -> None:
    comment_id = a_comment(services, first, "forty-one", audience=Audience.GROUP)
    services.reviews.reply(comment_id, "Between us.")
    services.reviews.amend(comment_id, audience=Audience.FACILITATOR)
    assert the_thread(services, first).replies[0].audience is Audience.FACILITATOR
    services.reviews.amend(comment_id, audience=Audience.PUBLIC)
    assert the_thread(services, first).replies[0].audience is Audience.FACILITATOR


def test_text_kind_and_audience_of_a_comment_can_be_altered_and_taken_back(services: Services, first: UUID) -> None:
    comment_id = a_comment(services, first, "forty-one")
    ethics = services.reviews.kinds()[4]
    services.reviews.amend(comment_id, text="Who could be known?", kind_id=ethics.id, audience=Audience.FACILITATOR)
    thread = the_thread(services, first)
    assert (thread.text, thread.kind, thread.audience) == ("Who could be known?", ethics, Audience.FACILITATOR)
    services.history.undo()
    thread = the_thread(services, first)
    assert (thread.text, thread.kind.letter, thread.audience) == ("How do we know?", "I", Audience.AUTHOR)


def test_a_resolved_comment_can_be_reopened_and_is_counted_by_its_kind(services: Services, first: UUID) -> None:
    study_id = services.case_studies.rows()[0].id
    one, two = (a_comment(services, first, words) for words in ("forty-one", "A letter"))
    services.reviews.amend(two, kind_id=services.reviews.kinds()[5].id)
    counts = services.reviews.counts(study_id)
    assert [(kind.letter, count) for kind, count in counts.open.items()] == [("I", 1), ("V", 1)]
    services.reviews.resolve(one)
    counts = services.reviews.counts(study_id)
    assert ([kind.letter for kind in counts.open], counts.resolved) == (["V"], 1)
    assert services.case_studies.rows()[0].open_comments == 1
    services.reviews.reopen(one)
    assert services.reviews.counts(study_id).resolved == 0


def test_a_removed_comment_is_gone_with_its_replies_until_undo(services: Services, first: UUID) -> None:
    comment_id = a_comment(services, first, "forty-one")
    services.reviews.reply(comment_id, "Yes.")
    services.reviews.remove(comment_id)
    assert services.reviews.threads(first) == []
    services.history.undo()
    assert len(the_thread(services, first).replies) == 1


def test_an_orphan_is_placed_by_hand(services: Services, first: UUID) -> None:
    comment_id = a_comment(services, first, "The evidence shows that early contact works")
    second = second_of(services)
    (orphan,) = services.reviews.orphans(second)
    assert (orphan.id, orphan.place.anchor, orphan.place.near) == (comment_id, None, 0)
    anchor = an_anchor(services, second, "A letter is not contact.")
    services.reviews.place(comment_id, second, anchor)
    place = the_thread(services, second).place
    assert (place.anchor, place.state, place.quote) == (anchor, AnchorState.MANUAL, "A letter is not contact.")
    assert place.old_quote == "The evidence shows that early contact works"
    assert services.reviews.orphans(second) == []
    services.history.undo()
    assert len(services.reviews.orphans(second)) == 1


def test_an_orphan_has_no_place_to_confirm_but_can_be_closed_as_answered(services: Services, first: UUID) -> None:
    comment_id = a_comment(services, first, "The evidence shows that early contact works")
    second = second_of(services)
    with pytest.raises(KnownError, match="no passage"):
        services.reviews.confirm(comment_id, second)
    services.reviews.resolve(comment_id)
    assert services.reviews.orphans(second) == []


def test_passages_that_read_alike_are_offered_for_an_orphan(services: Services, first: UUID) -> None:
    comment_id = a_comment(services, first, "The evidence shows that early contact works")
    study_id = services.case_studies.rows()[0].id
    alike = "Some evidence showed me that an early contact had worked for them, or so I thought at the time."
    second = a_draft(services, study_id, a_file(FLOOD, LETTER, "A new page.", alike))
    offered = services.reviews.candidates(comment_id, second)
    assert all(anchor.first == 3 for anchor in offered[:1])
    assert services.reviews.candidates(comment_id, first) == ()


def test_a_comment_is_not_left_behind_by_the_draft_it_began_on(services: Services, first: UUID) -> None:
    comment_id = a_comment(services, first, "forty-one")
    with pytest.raises(KnownError, match="began on this draft"):
        services.reviews.leave_behind(comment_id, first)


def test_a_comment_that_does_not_stand_in_a_draft_is_not_placed_there(services: Services, first: UUID) -> None:
    second = second_of(services)
    comment_id = a_comment(services, first, "forty-one")
    with pytest.raises(NotFoundError):
        services.reviews.place(comment_id, second, Anchor(0, 0, 0, 1))


def test_who_may_see_a_reply_is_said_by_hand_and_narrowed_again_with_its_comment(
    services: Services, first: UUID
) -> None:
    comment_id = a_comment(services, first, "forty-one")
    reply_id = services.reviews.reply(comment_id, "Both streets.")
    services.reviews.show_reply_to(reply_id, Audience.GROUP)
    services.reviews.amend(comment_id, text="Which streets?")
    assert the_thread(services, first).replies[0].audience is Audience.GROUP
    services.reviews.amend(comment_id, audience=Audience.FACILITATOR)
    assert the_thread(services, first).replies[0].audience is Audience.FACILITATOR


def test_a_comment_is_for_no_more_than_its_draft_unless_said_by_hand(services: Services, first: UUID) -> None:
    services.drafts.amend(first, audience=Audience.FACILITATOR)
    kind_id, anchor = services.reviews.kinds()[0].id, an_anchor(services, first, "forty-one")
    services.reviews.comment(first, anchor, Remark(text="Mine.", kind_id=kind_id))
    services.reviews.comment(first, anchor, Remark(text="Theirs.", kind_id=kind_id, audience=Audience.GROUP))
    audiences = {thread.text: thread.audience for thread in services.reviews.threads(first)}
    assert audiences == {"Mine.": Audience.FACILITATOR, "Theirs.": Audience.GROUP}
