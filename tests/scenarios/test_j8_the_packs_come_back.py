"""J8: three gatekeepers answer in three ways, and all of it is one review in which everybody is credited."""

import json
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

import pytest

from carfacilitator.cli import main as command_line
from carfacilitator.document.items import ItemKind
from carfacilitator.model.terms import Audience
from carfacilitator.services.files import OpenedFile
from carfacilitator.services.identity import KnownBy
from carfacilitator.services.packs import PackMade
from carfacilitator.services.returns import Taken
from carfacilitator.services.reviews import Remark
from carfacilitator.services.workspace import Services
from carfacilitator.word.reader import read
from tests.builders import PASSPHRASE, an_anchor
from tests.imitated_word import WordDesk
from tests.libreoffice_desk import Sitting, answer_and_delete, delete, remark, sit_down
from tests.word_oracles import needs_libreoffice

Run = Callable[..., tuple[int, str, str]]
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
REMARKS_OF_ALAN = {
    "nineteen said yes": "This is the same remark by two people.",
    "the minister sent soup": "I brought the bread.",
    "lead agency": "It was not.",
    "mentioned the court": "When?",
    "wet shoes": "A fine detail.",
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
    for row in sampled.returns.rows():  # what the sample has already
        sampled.returns.remove(row.id)
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
    for words, text in REMARKS_OF_ALAN.items():
        desk.comment(words, text)
    desk.answer_without_a_thread(QUESTION, "No, that is how it was.")
    desk.delete("Mill Lane in the dark")
    desk.delete("water, some of them to")
    desk.forget_threads()
    return desk.save()


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return what runs a command and gives its exit code, standard output and standard error."""
    monkeypatch.setenv("CARFACILITATOR_PASSPHRASE", PASSPHRASE)

    def called(*arguments: str | Path) -> tuple[int, str, str]:
        code = command_line.main([str(argument) for argument in arguments])
        told = capsys.readouterr()
        return code, told.out, told.err

    return called


def opened(name: str, data: bytes) -> OpenedFile:
    return OpenedFile(name, data, read(data))


def test_what_comes_back_is_one_review_with_everything_in_it(sampled: Services, sent: Sent) -> None:
    fiona = opened("Pack reviewed.docx", by_fiona(sent.packs["Fiona Grant"]))
    alan = opened("Copy of pack (3).docx", by_alan(sent.packs["Alan Petrie"]))
    _come_back_and_count(sampled, sent, fiona, alan)


def _write_and_ring(sampled: Services, sent: Sent) -> None:
    """Take in the email and the call of the third."""
    ruth = sent.packs["Ruth McKay"].stamp.id
    parts = sampled.returns.email_parts(ruth, EMAIL)
    assert sampled.returns.paste(ruth, EMAIL, parts).new_remarks == 3
    place = an_anchor(sampled, sent.draft_id, "kitchen door")
    assert sampled.returns.heard(ruth, "Number nine is easily found.", place).new_remarks == 1


def _come_back_and_count(sampled: Services, sent: Sent, fiona: OpenedFile, alan: OpenedFile) -> Taken:
    first, second = sampled.returns.receive(fiona), sampled.returns.receive(alan)
    assert (first.new_remarks, first.new_edits, first.known_by) == (14, 10, KnownBy.IDENTITY)
    assert (first.ask_sender, first.likely) == (True, "Fiona Grant")
    assert (second.new_remarks, second.new_edits, second.gatekeeper) == (6, 2, "Alan Petrie")
    sampled.returns.credit(first.return_id, "Fiona Grant")
    _write_and_ring(sampled, sent)

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
    assert first.report == ()
    return second


@pytest.fixture
def by_alan_with_libreoffice(sent: Sent, tmp_path: Path) -> Path:
    """Return the pack as Alan saves it who works in LibreOffice: our question is gone, his answer to it is there."""
    file, saved = tmp_path / "pack.docx", tmp_path / "Copy of pack (3).docx"
    file.write_bytes(sent.packs["Alan Petrie"].document.data)
    steps = [remark(words, text) for words, text in REMARKS_OF_ALAN.items()]
    steps += [answer_and_delete(QUESTION, "a retired joiner", "No, that is how it was.")]
    steps += [delete("Mill Lane in the dark"), delete("water, some of them to")]
    sit_down(tmp_path, "Alan Petrie", Sitting(file, saved, steps))
    return saved


@pytest.mark.oracle
@needs_libreoffice
def test_a_file_that_was_edited_in_libreoffice_counts_the_same(
    sampled: Services, sent: Sent, by_alan_with_libreoffice: Path
) -> None:
    fiona = opened("Pack reviewed.docx", by_fiona(sent.packs["Fiona Grant"]))
    data = by_alan_with_libreoffice.read_bytes()
    second = _come_back_and_count(sampled, sent, fiona, opened(by_alan_with_libreoffice.name, data))
    assert [finding.sentence for finding in second.report] == [
        "1 comment that was sent did not come back; that does not mean that it is settled."
    ]


@pytest.mark.oracle
@needs_libreoffice
def test_the_command_counts_the_same(
    sampled: Services, sent: Sent, by_alan_with_libreoffice: Path, tmp_path: Path, run: Run
) -> None:
    fiona = tmp_path / "Pack reviewed.docx"
    fiona.write_bytes(by_fiona(sent.packs["Fiona Grant"]))
    _write_and_ring(sampled, sent)
    sampled.close()
    folder = tmp_path / "Sample.car"
    code, told, said = run("returned", folder, fiona, by_alan_with_libreoffice, "--json")
    assert code == 0, said
    answer = json.loads(told)
    assert (answer["new_remarks"], answer["new_edits"]) == (20, 12)
    assert Counter(edit["kind"] for edit in answer["edits"]) == {"single": 8, "conflict": 2}
    assert sum(len(one["reviewers"]) for edit in answer["edits"] for one in edit["alternatives"]) == 12
    assert [one["tracked"] for edit in answer["edits"][:1] for one in edit["alternatives"]] == [False]
    assert (len(answer["remarks"]), sum(one["duplicate_of"] is not None for one in answer["remarks"])) == (24, 1)
    (lost,) = [one for one in answer["remarks"] if one["inferred"]]
    assert (lost["kind_of"], lost["about"], lost["text"]) == ("reply", QUESTION, "No, that is how it was.")
    assert lost["parent"]
    again = json.loads(run("returned", folder, fiona, by_alan_with_libreoffice, "--json")[1])
    assert (again["new_remarks"], again["new_edits"], again["already_known"]) == (0, 0, True)
    assert (again["remarks"], again["edits"]) == (answer["remarks"], answer["edits"])


def test_a_file_without_any_identity_left_is_known_by_the_code_on_it(sampled: Services, sent: Sent) -> None:
    desk = WordDesk(sent.packs["Fiona Grant"].document.data, "Fiona Grant")
    desk.insert("Nobody was hurt", " that night")
    desk.forget_identity()
    taken = sampled.returns.receive(opened("export.docx", desk.save()))
    assert (taken.gatekeeper, taken.new_edits) == ("Fiona Grant", 1)
    assert taken.known_by in {KnownBy.BOOKMARKS, KnownBy.CODE}
