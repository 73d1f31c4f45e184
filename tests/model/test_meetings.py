from datetime import date, time

from carfacilitator.model.groups import Group
from carfacilitator.model.meetings import AgendaItem, Meeting, MeetingAttendance
from carfacilitator.model.partnerships import Partnership
from carfacilitator.model.people import Person
from carfacilitator.model.terms import Attendance


def a_meeting() -> Meeting:
    group = Group(name="Group A", partnership=Partnership(name="Strathmorran"))
    return Meeting(group=group, day=date(2026, 3, 12), starts=time(10, 15))


def test_a_meeting_is_two_hours_at_home_until_told_otherwise() -> None:
    assert (a_meeting().minutes, a_meeting().zone) == (120, "Europe/London")


def test_no_answer_is_no_yes() -> None:
    answer = MeetingAttendance(meeting=a_meeting(), person=Person(name="Tom Baird"))
    assert answer.attendance is Attendance.NO_ANSWER


def test_what_is_private_about_an_agenda_item_has_its_own_place() -> None:
    item = AgendaItem(meeting=a_meeting(), title="Welcome", private_note="ask about the complaint")
    assert "complaint" not in item.title
