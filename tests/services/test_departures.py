from collections.abc import Iterator
from pathlib import Path

import pytest

from carfacilitator.errors import NotFoundError, RefusedError
from carfacilitator.model.case_studies import CaseStudy
from carfacilitator.model.terms import Audience
from carfacilitator.services.departures import made_of
from carfacilitator.services.records import get
from carfacilitator.services.workspace import Services
from carfacilitator.sharing.door import Parcel
from tests.builders import NOON, a_case_study, a_workspace


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    services = a_workspace(tmp_path)
    yield services
    services.close()


def a_parcel(audience: Audience = Audience.GROUP, made_from: str = "") -> Parcel:
    return Parcel(name="a.txt", media_type="text/plain", data=b"text", audience=audience, made_from=made_from)


def a_whole_record(services: Services, audience: Audience) -> str:
    study_id = a_case_study(services, audience=audience)
    with services.database.reading() as session:
        return made_of(get(session, CaseStudy, study_id))


def test_what_leaves_is_on_record_with_its_hash_its_way_and_for_whom(services: Services, tmp_path: Path) -> None:
    parcel = a_parcel()
    (file,) = services.departures.save([parcel], tmp_path / "out")
    assert file.read_bytes() == b"text"
    (row,) = services.departures.rows()
    assert (row.name, row.how, row.sha256, row.audience, row.left_at) == (
        "a.txt",
        "file",
        parcel.sha256,
        Audience.GROUP,
        NOON,
    )
    assert services.history.events()[0].summary == "recorded something that left"


def test_what_is_gone_cannot_be_undone(services: Services, tmp_path: Path) -> None:
    services.departures.save([a_parcel()], tmp_path)
    assert services.history.can_undo() is None


def test_what_is_for_the_facilitator_only_stays_whichever_way_it_would_go(services: Services, tmp_path: Path) -> None:
    parcel = a_parcel(Audience.FACILITATOR)
    with pytest.raises(RefusedError, match="facilitator only"):
        services.departures.save([a_parcel(), parcel], tmp_path / "out")
    with pytest.raises(RefusedError):
        services.departures.copy(parcel)
    with pytest.raises(RefusedError):
        services.departures.print(parcel, [])
    with pytest.raises(RefusedError):
        services.departures.open(tmp_path / "a.txt", parcel)
    assert not (tmp_path / "out").exists()
    assert services.departures.rows() == []


def test_a_whole_record_goes_no_further_than_it_may_be_seen(services: Services, tmp_path: Path) -> None:
    made_from = a_whole_record(services, Audience.AUTHOR)
    services.departures.save([a_parcel(Audience.AUTHOR, made_from)], tmp_path / "author")
    with pytest.raises(RefusedError, match="local manager"):
        services.departures.save([a_parcel(Audience.LOCAL_MANAGER, made_from)], tmp_path / "manager")
    assert not (tmp_path / "manager").exists()
    assert [row.audience for row in services.departures.rows(made_from)] == [Audience.AUTHOR]


def test_what_was_made_from_a_removed_record_does_not_leave(services: Services, tmp_path: Path) -> None:
    made_from = a_whole_record(services, Audience.PUBLIC)
    services.case_studies.remove(services.case_studies.rows()[0].id)
    with pytest.raises(NotFoundError):
        services.departures.save([a_parcel(made_from=made_from)], tmp_path)


def test_a_file_that_a_person_named_keeps_the_ending_of_what_is_in_it(services: Services, tmp_path: Path) -> None:
    assert services.departures.save_as(a_parcel(), tmp_path / "Notes v1.2").name == "Notes v1.2.txt"
    again = services.departures.save_as(a_parcel(), tmp_path / "Mine.TXT")
    assert again.read_bytes() == b"text"
    assert services.departures.rows()[0].name == "Mine.TXT"


def test_without_a_screen_nothing_is_opened_shown_or_printed(services: Services, tmp_path: Path) -> None:
    (file,) = services.departures.save([a_parcel()], tmp_path)
    assert not services.departures.open(file, a_parcel())
    assert not services.departures.show(file)
    assert not services.departures.print(a_parcel(), [])
    services.departures.copy(a_parcel())
    assert [row.how for row in services.departures.rows()] == ["clipboard", "program", "file"]


def test_chosen_words_are_copied_as_far_as_they_may_be_seen(services: Services) -> None:
    services.departures.copy_words("Dear Alan", Audience.LOCAL_MANAGER, "draft:1")
    assert [(row.how, row.audience) for row in services.departures.rows()] == [("clipboard", Audience.LOCAL_MANAGER)]
    with pytest.raises(RefusedError):
        services.departures.copy_words("a private note", Audience.FACILITATOR, "draft:1")
