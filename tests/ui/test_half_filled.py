from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy import text

from carfacilitator.services.workspace import Services
from carfacilitator.ui.half_filled import HalfFilled
from carfacilitator.ui.widgets.field import Field, TextField
from tests.builders import a_workspace


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    made = a_workspace(tmp_path)
    yield made
    made.close()


@pytest.fixture
def fields(qtbot: QtBot) -> dict[str, Field | TextField]:
    made: dict[str, Field | TextField] = {"name": Field("Name"), "needs": TextField("Needs")}
    for field in made.values():
        qtbot.addWidget(field)
    return made


def test_what_was_typed_is_there_again(services: Services, fields: dict[str, Field | TextField]) -> None:
    form = HalfFilled(services.unsaved, "new:people", fields)
    fields["name"].typed.emit("Effie Ro")
    fields["needs"].finished.emit("A lift")
    assert form.bring_back()
    assert (fields["name"].text, fields["needs"].text) == ("Effie Ro", "A lift")


def test_what_was_let_go_is_not(services: Services, fields: dict[str, Field | TextField]) -> None:
    form = HalfFilled(services.unsaved, "new:people", fields)
    fields["name"].typed.emit("Effie Ro")
    form.forget()
    assert not form.bring_back()
    assert services.unsaved.recovered() == []


def test_each_thing_that_the_form_is_about_has_its_own_words(
    services: Services, fields: dict[str, Field | TextField]
) -> None:
    draft = f"draft:{uuid4()}:pack"
    form = HalfFilled(services.unsaved, draft, fields)
    fields["name"].typed.emit("For Fiona")
    form.about(f"draft:{uuid4()}:pack")
    assert not form.bring_back()
    form.about(draft)
    assert form.bring_back()


def let_grow(services: Services, pages: int) -> None:
    """Let the database grow to so many pages and no further, as on a drive that is full."""
    with services.database.reading() as session:
        session.execute(text(f"PRAGMA max_page_count = {pages}"))


def test_on_a_full_drive_what_is_typed_stays_and_is_kept_when_there_is_room(
    services: Services, fields: dict[str, Field | TextField]
) -> None:
    form = HalfFilled(services.unsaved, "new:people", fields)
    needs, long = fields["needs"], "A lift from the station. " * 4000
    let_grow(services, 1)
    needs.set_text(long)
    needs.typed.emit(long)
    assert needs.text == long
    assert "full" in needs._below.text()
    let_grow(services, 1_000_000)
    needs.typed.emit(long)
    needs.set_text("")
    assert form.bring_back()
    assert needs.text == long
