from uuid import uuid4

import pytest
from sqlalchemy import delete, select

from carfacilitator.model.case_studies import StoredFile
from carfacilitator.model.facilitators import Facilitator
from carfacilitator.model.reviews import CommentKind
from carfacilitator.model.schema import ENTITIES
from carfacilitator.services.placing import Placing
from carfacilitator.services.portable import Row, Telling
from carfacilitator.services.workspace import Services
from tests.builders import a_case_study, a_draft, a_file, a_workspace

MOVED = [kind for kind in ENTITIES if kind.__name__ not in {"Undo", "Unsaved", "SharedState"}]


def no_file(sha256: str) -> bytes:
    raise KeyError(sha256)


def everything(services: Services) -> list[Row]:
    with services.database.reading() as session:
        telling = Telling(session)
        return [row for kind in MOVED for row in telling.all_of(kind)]


def test_a_whole_workspace_is_the_same_in_another_one(sampled: Services) -> None:
    gatekeeper = sampled.gatekeepers.rows()[0].id
    study = next(row for row in sampled.case_studies.rows() if row.latest is not None)
    assert study.latest is not None
    pack = sampled.packs.make(sampled.packs.prepare(study.latest.id, gatekeeper)).stamp.id
    sampled.returns.heard(pack, "A remark that came without a file, of no kind yet.")
    sampled.sanctions.ask(study.id, gatekeeper, "report")
    rows = everything(sampled)
    with sampled.database.reading() as session:
        files = {file.sha256: file.content for file in session.scalars(select(StoredFile))}
    empty = a_workspace(sampled.folder.parent, "Empty.car")
    with empty.database.transaction(None) as session:
        for kind in (CommentKind, Facilitator):
            session.execute(delete(kind))
        placing = Placing(session, files.__getitem__)
        for row in rows:
            placing.create(row)
    assert everything(empty) == rows
    empty.close()


def test_two_drafts_that_change_numbers_are_not_in_each_others_way(sampled: Services) -> None:
    study_id = a_case_study(sampled)
    ids = [str(a_draft(sampled, study_id, a_file("Why", f"version {version}"))) for version in (1, 2)]
    rows = {row.id: row for row in everything(sampled)}
    numbers = {ids[0]: 8, ids[1]: 7}
    swapped = [Row("Draft", each, {**rows[each].values, "number": number}) for each, number in numbers.items()]
    with sampled.database.transaction(None) as session:
        Placing(session, no_file).alter(swapped)
    now = {row.id: row.values["number"] for row in everything(sampled) if row.id in ids}
    assert now == numbers


def test_a_row_of_an_earlier_version_is_placed_without_what_that_did_not_know(sampled: Services) -> None:
    row = next(row for row in everything(sampled) if row.noun == "Sanction" and row.values["gatekeeper"])
    older = {name: value for name, value in row.values.items() if name not in {"author", "stands_draft", "how"}}
    values = {**older, "output": "Article"}
    with sampled.database.transaction(None) as session:
        placing = Placing(session, no_file)
        placing.create(Row("Sanction", str(uuid4()), values))
        placing.alter([Row("Sanction", row.id, {**older, "reasons": "as before"})])
    now = [one for one in everything(sampled) if one.noun == "Sanction"]
    assert {one.values["author"] for one in now if one.values["output"] == "Article"} == {None}
    assert next(one.values["how"] for one in now if one.id == row.id) == row.values["how"]


def test_a_row_whose_owner_is_not_here_is_not_placed(sampled: Services) -> None:
    row = next(row for row in everything(sampled) if row.noun == "Membership")
    stray = Row(row.noun, row.id, {**row.values, "group": "00000000-0000-0000-0000-000000000000"})
    with sampled.database.transaction(None) as session:
        placing = Placing(session, no_file)
        assert placing.has_all_named(row)
        assert not placing.has_all_named(stray)
        with pytest.raises(KeyError):
            placing.alter([stray])
