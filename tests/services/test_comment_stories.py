from pathlib import Path

from carfacilitator.model.reviews import Comment
from carfacilitator.services import comment_stories, records
from tests.builders import NOON, a_case_study, a_comment, a_draft, a_file, a_workspace


def test_what_was_taken_back_is_told_too_with_when_and_by_whom(tmp_path: Path) -> None:
    services = a_workspace(tmp_path)
    draft_id = a_draft(services, a_case_study(services), a_file("A letter is not contact."))
    comment_id = a_comment(services, draft_id, "letter")
    services.reviews.remove(comment_id)
    services.history.undo()
    with services.database.reading() as session:
        story = comment_stories.story(session, records.get(session, Comment, comment_id))
    services.close()
    assert [moment.verb for moment in story] == ["added", "removed", "took back"]
    assert {(moment.at, moment.who) for moment in story} == {(NOON, "Dr Isla Munro")}
