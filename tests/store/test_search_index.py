from collections.abc import Iterator
from pathlib import Path

import pytest

from carfacilitator.services.workspace import Services
from carfacilitator.store import cipher, search_index, upgrades
from carfacilitator.store.search_index import BACK, FRONT
from tests.builders import a_case_study, a_draft, a_file, a_group, a_meeting, a_member, a_workspace

KEY = bytes(range(32))


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    services = a_workspace(tmp_path)
    yield services
    services.close()


def rows(services: Services, words: str) -> tuple[list[int], list[int]]:
    with services.database.reading() as session:
        run = session.connection().exec_driver_sql
        front, back = (
            [row[0] for row in run(f"SELECT rowid FROM {index} WHERE {index} MATCH ? ORDER BY rowid", (words,))]  # noqa: S608  our own names
            for index in (FRONT, BACK)
        )
    return front, back


def test_what_is_back_stage_stands_in_the_other_index_alone(services: Services) -> None:
    a_meeting(services, a_group(services), notes="open words", private_note="closed words")
    front, back = rows(services, "open")
    assert front == back
    assert rows(services, "closed") == ([], back)


def test_a_confidential_row_stands_in_the_other_index_alone(services: Services) -> None:
    services.mentoring.add(a_member(services, a_group(services)), shared_part="agreed steps")
    assert rows(services, "agreed")[0] == []
    assert len(rows(services, "agreed")[1]) == 1


def test_made_anew_the_index_is_what_the_triggers_kept(services: Services) -> None:
    group_id = a_group(services)
    services.mentoring.add(a_member(services, group_id), private_part="the flood")
    a_meeting(services, group_id, notes="the flood")
    a_draft(services, a_case_study(services), a_file("The flood came."))
    services.groups.amend(group_id, name="Flood group")
    kept = rows(services, "flood")
    with services.database.transaction(None) as session:
        search_index.renew(session.connection().exec_driver_sql)
    assert rows(services, "flood") == kept


def test_an_index_of_another_plan_is_made_anew_when_the_workspace_is_opened(tmp_path: Path) -> None:
    path = tmp_path / "new.db"
    upgrades.create_schema(path, KEY)
    connection = cipher.connect(path, KEY)
    search_index.drop(connection.execute)
    connection.close()
    upgrades.bring_up_to_date(path, KEY, lambda: None)
    connection = cipher.connect(path, KEY)
    assert connection.execute("PRAGMA user_version").fetchone() == (search_index.PLAN,)
    assert connection.execute(f"SELECT count(*) FROM {FRONT}").fetchone() == (0,)  # noqa: S608  likewise
    connection.close()


def test_the_tables_of_the_index_are_known_from_others() -> None:
    assert search_index.is_part("front_index_data")
    assert not search_index.is_part("people")
    assert not search_index.is_part(None)
