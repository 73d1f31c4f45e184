from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from carfacilitator.model.clock import FixedClock
from carfacilitator.services.workspace import Services, open_workspace
from tests.builders import NOON, PASSPHRASE, a_setting, a_workspace


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    services = a_workspace(tmp_path)
    yield services
    services.close()


def test_what_was_typed_is_there_again_after_a_start(tmp_path: Path) -> None:
    services = a_workspace(tmp_path)
    for text in ("We", "We agr", "We agreed"):
        services.unsaved.keep("meeting:1:notes", text)
    services.close()
    again = open_workspace(tmp_path / "Work.car", PASSPHRASE, a_setting())
    (found,) = again.unsaved.recovered()
    assert (found.field, found.text, found.at) == ("meeting:1:notes", "We agreed", NOON)
    again.close()


def test_a_field_that_was_kept_for_good_is_forgotten(services: Services) -> None:
    services.unsaved.keep("a", "one")
    services.unsaved.forget("a")
    services.unsaved.forget("never there")
    assert services.unsaved.text("a") is None
    assert services.unsaved.recovered() == []


def test_what_was_typed_last_comes_first(services: Services) -> None:
    services.unsaved.keep("a", "one")
    assert isinstance(services.clock, FixedClock)
    services.clock.instant = NOON + timedelta(minutes=1)
    services.unsaved.keep("b", "two")
    assert [typed.field for typed in services.unsaved.recovered()] == ["b", "a"]
    assert services.unsaved.text("a") == "one"


def test_typing_is_no_event(services: Services) -> None:
    services.unsaved.keep("a", "one")
    assert services.history.events() == []
    assert services.history.can_undo() is None
