from pathlib import Path

from tests.builders import a_case_study, a_comment, a_draft, a_file, a_workspace


def test_lost_comments_come_before_those_with_a_place_and_each_tells_the_draft_it_began_on(tmp_path: Path) -> None:
    services = a_workspace(tmp_path)
    study_id = a_case_study(services)
    first = a_draft(services, study_id, a_file("The beginning of it all stands here.", "This will be cut altogether."))
    a_comment(services, first, "cut altogether", "lost")
    second = a_draft(services, study_id, a_file("The beginning of it all stands here.", "An end."))
    a_comment(services, second, "The beginning", "placed")
    threads = services.reviews.threads(second)
    services.close()
    assert [(thread.text, thread.begun_on) for thread in threads] == [("lost", 1), ("placed", 2)]
