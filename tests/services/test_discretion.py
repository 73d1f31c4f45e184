from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from carfacilitator.errors import RefusedError, WrongPassphraseError
from carfacilitator.model.terms import Audience
from carfacilitator.services.discretion import Discretion
from carfacilitator.services.packs import PackWishes
from carfacilitator.services.workspace import Services
from tests.builders import (
    PASSPHRASE,
    a_case_study,
    a_comment,
    a_draft,
    a_file,
    a_gatekeeper,
    a_group,
    a_meeting,
    a_member,
    a_sample_draft,
    a_workspace,
)


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    services = a_workspace(tmp_path)
    yield services
    services.close()


@pytest.fixture
def discretion(services: Services) -> Discretion:
    return services.discretion


def test_names_are_initials_and_back_stage_words_are_gone(services: Services, discretion: Discretion) -> None:
    group_id = a_group(services, notes="a hard group")
    person_id = a_member(services, group_id, "Ailsa Reid")
    services.people.amend(person_id, needs="a lift", email="ailsa@example.org")
    a_gatekeeper(services, "Dr Alan Petrie", cares_about="the budget")
    a_meeting(services, group_id, notes="Ailsa spoke, and Petrie listened.", private_note="tense")
    discretion.enter()
    person = services.people.open(person_id)
    assert (person.name, person.needs, person.email) == ("AR", "", "")
    (gatekeeper,) = (services.gatekeepers.open(row.id) for row in services.gatekeepers.rows())
    assert (gatekeeper.name, gatekeeper.cares_about) == ("AP", "")
    (meeting,) = services.meetings.rows()
    details = services.meetings.open(meeting.id)
    assert (details.notes, details.private_note) == ("AR spoke, and AP listened.", "")
    assert services.groups.open(group_id).notes == ""


def test_names_in_what_was_wished_for_a_pack_are_initials(services: Services, discretion: Discretion) -> None:
    draft_id = a_draft(services, a_case_study(services), a_sample_draft("keeping-a-tenancy-draft-3.docx"))
    wishes = PackWishes(questions=("Did Ailsa Reid agree?",), word="Dear Alan Petrie")
    made = services.packs.make(services.packs.prepare(draft_id, a_gatekeeper(services), wishes))
    discretion.enter()
    seen = services.packs.wishes(made.stamp.id)
    assert (seen.questions, seen.word) == (("Did AR agree?",), "Dear AP")


def test_confidential_rows_are_neither_listed_nor_counted_nor_searched(
    services: Services, discretion: Discretion
) -> None:
    study_id = a_case_study(services)
    draft_id = a_draft(services, study_id, a_file("It rained in Shore Street."))
    a_comment(services, draft_id, "rained", "Her manager objects.", Audience.FACILITATOR)
    a_comment(services, draft_id, "Shore", "Which end?", Audience.AUTHOR)
    (person,) = services.people.rows()
    services.mentoring.add(person.id, private_part="pressed by Petrie")
    before = len(services.history.events())
    discretion.enter()
    assert services.mentoring.rows() == []
    assert [thread.text for thread in services.reviews.threads(draft_id)] == ["Which end?"]
    assert services.drafts.open(draft_id).open_comments == 1
    assert sum(services.reviews.counts(study_id).open.values()) == 1
    assert services.search.hits("petrie", confidential=True) == []
    assert services.search.hits("manager", confidential=True) == []
    assert len(services.history.events()) == before - 2
    assert services.history.can_undo() != "added a mentoring note"


def test_it_takes_the_passphrase_to_see_everything_again(services: Services, discretion: Discretion) -> None:
    person_id = a_member(services, a_group(services), "Ailsa Reid")
    discretion.enter()
    with pytest.raises(WrongPassphraseError):
        discretion.leave("guessed")
    assert services.people.open(person_id).name == "AR"
    discretion.leave(PASSPHRASE)
    assert services.people.open(person_id).name == "Ailsa Reid"


def test_whoever_listens_hears_that_everything_changed(services: Services, discretion: Discretion) -> None:
    heard: list[frozenset[str]] = []
    services.on_change(heard.append)
    discretion.enter()
    discretion.leave(PASSPHRASE)
    assert len(heard) == 2
    assert all({"Person", "MentoringNote", "Event"} <= names for names in heard)


def test_what_is_shown_veiled_cannot_be_altered_and_the_rest_can(services: Services, discretion: Discretion) -> None:
    group_id = a_group(services)
    person_id = a_member(services, group_id, "Ailsa Reid")
    meeting_id = a_meeting(services, group_id, notes="Ailsa spoke.", purpose="to plan")
    discretion.enter()
    with pytest.raises(RefusedError, match="not shown as it stands"):
        services.people.amend(person_id, name="AR B")
    with pytest.raises(RefusedError, match="not shown as it stands"):
        services.meetings.amend(meeting_id, notes="Nobody spoke.")
    services.meetings.amend(meeting_id, notes="AR spoke. All agreed.")
    services.meetings.amend(meeting_id, purpose="to decide")
    discretion.leave(PASSPHRASE)
    assert services.people.open(person_id).name == "Ailsa Reid"
    assert services.meetings.open(meeting_id).notes == "Ailsa spoke. All agreed."


def test_a_name_that_comes_while_it_is_discreet_is_veiled_too(services: Services, discretion: Discretion) -> None:
    group_id = a_group(services)
    discretion.enter()
    a_member(services, group_id, "Morag Baird")
    meeting_id = a_meeting(services, group_id, date(2026, 4, 1), notes="Morag came.")
    assert services.meetings.open(meeting_id).notes == "MB came."


def test_what_was_being_typed_is_not_brought_back_and_not_lost(services: Services, discretion: Discretion) -> None:
    services.unsaved.keep("person:1:notes", "half a sentence")
    discretion.enter()
    assert services.unsaved.text("person:1:notes") is None
    assert services.unsaved.recovered() == []
    discretion.leave(PASSPHRASE)
    assert services.unsaved.text("person:1:notes") == "half a sentence"


def test_those_who_wrote_in_a_draft_are_initials_and_its_words_stand(
    services: Services, discretion: Discretion
) -> None:
    study_id = a_case_study(services)
    draft_id = a_draft(services, study_id, a_file("Ailsa Reid and the flood."))
    discretion.enter()
    assert services.drafts.document(draft_id).texts() == ("Ailsa Reid and the flood.",)
    assert services.drafts.open(draft_id).received_from == "AR"
    (hit,) = services.search.hits("flood")
    assert hit.snippet == "AR and the flood."


def test_a_text_in_which_initials_may_stand_for_a_name_is_told(services: Services) -> None:
    a_member(services, a_group(services), "Tom Baird")
    assert not services.discretion.may_hide_a_name("TB spoke.")
    services.discretion.enter()
    assert services.discretion.may_hide_a_name("TB spoke.")
    assert not services.discretion.may_hide_a_name("Everybody spoke.")
    services.discretion.leave(PASSPHRASE)
    assert not services.discretion.may_hide_a_name("TB spoke.")


def test_what_was_typed_behind_initials_is_put_behind_the_names(services: Services) -> None:
    a_member(services, a_group(services), "Tom Baird")
    assert services.discretion.with_names("Tom Baird spoke.", "TB spoke. All agreed.") == "Tom Baird spoke. All agreed."
    assert services.discretion.with_names("Tom Baird spoke.", "Nobody spoke.") == "Nobody spoke."
