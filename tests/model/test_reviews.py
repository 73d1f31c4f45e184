from datetime import UTC, datetime

from carfacilitator.model.case_studies import CaseStudy, Draft, StoredFile
from carfacilitator.model.groups import Group
from carfacilitator.model.partnerships import Partnership
from carfacilitator.model.people import Person
from carfacilitator.model.reviews import Comment, CommentAnchor, CommentKind, ComparisonProfile, KeptRemark, Reply
from carfacilitator.model.terms import AnchorState, Audience

NOW = datetime(2026, 3, 10, tzinfo=UTC)


def a_draft() -> Draft:
    group = Group(name="Group A", partnership=Partnership(name="Strathmorran"))
    study = CaseStudy(group=group, author=Person(name="Ailsa Reid"), title="Keeping a tenancy")
    file = StoredFile(sha256="00", size=1, content=b"x")
    return Draft(case_study=study, file=file, number=1, received_at=NOW)


def a_comment() -> Comment:
    kind = CommentKind(name="analysis", letter="A", colour="analysis")
    return Comment(draft=a_draft(), kind=kind, author_name="Isla", text="Who says so?", created_at=NOW)


def test_a_comment_is_open_and_confidential_at_first() -> None:
    comment = a_comment()
    assert comment.resolved_at is None
    assert comment.audience is Audience.FACILITATOR


def test_a_comment_without_a_place_is_an_orphan() -> None:
    place = CommentAnchor(comment=a_comment(), draft=a_draft(), state=AnchorState.ORPHAN, near=3)
    assert (place.first, place.start, place.last, place.end) == (None, None, None, None)


def test_a_reply_belongs_to_its_comment() -> None:
    comment = a_comment()
    assert Reply(comment=comment, author_name="Ailsa", text="I do.", created_at=NOW).comment is comment


def test_a_kind_of_comment_is_in_use_until_it_is_retired() -> None:
    assert a_comment().kind.retired_at is None


def test_a_frequent_remark_belongs_to_a_kind_and_a_way_of_comparing_to_nothing() -> None:
    kind = a_comment().kind
    assert KeptRemark(kind=kind, text="How do we know?").kind is kind
    assert ComparisonProfile(name="Wording only", choices={"ignore_case": True}).choices["ignore_case"]
