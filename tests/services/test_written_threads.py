from pathlib import Path

from carfacilitator.services.written_threads import written
from tests.builders import NOON, a_case_study, a_comment, a_draft, a_sample_draft, a_workspace


def test_a_thread_is_written_with_its_place_its_state_and_its_replies(tmp_path: Path) -> None:
    services = a_workspace(tmp_path)
    draft = a_draft(services, a_case_study(services), a_sample_draft("keeping-a-tenancy-draft-4.docx"))
    comment = a_comment(services, draft, "Nobody was hurt", "Whose view is this?")
    services.reviews.reply(comment, "The joiner's.")
    services.reviews.resolve(comment)
    (thread,) = services.reviews.threads(draft)
    made = written(thread)
    assert (made.text, made.anchor, made.resolved) == ("Whose view is this?", thread.place.anchor, True)
    assert (made.made, made.author) == (NOON, "Dr Isla Munro")
    assert [reply.text for reply in made.replies] == ["The joiner's."]
    services.close()
