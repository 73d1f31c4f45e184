import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from carfacilitator.errors import KnownError, RefusedError
from carfacilitator.services import exports
from carfacilitator.services.portable import Row
from carfacilitator.services.workspace import Services
from carfacilitator.word.reader import read
from tests.builders import a_group, a_member, a_workspace


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    services = a_workspace(tmp_path)
    yield services
    services.close()


def paths_in(folder: Path) -> set[str]:
    return {file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file()}


def test_everything_comes_out_readable_by_anyone(sampled: Services, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    done = sampled.exports.export(folder)
    found = paths_in(folder)
    assert len(found) == done.files
    assert "not encrypted" in done.sentence
    index = (folder / "READ ME FIRST.txt").read_text(encoding="utf-8")
    assert index.startswith("Everything in this workspace")
    assert "CONFIDENTIAL" in index
    assert all(name in index for name in found - {"READ ME FIRST.txt"})
    with (folder / "tables" / "people.csv").open(encoding="utf-8-sig", newline="") as table:
        names = {row["name"] for row in csv.DictReader(table)}
    assert names == {row.name for row in sampled.people.rows()}


def test_originals_are_byte_for_byte_and_notes_open_in_word(sampled: Services, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    sampled.exports.export(folder)
    written = {file.read_bytes() for file in (folder / "drafts").rglob("*.docx")}
    assert written == {sampled.drafts.original(row.id).data for row in sampled.drafts.rows()}
    note = sampled.mentoring.rows()[0]
    (file,) = (folder / "mentoring notes").glob(f"{note.person}.docx")
    assert note.private_part in "\n".join(read(file.read_bytes()).texts())


def test_the_json_holds_every_word_of_every_record(sampled: Services, tmp_path: Path) -> None:
    sampled.exports.export(tmp_path / "out")
    told = json.loads((tmp_path / "out" / "everything.json").read_text(encoding="utf-8"))
    with sampled.database.reading() as session:
        rows = {row.id: row for row in exports.everything(session) if row.noun not in {"Event", "Departure"}}
    written = {one.pop("id"): (noun, one) for noun, records in told["records"].items() for one in records}
    assert all(Row(written[row.id][0], row.id, written[row.id][1]) == row for row in rows.values())


def test_nothing_is_written_over_unless_asked_for(services: Services, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    services.exports.export(folder)
    with pytest.raises(RefusedError, match="already"):
        services.exports.export(folder)
    a_member(services, a_group(services), "Morag Innes")
    services.exports.export(folder, over=True)
    rows = list(csv.reader(io.StringIO((folder / "tables" / "people.csv").read_text(encoding="utf-8-sig"))))
    assert rows[1][0] == "Morag Innes"


def test_what_left_is_on_record_as_one(services: Services, tmp_path: Path) -> None:
    services.exports.export(tmp_path / "out")
    (row,) = services.departures.rows()
    assert (row.name, row.how, row.made_from, row.recipient) == ("out", "folder", "everything", "yourself")


def test_who_stops_it_finds_nothing_left_half_done(sampled: Services, tmp_path: Path) -> None:
    def stop(share: float) -> None:
        if share > 0.2:
            raise KnownError("Stopped.")

    with pytest.raises(KnownError, match="Stopped"):
        sampled.exports.export(tmp_path / "out", report=stop)
    assert not (tmp_path / "out").exists()


def test_nothing_is_exported_while_discreet(services: Services, tmp_path: Path) -> None:
    services.discretion.enter()
    with pytest.raises(RefusedError):
        services.exports.export(tmp_path / "out")
