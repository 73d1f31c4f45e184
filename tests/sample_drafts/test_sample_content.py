"""What the files of `resources/sample/` promise to the code that loads them."""

import tomllib
from datetime import UTC, date, datetime
from typing import Any

import pytest

from carfacilitator import paths
from carfacilitator.document.blocks import Document
from carfacilitator.model.terms import Attendance, Audience, GatekeeperKind, GroupKind, MentoringKind, Stage
from carfacilitator.word.reader import read

KINDS = {
    *("interpretation", "analysis", "writing style"),
    *("politics of presenting findings", "ethics and confidentiality", "evidence"),
}


def told(name: str) -> dict[str, Any]:
    return tomllib.loads(paths.resource("sample", f"{name}.toml").read_text(encoding="utf-8"))


SAMPLE, MEETINGS, NOTES, STUDIES = told("sample"), told("meetings"), told("mentoring"), told("case_studies")
TODAY = SAMPLE["today"]


def keys(table: str) -> set[str]:
    entries = SAMPLE.get(table) or STUDIES[table]
    found = [entry["key"] for entry in entries]
    assert len(found) == len(set(found))
    return set(found)


def drafts() -> dict[tuple[str, int], dict[str, Any]]:
    return {
        (study["key"], number): draft
        for study in STUDIES["case_study"]
        for number, draft in enumerate(study.get("draft", ()), start=1)
    }


@pytest.fixture(scope="module")
def documents() -> dict[tuple[str, int], Document]:
    return {place: read(paths.resource("sample", draft["file"]).read_bytes()) for place, draft in drafts().items()}


def test_the_sample_lives_on_one_morning_in_march() -> None:
    assert datetime(2026, 3, 10, 9, 0, tzinfo=UTC) == TODAY
    assert f"{TODAY:%A}" == "Tuesday"


def test_two_sites_have_the_size_of_real_ones() -> None:
    assert [entry["key"] for entry in SAMPLE["partnership"]] == ["strathmorran", "eastlaw"]
    assert sum(group.get("stated_size", 0) for group in SAMPLE["group"]) == 87
    members = [m["group"] for person in SAMPLE["person"] for m in person["groups"]]
    assert members.count("strathmorran-studies") == 6
    assert len(SAMPLE["person"]) == 38


def test_every_group_person_and_gatekeeper_names_what_exists_in_words_of_the_practice() -> None:
    for group in SAMPLE["group"]:
        assert group["partnership"] in keys("partnership")
        assert GroupKind(group["kind"])
    for person in SAMPLE["person"]:
        assert {membership["group"] for membership in person["groups"]} <= keys("group")
    for gatekeeper in SAMPLE["gatekeeper"]:
        assert gatekeeper["partnership"] in keys("partnership")
        assert GatekeeperKind(gatekeeper["kind"])


def test_every_address_and_number_is_one_that_cannot_be_anybodys() -> None:
    for entry in [SAMPLE["facilitator"], *SAMPLE["person"], *SAMPLE["gatekeeper"]]:
        assert entry.get("email", "x.example").endswith(".example")
        assert entry.get("telephone", "01632 960 000").startswith("01632 960 ")


def test_meetings_are_of_groups_that_exist_and_attended_by_their_members() -> None:
    members = {(m["group"], person["key"]) for person in SAMPLE["person"] for m in person["groups"]}
    for meeting in MEETINGS["meeting"]:
        for person, attendance in meeting.get("attendance", {}).items():
            assert (meeting["group"], person) in members
            held = meeting["day"] < TODAY.date()
            past = {Attendance.PRESENT, Attendance.ABSENT, Attendance.APOLOGIES}
            assert Attendance(attendance) in (past if held else {Attendance.COMING, Attendance.APOLOGIES})


def test_an_agenda_is_as_long_as_its_meeting() -> None:
    for meeting in MEETINGS["meeting"]:
        if "agenda" in meeting:
            assert sum(item["minutes"] for item in meeting["agenda"]) == meeting["minutes"], meeting["title"]


def test_the_case_study_group_meets_ten_times_on_days_when_all_can() -> None:
    days = [m["day"] for m in MEETINGS["meeting"] if m["group"] == "strathmorran-studies"]
    assert len(days) == 10
    assert days == sorted(days)
    assert {f"{day:%A}" for day in days} == {"Thursday"}
    assert (days[0].year, days[-1].year) == (2025, 2026)
    assert min(day for day in days if day >= TODAY.date()) == date(2026, 3, 12)


def test_mentoring_notes_are_about_people_who_exist_and_lie_in_the_past() -> None:
    for note in NOTES["note"]:
        assert note["person"] in keys("person")
        assert MentoringKind(note["kind"])
        assert note["day"] < TODAY.date()
        assert note["shared_part"]
        assert note["private_part"]


def test_case_studies_justify_every_stage_that_lies_behind_them() -> None:
    order = list(Stage)
    for study in STUDIES["case_study"]:
        assert study["group"] in keys("group")
        assert study["author"] in keys("person")
        stages = {Stage(stage) for stage in study.get("justifications", {})}
        assert set(order[: order.index(Stage(study["stage"]))]) <= stages


def test_drafts_arrive_in_their_order_and_read_without_loss(documents: dict[tuple[str, int], Document]) -> None:
    for study in STUDIES["case_study"]:
        arrived = [draft["received_at"] for draft in study.get("draft", ())]
        assert arrived == sorted(arrived)
        assert all(instant < TODAY for instant in arrived)
    assert not [finding for document in documents.values() for finding in document.report]


def test_every_comment_stands_on_words_of_its_draft(documents: dict[tuple[str, int], Document]) -> None:
    for comment in STUDIES["comment"]:
        texts = documents[comment["case_study"], comment["draft"]].texts()
        found = sum(text.count(comment["quotation"]) for text in texts)
        assert found >= comment.get("occurrence", 1), comment["quotation"]
        assert "occurrence" in comment or found == 1, comment["quotation"]


def test_comments_have_a_known_kind_and_audience_and_an_order_in_time() -> None:
    assert {comment["kind"] for comment in STUDIES["comment"]} == KINDS
    for comment in STUDIES["comment"]:
        assert Audience(comment["audience"])
        instants = [reply["at"] for reply in comment.get("replies", ())]
        assert instants == sorted(instants)
        draft = drafts()[comment["case_study"], comment["draft"]]
        assert draft["received_at"] < comment["at"] < TODAY
        assert all(comment["at"] < instant < TODAY for instant in instants)
        assert comment.get("resolved_at", TODAY) > comment["at"]


def test_eleven_comments_were_open_when_the_fourth_draft_arrived() -> None:
    arrived = drafts()["tenancy", 4]["received_at"]
    still_open = [
        comment
        for comment in STUDIES["comment"]
        if comment["case_study"] == "tenancy" and comment["at"] < arrived and "resolved_at" not in comment
    ]
    assert len(still_open) == 11


def test_packs_go_to_gatekeepers_who_exist() -> None:
    for pack in STUDIES["pack"]:
        assert pack["gatekeeper"] in keys("gatekeeper")
        assert drafts()[pack["case_study"], pack["draft"]]["received_at"] < pack["made_at"] < pack["handed_over_at"]
