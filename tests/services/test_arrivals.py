import random
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from sqlalchemy import func, select

from carfacilitator import paths
from carfacilitator.document.blocks import Document, Finding
from carfacilitator.errors import UnreadableFileError
from carfacilitator.model.case_studies import CaseStudy, StoredFile
from carfacilitator.services import arrivals, records
from carfacilitator.services.files import OpenedFile
from carfacilitator.services.workspace import Services, open_workspace
from carfacilitator.word.quarantine import read_aside
from tests.builders import PASSPHRASE, a_case_study, a_comment, a_file, a_setting, a_workspace
from tests.word_builders import packed, unpacked

WALKED = "I walked to the door of every house, and I wrote down what I heard there."
LETTER = "A letter is not contact, and nobody whom I asked could tell me what it said."

# Receives draft after draft, each a little different, and says after each that it is kept.
RECEIVER = """
import sys
from pathlib import Path
from carfacilitator.services.workspace import open_workspace
from carfacilitator.word.quarantine import read_aside
from tests.builders import PASSPHRASE, a_file, a_setting
services = open_workspace(Path(sys.argv[1]), PASSPHRASE, a_setting())
(study,) = services.case_studies.rows()
number = study.drafts
while True:
    print(number, flush=True)
    number += 1
    services.drafts.receive_draft(study.id, a_file(*sys.argv[2:], f"Written for the {number}th time."))
"""


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    services = a_workspace(tmp_path)
    yield services
    services.close()


def lineage(services: Services) -> list[str]:
    study_id = services.case_studies.rows()[0].id
    with services.database.reading() as session:
        draft = arrivals.newest(session, records.get(session, CaseStudy, study_id))
        assert draft is not None
        return draft.lineage


def test_a_paragraph_keeps_its_id_from_draft_to_draft(services: Services) -> None:
    study_id = a_case_study(services)
    services.drafts.receive_draft(study_id, a_file(WALKED, LETTER))
    walked, letter = lineage(services)
    services.drafts.receive_draft(study_id, a_file("A new beginning.", WALKED + " It took a week.", LETTER))
    services.drafts.receive_draft(study_id, a_file("A new beginning.", LETTER, WALKED + " It took two weeks."))
    assert lineage(services)[1:] == [letter, walked]


def test_what_could_not_be_read_is_said_at_arrival_and_kept(services: Services) -> None:
    report = (Finding("chart", 2, "Two charts are kept but not shown."),)
    received = services.drafts.receive_draft(
        a_case_study(services), OpenedFile("x.docx", b"x", Document(report=report))
    )
    assert received.report == report
    assert services.drafts.document(received.id).report == report


def test_bytes_are_kept_once_whoever_asks_for_them(services: Services) -> None:
    with services.database.transaction(None) as session:
        first = arrivals.keep(session, b"the same")
        session.add(first)
        session.flush()
        assert arrivals.keep(session, b"the same") is first
        assert arrivals.keep(session, b"others") is not first


def a_good_file() -> bytes:
    return paths.resource("sample", "quarter-to-three-draft-1.docx").read_bytes()


def with_part(name: str, content: bytes) -> bytes:
    return packed({**unpacked(a_good_file()), name: content})


WRONG: dict[str, Callable[[], bytes]] = {
    "not Word": lambda: b"Dear Isla, here is my draft.",
    "password": lambda: bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 2000,
    "truncated": lambda: a_good_file()[:5000],
    "document type": lambda: with_part("word/document.xml", b'<!DOCTYPE x [<!ENTITY a "a">]><x>&a;</x>'),
    "zip bomb": lambda: with_part("word/media/bomb.bin", b"\0" * 120_000_000),
}


@pytest.mark.parametrize("what", WRONG)
def test_a_wrong_file_gets_one_sentence_and_changes_nothing(services: Services, what: str) -> None:
    data = WRONG[what]()
    study_id = a_case_study(services)
    events = services.history.events()
    with pytest.raises(UnreadableFileError) as refused:
        services.drafts.receive_draft(study_id, OpenedFile(f"{what}.docx", data, read_aside(data)))
    assert refused.value.sentence.endswith(".")
    assert services.drafts.rows() == []
    assert services.history.events() == events
    assert _files_kept(services) == 0


@pytest.mark.skipif(sys.platform == "win32", reason="has no SIGKILL")
def test_a_kill_in_the_middle_leaves_the_workspace_as_before_or_after_the_arrival(services: Services) -> None:
    study_id = a_case_study(services)
    first = services.drafts.receive_draft(study_id, a_file(WALKED, LETTER)).id
    for words in ("door", "house", "letter is not", "nobody"):
        a_comment(services, first, words)
    services.close()
    moments = random.Random(11)  # noqa: S311  moments to kill at, not secrets
    for _ in range(4):
        acknowledged = _received_until_killed(services.folder, moments.uniform(0.0, 0.12))
        again = open_workspace(services.folder, PASSPHRASE, a_setting())
        drafts = again.drafts.rows()
        assert len(drafts) in {acknowledged, acknowledged + 1}
        for draft in drafts:
            assert len(again.reviews.threads(draft.id)) == 4
            assert sha256(again.drafts.original(draft.id).data).hexdigest() == draft.sha256
        assert [draft.number for draft in drafts] == list(range(1, len(drafts) + 1))
        assert _files_kept(again) == len(drafts)
        assert [event.verb for event in again.history.events()].count("received") == len(drafts)
        again.close()


def _received_until_killed(folder: Path, after: float) -> int:
    """Let a process receive drafts until it is killed, and return how many it said were there at last."""
    command = [sys.executable, "-c", RECEIVER, str(folder), WALKED, LETTER]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as receiver:
        assert receiver.stdout is not None
        began = receiver.stdout.readline()
        threading.Event().wait(after)
        receiver.send_signal(signal.SIGKILL)
        return int((began + receiver.stdout.read()).split()[-1])


def _files_kept(services: Services) -> int:
    with services.database.reading() as session:
        return session.scalar(select(func.count()).select_from(StoredFile)) or 0
