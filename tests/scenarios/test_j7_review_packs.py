"""J7: packs of one draft go to three gatekeepers, each with what that person may see and nothing else."""

import email
import json
import shutil
import subprocess
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from email.policy import default
from io import BytesIO
from pathlib import Path
from uuid import UUID

import pytest

from carfacilitator.document.blocks import Anchor
from carfacilitator.model.terms import Audience
from carfacilitator.services.pack_wording import PackWishes
from carfacilitator.services.reviews import Remark
from carfacilitator.services.workspace import Services
from carfacilitator.sharing.receipts import still_true
from carfacilitator.word.reader import read

QUESTIONS = 6
SECRET = "Zanzibar"  # stands in what must stay here and nowhere else
GATEKEEPERS = ("Fiona Grant", "Alan Petrie", "Ruth McKay")


@dataclass(frozen=True)
class Handed:
    """What one gatekeeper is handed, as files."""

    files: Mapping[str, bytes]

    def ending(self, ending: str) -> bytes:
        return next(data for name, data in self.files.items() if name.endswith(ending))

    @property
    def document(self) -> bytes:
        return self.ending(".docx")

    def everything(self) -> bytes:
        message = email.message_from_bytes(self.ending(".eml"), policy=default)
        bodies = (part.get_payload(decode=True) for part in message.walk() if not part.is_multipart())
        attached = b"".join(body for body in bodies if isinstance(body, bytes))
        with zipfile.ZipFile(BytesIO(self.document)) as archive:
            parts = b"".join(archive.read(name) for name in archive.namelist())
        return b"".join([*self.files.values(), parts, attached])


@pytest.fixture
def draft_id(sampled: Services) -> UUID:
    """Return the newest tenancy draft, with six questions for all gatekeepers and remarks that must stay here."""
    study = next(row for row in sampled.case_studies.rows() if row.title.startswith("Keeping a tenancy"))
    assert study.latest is not None
    draft = study.latest.id
    kind = sampled.reviews.kinds()[0].id
    texts = sampled.drafts.document(draft).texts()
    places = [index for index, text in enumerate(texts) if len(text) > 120]
    for number, place in enumerate(places[:QUESTIONS], 1):
        remark = Remark(text=f"Question {number}: is this so?", kind_id=kind, audience=Audience.CENTRAL_GATEKEEPER)
        sampled.reviews.comment(draft, Anchor(place, 3, place, 40), remark)
    for audience in (Audience.FACILITATOR, Audience.AUTHOR, Audience.GROUP):
        remark = Remark(text=f"{SECRET} is {audience}", kind_id=kind, audience=audience)
        sampled.reviews.comment(draft, Anchor(places[0], 3, places[0], 20), remark)
    return draft


@pytest.fixture
def handed(sampled: Services, draft_id: UUID, tmp_path: Path) -> dict[str, Handed]:
    found = {}
    for name in GATEKEEPERS:
        gatekeeper = next(row for row in sampled.gatekeepers.rows() if row.name == name)
        wishes = PackWishes(reply_by=date(2026, 4, 1), questions=("Is anything wrong in fact?",))
        made = sampled.packs.make(sampled.packs.prepare(draft_id, gatekeeper.id, wishes))
        files = sampled.packs.hand_over(made, tmp_path / name)
        found[name] = Handed({file.name: file.read_bytes() for file in files})
    return found


def test_each_gets_the_six_questions_and_nothing_that_stays_here(
    handed: Mapping[str, Handed], sampled: Services, draft_id: UUID
) -> None:
    shared = [t for t in sampled.reviews.threads(draft_id) if t.is_open and t.audience is Audience.LOCAL_MANAGER]
    expected = {"Fiona Grant": QUESTIONS, "Alan Petrie": QUESTIONS + len(shared), "Ruth McKay": QUESTIONS + len(shared)}
    notes = [note for row in sampled.mentoring.rows() if len(note := sampled.mentoring.open(row.id).private_part) > 20]
    assert notes
    for name, pack in handed.items():
        comments = read(pack.document).comments
        roots = [comment for comment in comments if not comment.parent]
        assert len(roots) == expected[name] + 1  # the question of the letter stands beside the title too
        assert sum(comment.text.startswith("Question") for comment in roots) == QUESTIONS
        everything = pack.everything()
        assert SECRET.encode() not in everything
        assert not any(note[:20].encode() in everything for note in notes)


def test_the_text_after_the_letter_is_the_practitioners_own(
    handed: Mapping[str, Handed], sampled: Services, draft_id: UUID
) -> None:
    original = [text for text in sampled.drafts.document(draft_id).texts() if text]
    for pack in handed.values():
        document = read(pack.document)
        texts = [text for text in document.texts() if text]
        start = next(n for n in range(len(texts)) if texts[n : n + len(original)] == original)
        assert "Is anything wrong in fact?" in " ".join(texts[:start])
        assert not any("Ailsa" in value for value in document.properties.values())


def test_what_came_inside_the_file_stays_unless_it_is_chosen(sampled: Services, draft_id: UUID) -> None:
    gatekeeper = next(row for row in sampled.gatekeepers.rows() if row.name == "Alan Petrie")
    plain = sampled.packs.make(sampled.packs.prepare(draft_id, gatekeeper.id))
    kept = sampled.packs.make(
        sampled.packs.prepare(draft_id, gatekeeper.id, PackWishes(keep_comments=True, keep_changes=True)),
    )
    inside = sampled.drafts.document(draft_id).comments
    assert len(inside) == 2
    texts = {comment.text for comment in inside}
    assert not texts & {comment.text for comment in read(plain.document.data).comments}
    assert texts <= {comment.text for comment in read(kept.document.data).comments}


def test_each_pack_is_known_again_and_its_receipt_holds_to_the_byte(
    handed: Mapping[str, Handed], sampled: Services
) -> None:
    codes = {row.code for row in sampled.packs.rows()}
    seen = set()
    for pack in handed.values():
        receipt = pack.ending(".receipt.json")
        code = json.loads(receipt)["code"]
        assert code in codes
        assert any(code in text for text in read(pack.document).texts())
        seen.add(code)
        named = {name: data for name, data in pack.files.items() if not name.endswith(".receipt.json")}
        assert still_true(receipt, named)
        touched = {name: data[:-1] + bytes([data[-1] ^ 1]) for name, data in named.items()}
        assert not still_true(receipt, touched)
    assert len(seen) == len(GATEKEEPERS)


def test_what_left_is_on_record(handed: Mapping[str, Handed], sampled: Services) -> None:
    left = sampled.departures.rows()
    assert {row.recipient for row in left} >= set(GATEKEEPERS)
    assert len([row for row in left if row.recipient in GATEKEEPERS]) >= sum(
        len(pack.files) for pack in handed.values()
    )


@pytest.mark.oracle
@pytest.mark.skipif(shutil.which("pandoc") is None, reason="pandoc is not installed")
def test_an_independent_reader_finds_exactly_the_comments(handed: Mapping[str, Handed], tmp_path: Path) -> None:
    for name, pack in handed.items():
        file = tmp_path / "pack.docx"
        file.write_bytes(pack.document)
        told = subprocess.run(
            ["pandoc", "--track-changes=all", "-t", "json", str(file)], capture_output=True, check=True
        ).stdout.decode("utf-8")
        assert told.count('"comment-start"') == len(read(pack.document).comments), name
        assert '"insertion"' not in told
        assert '"deletion"' not in told


@pytest.mark.oracle
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_opens_a_pack(handed: Mapping[str, Handed], tmp_path: Path) -> None:
    file = tmp_path / "pack.docx"
    file.write_bytes(handed["Alan Petrie"].document)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(file)],
        capture_output=True,
        check=True,
        timeout=120,
    )
    assert (tmp_path / "pack.pdf").read_bytes().startswith(b"%PDF")
