import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import select

from carfacilitator.document.blocks import Block, Document, Span
from carfacilitator.document.records import to_record
from carfacilitator.errors import KnownError
from carfacilitator.model.case_studies import Draft
from carfacilitator.model.clock import SystemClock
from carfacilitator.model.schema import METADATA
from carfacilitator.store import cipher, keys, search_index, slots, summaries, upgrades
from carfacilitator.store.database import Database
from carfacilitator.store.drives import FullDriveError
from carfacilitator.store.migrations import running
from carfacilitator.store.upgrades import NewerWorkspaceError, UpgradeFailedError

KEY = bytes(range(32))
PASSPHRASE = "a boat called Morven"
SCHEMAS = Path(__file__).parent / "schemas"  # kept by `python -m tests.keep_schema`
OLD_DRAFT = (
    """INSERT INTO partnerships (id, name, place, notes, audience)
    VALUES ('00000000000000000000000000000001', '', '', '', 'facilitator only')""",
    """INSERT INTO groups (id, partnership_pk, name, kind, purpose, notes, audience)
    VALUES ('00000000000000000000000000000001', 1, '', 'inquiry group', '', '', 'facilitator only')""",
    """INSERT INTO people (id, name, organisation, job, email, telephone, needs, notes, audience)
    VALUES ('00000000000000000000000000000001', '', '', '', '', '', '', '', 'facilitator only')""",
    """INSERT INTO case_studies (id, group_pk, author_pk, title, question, stage, notes, audience)
    VALUES ('00000000000000000000000000000001', 1, 1, '', '', 'topic', '', 'facilitator only')""",
    """INSERT INTO stored_files (id, sha256, size, content)
    VALUES ('00000000000000000000000000000001', '00', 1, x'00')""",
    """INSERT INTO drafts (id, case_study_pk, file_pk, number, received_at, arrived_by, received_from, file_name, words,
        name, note, document, lineage, audience)
    VALUES ('00000000000000000000000000000001', 1, 1, 1, '2026-03-03 18:00:00.000000', '', '', '', 4,
        '', '', 'RECORD', '["a", "b"]', 'author')""",
)


def schema_of(path: Path) -> dict[str, Any]:
    connection = cipher.open_with_key(path, KEY)
    columns = connection.execute(
        'SELECT t.name, c.name, c.type, c."notnull", c.pk FROM sqlite_schema t, pragma_table_info(t.name) c'
    ).fetchall()
    keys = connection.execute(
        'SELECT t.name, k."table", k."from", k."to", k.on_delete '
        "FROM sqlite_schema t, pragma_foreign_key_list(t.name) k"
    ).fetchall()
    indexes = connection.execute("SELECT name, tbl_name, sql FROM sqlite_schema WHERE type = 'index'").fetchall()
    connection.close()
    return {"columns": sorted(columns), "keys": sorted(keys), "indexes": sorted(str(row) for row in indexes)}


def _is_of_the_entities(name: str | None, _kind: str, _parents: object) -> bool:
    return not search_index.is_part(name)


def run(path: Path, statement: str) -> None:
    connection = cipher.connect(path, KEY)
    connection.execute(statement)
    connection.close()


def test_a_new_workspace_and_a_migrated_one_have_the_same_schema(tmp_path: Path) -> None:
    upgrades.create_schema(tmp_path / "new.db", KEY)
    upgrades.migrate(tmp_path / "migrated.db", KEY, "head")
    assert schema_of(tmp_path / "new.db") == schema_of(tmp_path / "migrated.db")


def test_the_migrations_say_what_the_entities_say(tmp_path: Path) -> None:
    upgrades.migrate(tmp_path / "migrated.db", KEY, "head")
    with upgrades._bare_connection(tmp_path / "migrated.db", KEY) as connection:
        context = MigrationContext.configure(
            connection, opts={"compare_type": True, "include_name": _is_of_the_entities}
        )
        assert compare_metadata(context, METADATA) == []


def test_there_is_one_newest_revision_and_the_program_knows_it() -> None:
    scripts = ScriptDirectory(str(running.FOLDER))
    assert scripts.get_heads() == [upgrades.HEAD]
    assert upgrades.known_revisions() == {script.revision for script in scripts.walk_revisions()}


def test_a_place_where_no_database_can_be_made_is_said_plainly(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="cannot be opened"):
        upgrades.create_schema(tmp_path / "no folder" / "new.db", KEY)


def test_a_new_database_tells_what_it_is(tmp_path: Path) -> None:
    upgrades.create_schema(tmp_path / "new.db", KEY)
    connection = cipher.open_with_key(tmp_path / "new.db", KEY)
    assert connection.execute("PRAGMA application_id").fetchone() == (cipher.APPLICATION_ID,)
    connection.close()
    assert upgrades.revision_of(tmp_path / "new.db", KEY) == upgrades.HEAD


def test_a_workspace_that_is_up_to_date_is_left_alone(tmp_path: Path) -> None:
    upgrades.create_schema(tmp_path / "new.db", KEY)
    made: list[str] = []
    upgrades.bring_up_to_date(tmp_path / "new.db", KEY, lambda: made.append("a backup"))
    assert made == []


def test_alembic_is_not_loaded_by_a_workspace_that_is_up_to_date(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from carfacilitator.store import upgrades; path = Path(sys.argv[1]);"
        "upgrades.create_schema(path, bytes(32)); upgrades.bring_up_to_date(path, bytes(32), lambda: None);"
        "print('alembic' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code, str(tmp_path / "a.db")], capture_output=True, check=True)
    assert done.stdout.split() == [b"False"]


def test_a_newer_workspace_is_refused_and_not_touched(tmp_path: Path) -> None:
    upgrades.create_schema(tmp_path / "new.db", KEY)
    run(tmp_path / "new.db", "UPDATE alembic_version SET version_num = '9999'")
    before = (tmp_path / "new.db").read_bytes()
    with pytest.raises(NewerWorkspaceError, match="newer version"):
        upgrades.bring_up_to_date(tmp_path / "new.db", KEY, lambda: None)
    assert (tmp_path / "new.db").read_bytes() == before


def test_a_database_that_is_no_workspace_is_refused(tmp_path: Path) -> None:
    run(tmp_path / "other.db", "CREATE TABLE anything (pk INTEGER PRIMARY KEY)")
    with pytest.raises(KnownError, match="not a workspace"):
        upgrades.revision_of(tmp_path / "other.db", KEY)


def a_program_with_one_more_migration(folder: Path, body: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand in for the next release: our migrations and one more, of which `body` is the upgrade."""
    versions = folder / "versions"
    versions.mkdir(parents=True)
    for file in running.FOLDER.rglob("*.py"):
        copy = folder / file.relative_to(running.FOLDER)
        copy.write_text(file.read_text(encoding="utf-8"), encoding="utf-8")
    (versions / "9000_next.py").write_text(
        "import sqlalchemy as sa\nfrom alembic import op\n"
        f"revision, down_revision, branch_labels, depends_on = '9000', '{upgrades.HEAD}', None, None\n"
        f"def upgrade():\n    {body}\n",
        encoding="utf-8",
    )
    monkeypatch.setattr(running, "FOLDER", folder)
    monkeypatch.setattr(upgrades, "HEAD", "9000")


REBUILD = "with op.batch_alter_table('people', recreate='always') as table: table.alter_column('job', nullable=False)"
INSERT_PERSON = """
    INSERT INTO people (id, name, organisation, job, email, telephone, needs, notes, audience)
    VALUES ('a', 'Zebedee', '', '', '', '', '', '', 'facilitator only')"""
INSERT_NOTE = """
    INSERT INTO mentoring_notes (id, person_pk, day, kind, shared_part, private_part, audience)
    VALUES ('b', 1, '2026-03-09', 'reassurance', '', '', 'facilitator only')"""


def test_rebuilding_a_table_keeps_its_children_and_a_backup_is_made_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "old.db"
    upgrades.create_schema(path, KEY)
    run(path, INSERT_PERSON)
    run(path, INSERT_NOTE)
    before = upgrades.HEAD
    a_program_with_one_more_migration(tmp_path / "program", REBUILD, monkeypatch)
    found: list[str] = []
    upgrades.bring_up_to_date(path, KEY, lambda: found.append(upgrades.revision_of(path, KEY)))
    assert found == [before]
    assert upgrades.revision_of(path, KEY) == "9000"
    connection = cipher.open_with_key(path, KEY)
    assert connection.execute("SELECT count(*) FROM people").fetchone() == (1,)
    assert connection.execute("SELECT count(*) FROM mentoring_notes").fetchone() == (1,)
    connection.close()


@pytest.mark.parametrize(
    "body",
    [
        "op.add_column('people', sa.Column('shoe', sa.String())); raise RuntimeError('Zebedee')",
        "op.add_column('people', sa.Column('shoe', sa.String())); op.execute('DELETE FROM people')",
        "op.drop_column('people', 'notes')",
    ],
)
def test_a_migration_that_fails_leaves_everything_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, body: str
) -> None:
    path = tmp_path / "old.db"
    upgrades.create_schema(path, KEY)
    run(path, INSERT_PERSON)
    run(path, INSERT_NOTE)
    before, revision = schema_of(path), upgrades.HEAD
    a_program_with_one_more_migration(tmp_path / "program", body, monkeypatch)
    with pytest.raises(UpgradeFailedError) as error:
        upgrades.bring_up_to_date(path, KEY, lambda: None)
    assert "Zebedee" not in str(error.value)
    assert schema_of(path) == before
    assert upgrades.revision_of(path, KEY) == revision


def test_the_texts_of_older_drafts_are_what_they_were(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    upgrades.migrate(path, KEY, "0002")
    record = to_record(Document((Block("p0", spans=(Span("It rained."),)), Block("p1", spans=(Span("It rained."),)))))
    for statement in OLD_DRAFT:
        run(path, statement.replace("RECORD", json.dumps(record)))
    upgrades.migrate(path, KEY, "head")
    database = Database(path, KEY, SystemClock())
    with database.reading() as session:
        draft = session.scalars(select(Draft)).one()
        assert draft.document == record
        assert draft.lineage == ["a", "b"]
        assert len(set(draft.passages)) == 1
    database.close()


def test_without_a_backup_nothing_is_migrated(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "old.db"
    upgrades.create_schema(path, KEY)
    before = path.read_bytes()
    a_program_with_one_more_migration(tmp_path / "program", REBUILD, monkeypatch)

    def full() -> None:
        raise FullDriveError

    with pytest.raises(FullDriveError):
        upgrades.bring_up_to_date(path, KEY, full)
    assert path.read_bytes() == before


def test_a_workspace_of_every_schema_is_kept() -> None:
    kept = {file.stem for file in SCHEMAS.glob("*.db")}
    assert kept == upgrades.known_revisions(), "keep one of the newest by `python -m tests.keep_schema`"


@pytest.mark.parametrize("kept", sorted(SCHEMAS.glob("*.db")), ids=lambda file: file.stem)
def test_a_workspace_of_every_schema_there_ever_was_becomes_one_of_today(tmp_path: Path, kept: Path) -> None:
    path = Path(shutil.copyfile(kept, tmp_path / "workspace.db"))
    ring = keys.unpacked(kept.with_suffix(".json").read_bytes())
    assert ring is not None
    (key,) = ring.keys(slots.by_passphrase(PASSPHRASE))
    assert upgrades.revision_of(path, key) == kept.stem
    before = rows_in(path, key)
    upgrades.bring_up_to_date(path, key, lambda: None)
    assert upgrades.revision_of(path, key) == upgrades.HEAD
    after = rows_in(path, key)
    assert {name: after[name] for name in before} == before
    assert before["comments"] == before["drafts"] == before["unsaved"] == 1


def rows_in(path: Path, key: bytes) -> dict[str, int]:
    connection = cipher.open_with_key(path, key)
    assert cipher.faults_in(connection) == []
    found = summaries.counts(connection)
    connection.close()
    return found
