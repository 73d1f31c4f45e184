from collections.abc import Iterator
from pathlib import Path

import pytest

from carfacilitator.document.profiles import AS_USUAL, Calm, Profile
from carfacilitator.errors import KnownError
from carfacilitator.services.workspace import Services
from tests.builders import a_workspace

CALM = Profile(calm=Calm.CALMER, ignore_case=True, ignore_punctuation=True)


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    services = a_workspace(tmp_path)
    yield services
    services.close()


def test_ways_of_comparing_are_kept_by_name_with_all_their_choices(services: Services) -> None:
    services.profiles.keep("Wording only", CALM)
    services.profiles.keep("everything", Profile(ignore_formatting=False))
    assert [(row.name, row.profile) for row in services.profiles.rows()] == [
        ("everything", Profile(ignore_formatting=False)),
        ("Wording only", CALM),
    ]


def test_a_way_of_comparing_is_altered_and_removed_and_both_can_be_taken_back(services: Services) -> None:
    profile_id = services.profiles.keep("Wording only", CALM)
    services.profiles.amend(profile_id, name="Words", profile=AS_USUAL)
    assert [(row.name, row.profile) for row in services.profiles.rows()] == [("Words", AS_USUAL)]
    services.profiles.remove(profile_id)
    assert services.profiles.rows() == []
    services.history.undo()
    services.history.undo()
    assert [(row.name, row.profile) for row in services.profiles.rows()] == [("Wording only", CALM)]


def test_names_are_told_apart_and_not_empty(services: Services) -> None:
    profile_id = services.profiles.keep("Wording only", CALM)
    services.profiles.amend(profile_id, name="WORDING only")
    with pytest.raises(KnownError, match="called ‘WORDING only’ already"):
        services.profiles.keep("wording only", AS_USUAL)
    with pytest.raises(KnownError, match="cannot be empty"):
        services.profiles.keep(" ", AS_USUAL)
