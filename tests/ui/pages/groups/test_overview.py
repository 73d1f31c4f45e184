from uuid import UUID

from carfacilitator.services.workspace import Services
from carfacilitator.ui.pages.groups.overview import Overview, overview
from tests.builders import a_group


def test_meetings_are_held_until_they_have_ended(shown: Overview) -> None:
    assert shown.held == 3
    assert shown.next_meeting is shown.meetings[3]
    assert shown.last_met == shown.meetings[2].day


def test_who_came_is_told_for_the_meetings_held_while_one_was_a_member(shown: Overview) -> None:
    came = {member.place.person: member.came for member in shown.members}
    assert came["Jean Lockhart"].marks == ("full", "open", "unsaid")
    assert came["Jean Lockhart"].heard == "came to one of three meetings"
    assert came["Ailsa Reid"].marks == ("gap", "unsaid", "unsaid")
    assert came["Tom Baird"].marks == ("unsaid", "unsaid", "gap")


def test_a_members_study_is_told_by_its_stage(shown: Overview) -> None:
    stages = {member.place.person: (member.stage, member.study) for member in shown.members}
    assert stages["Jean Lockhart"] == (4, "The bus that isn’t there")
    assert stages["Ailsa Reid"] == (0, "")
    assert all(member.has_stages for member in shown.members)


def test_what_happened_since_the_last_meeting_is_told_without_the_words_of_mentoring(shown: Overview) -> None:
    assert [(one.who, one.what) for one in shown.between] == [
        ("Jean Lockhart", "draft 1 of ‘The bus that isn’t there’ arrived"),
        ("Ailsa Reid", "mentoring, facilitator only"),
    ]
    assert "ombudsman" not in repr(shown)


def test_a_group_that_has_just_begun_has_nothing_to_show_yet(services: Services) -> None:
    empty = overview(services, a_group(services))
    assert (empty.held, empty.next_meeting, empty.last_met, empty.members, empty.between) == (0, None, None, (), ())


def test_what_happened_before_the_last_meeting_is_not_between(services: Services, group_id: UUID) -> None:
    note = services.mentoring.rows()[0]
    services.mentoring.amend(note.id, day=overview(services, group_id).meetings[0].day)
    assert [one.who for one in overview(services, group_id).between] == ["Jean Lockhart"]
