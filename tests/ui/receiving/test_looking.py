from carfacilitator.services.files import OpenedFile
from carfacilitator.services.returns import KnownBy, Recognition, Whose
from carfacilitator.services.workspace import Services
from carfacilitator.ui.jobs import Job
from carfacilitator.ui.receiving.looking import Asked, Came, Refused, look, taken_in
from carfacilitator.word.reader import read
from tests.builders import a_draft, a_file, a_sample_draft
from tests.imitated_word import WordDesk
from tests.ui.receiving.conftest import ALAN, FIONA, Sent


def test_an_answer_is_in_at_once_and_twice_it_is_known(workspace: Services, sent: Sent) -> None:
    file = sent.answer(FIONA, FIONA)
    first, second = (look(file, workspace)(Job("Reading")) for _ in range(2))
    assert isinstance(first, Came)
    assert isinstance(second, Came)
    assert (first.taken.known_by, first.taken.already_known, first.newer) == (KnownBy.IDENTITY, False, None)
    assert second.taken.already_known
    assert len(workspace.returns.rows()) == 1


def test_a_gatekeepers_name_on_what_is_new_is_enough_without_identity(workspace: Services, sent: Sent) -> None:
    desk = WordDesk(workspace.drafts.original(sent.draft_id).data, ALAN, "2026-03-22T10:00:00Z")
    desk.comment("Nobody was hurt.", "Is that so?")
    found = look(sent.put(desk.save(), "export.docx"), workspace)(Job("Reading"))
    assert isinstance(found, Came)
    assert (found.taken.known_by, found.taken.gatekeeper) == (KnownBy.TEXT, ALAN)


def test_a_new_draft_of_the_author_is_never_taken_for_an_answer(workspace: Services, sent: Sent) -> None:
    desk = WordDesk(workspace.drafts.original(sent.draft_id).data, "Ailsa Reid")
    desk.insert("By the third night", " or so")
    found = look(sent.put(desk.save(), "draft 5.docx"), workspace)(Job("Reading"))
    assert isinstance(found, Asked)
    assert found.is_own
    assert found.draft is not None
    assert found.draft.number == 2
    assert workspace.returns.rows() == []


def test_the_newest_draft_is_named_where_an_older_one_was_answered(workspace: Services, sent: Sent) -> None:
    newest = a_draft(workspace, sent.study_id, a_sample_draft("keeping-a-tenancy-draft-3.docx"))
    data = sent.answer(FIONA, FIONA).read_bytes()
    came = taken_in(OpenedFile("back.docx", data, read(data)), workspace)
    assert came.newer is not None
    assert (came.newer.id, came.newer.number, came.newer.answered) == (newest, 2, 1)


def test_what_cannot_be_read_is_refused_with_its_sentence(workspace: Services, sent: Sent) -> None:
    found = look(sent.put(b"milk, bread", "shopping.docx"), workspace)(Job("Reading"))
    assert isinstance(found, Refused)
    assert found.sentence


def test_without_a_pack_that_is_like_it_a_file_is_a_draft() -> None:
    asked = Asked(a_file("Minutes."), (), Recognition(by=None, whose=Whose.UNKNOWN))
    assert asked.is_own
    assert not asked.is_theirs
    assert asked.draft is None
