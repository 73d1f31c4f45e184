"""J8: three gatekeepers answer in three ways, and all of it is one review in which everybody is credited."""

import shutil
import subprocess
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

import pytest

from carfacilitator.document.items import ItemKind
from carfacilitator.model.terms import Audience
from carfacilitator.services.files import OpenedFile
from carfacilitator.services.identity import KnownBy
from carfacilitator.services.packs import PackMade
from carfacilitator.services.reviews import Remark
from carfacilitator.services.workspace import Services
from carfacilitator.word.reader import read
from tests.builders import an_anchor
from tests.imitated_word import WordDesk

QUESTION = "Is anything in this paragraph wrong?"
REMARKS = {
    "Nobody was hurt.": "Whose view is this?",
    "eleven miles away": "Could that family be identified?",
    "Seven months later": "Seven or eight?",
    "My question is a small one": "It reads as a large one.",
    "between the letter and the person": "What does between mean here?",
    "critical friends have asked me": "Say who, or leave it.",
    "nineteen said yes": "This is the same remark by two people.",
    "nobody complained to me about me": "A fine sentence.",
    "every household had a dry bed": "The committee will like this.",
    "needed for badminton": "The press made much of it.",
    "biscuit tin": "Does this follow from the files?",
    "asked about them in public once already": "Leave out, please.",
    "kinder winter": "A shorter word?",
    "Nineteen conversations in two streets": "Why not more?",
}
INSERTED = {
    "I am the housing officer": ", and have been since 2012,",
    "slower and had no night of its own": " at all",
    "most of them were back": " at home",
    "We do have figures": " of our own",
    "By the third night": " or so",
    "five bodies stood": " side by side",
}
EMAIL = """Dear Isla,

1. The “drop-in at the hall” was on Wednesdays.
2. Who counted the letters?
3. I would thank the volunteers.

Kind regards
Ruth McKay
"""


@dataclass(frozen=True)
class Sent:
    """The packs that went out, by gatekeeper."""

    draft_id: UUID
    packs: Mapping[str, PackMade]


@pytest.fixture
def sent(sampled: Services) -> Sent:
    study = next(row for row in sampled.case_studies.rows() if row.title.startswith("Keeping a tenancy"))
    assert study.latest is not None
    draft = study.latest.id
    for thread in sampled.reviews.threads(draft):
        sampled.reviews.resolve(thread.id)
    place = an_anchor(sampled, draft, "a retired joiner")
    kind = sampled.reviews.kinds()[0].id
    sampled.reviews.comment(draft, place, Remark(text=QUESTION, kind_id=kind, audience=Audience.PUBLIC))
    packs = {
        row.name: sampled.packs.make(sampled.packs.prepare(draft, row.id))
        for row in sampled.gatekeepers.rows()
        if row.name in {"Fiona Grant", "Alan Petrie", "Ruth McKay"}
    }
    return Sent(draft, packs)


def by_fiona(pack: PackMade) -> bytes:
    """Return the pack with 14 remarks, 9 tracked changes and a silent one; names were stripped."""
    desk = WordDesk(pack.document.data, "Author")
    for words, text in REMARKS.items():
        desk.comment(words, text)
    for words, text in INSERTED.items():
        desk.insert(words, text)
    for words in (" in the dark, and", "some of them to the window sills", "cake"):
        desk.delete(words)
    desk.retype("four hundred pairs", "five hundred pairs")
    return desk.save()


def by_alan(pack: PackMade) -> bytes:
    """Return the pack with 6 remarks, one of them an answer without its thread, and 2 tracked changes."""
    desk = WordDesk(pack.document.data, "Alan Petrie")
    desk.comment("nineteen said yes", "This is the same remark by two people.")
    for words in ("the minister sent soup", "lead agency", "mentioned the court", "wet shoes"):
        desk.comment(words, f"About {words}.")
    desk.answer_without_a_thread(QUESTION, "No, that is how it was.")
    desk.delete("Mill Lane in the dark")
    desk.delete("water, some of them to")
    desk.forget_threads()
    return desk.save()


def opened(name: str, data: bytes) -> OpenedFile:
    return OpenedFile(name, data, read(data))


def test_what_comes_back_is_one_review_with_everything_in_it(sampled: Services, sent: Sent) -> None:
    fiona = opened("Pack reviewed.docx", by_fiona(sent.packs["Fiona Grant"]))
    alan = opened("Copy of pack (3).docx", by_alan(sent.packs["Alan Petrie"]))
    _come_back_and_count(sampled, sent, fiona, alan)


def _come_back_and_count(sampled: Services, sent: Sent, fiona: OpenedFile, alan: OpenedFile) -> None:
    first, second = sampled.returns.receive(fiona), sampled.returns.receive(alan)
    assert (first.new_remarks, first.new_edits, first.known_by) == (14, 10, KnownBy.IDENTITY)
    assert (first.ask_sender, first.likely) == (True, "Fiona Grant")
    assert (second.new_remarks, second.new_edits, second.gatekeeper) == (6, 2, "Alan Petrie")
    sampled.returns.credit(first.return_id, "Fiona Grant")
    ruth = sent.packs["Ruth McKay"].stamp.id
    parts = sampled.returns.email_parts(ruth, EMAIL)
    assert sampled.returns.paste(ruth, EMAIL, parts).new_remarks == 3
    place = an_anchor(sampled, sent.draft_id, "kitchen door")
    assert sampled.returns.heard(ruth, "Number nine is easily found.", place).new_remarks == 1

    review = sampled.combined_reviews.open(sent.draft_id)
    assert len(review.remarks) == 24
    assert review.proposed == 12
    kinds = Counter(edit.kind for edit in review.edits)
    assert kinds == {ItemKind.SINGLE: 8, ItemKind.CONFLICT: 2}
    assert [edit.silent for edit in review.edits] == [True] + [False] * 9
    assert [remark.same_as is not None for remark in review.remarks].count(True) == 1
    (lost,) = [remark for remark in review.remarks if remark.inferred]
    assert (lost.text, lost.about, lost.person) == ("No, that is how it was.", QUESTION, "Alan Petrie")
    assert Counter(remark.person for remark in review.remarks) == {
        "Fiona Grant": 14,
        "Alan Petrie": 6,
        "Ruth McKay": 4,
    }
    again = sampled.returns.receive(fiona)
    assert (again.new_remarks, again.new_edits, again.already_known) == (0, 0, True)
    assert len(sampled.combined_reviews.open(sent.draft_id).remarks) == 24
    assert sampled.results.preview(sent.draft_id).file.data == sampled.drafts.original(sent.draft_id).data
    assert [finding.kind for finding in (*first.report, *second.report) if finding.kind in {"opaque", "missing"}] == []


@pytest.mark.oracle
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_a_file_that_libreoffice_saved_counts_the_same(sampled: Services, sent: Sent, tmp_path: Path) -> None:
    fiona = opened("Pack reviewed.docx", by_fiona(sent.packs["Fiona Grant"]))
    file = tmp_path / "alan.docx"
    file.write_bytes(by_alan(sent.packs["Alan Petrie"]))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    made = tmp_path / "saved"
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(made), str(file)],
        capture_output=True,
        check=True,
        timeout=120,
    )
    alan = opened("Copy of pack (3).docx", (made / "alan.docx").read_bytes())
    _come_back_and_count(sampled, sent, fiona, alan)


def test_a_file_without_any_identity_left_is_known_by_the_code_on_it(sampled: Services, sent: Sent) -> None:
    desk = WordDesk(sent.packs["Fiona Grant"].document.data, "Fiona Grant")
    desk.insert("Nobody was hurt", " that night")
    desk.forget_identity()
    taken = sampled.returns.receive(opened("export.docx", desk.save()))
    assert (taken.gatekeeper, taken.new_edits) == ("Fiona Grant", 1)
    assert taken.known_by in {KnownBy.BOOKMARKS, KnownBy.CODE}
