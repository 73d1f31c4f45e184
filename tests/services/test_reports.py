import json
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from uuid import UUID

import pytest
from pypdf import PdfReader

from carfacilitator import paths
from carfacilitator.document.blocks import View
from carfacilitator.document.changes import changes
from carfacilitator.errors import KnownError, RefusedError
from carfacilitator.model.terms import Audience
from carfacilitator.services.comments import CommentFilter
from carfacilitator.services.comparisons import compare_files
from carfacilitator.services.drafts import DraftRow
from carfacilitator.services.reports import Arrange, Form, ReportWish
from carfacilitator.services.workspace import Services
from carfacilitator.sharing.receipts import still_true
from carfacilitator.word.reader import read
from tests.builders import a_case_study, a_comment, a_draft, a_sample_draft, a_workspace

AUTHOR, GROUP = ReportWish(Audience.AUTHOR, "Ailsa Reid"), ReportWish(Audience.GROUP, "Group A")
EVERY = CommentFilter()


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    services = a_workspace(tmp_path)
    yield services
    services.close()


@pytest.fixture
def drafts(services: Services) -> list[DraftRow]:
    study_id = a_case_study(services)
    for number in (3, 4):
        a_draft(services, study_id, a_sample_draft(f"keeping-a-tenancy-draft-{number}.docx"))
    return services.drafts.timeline(study_id)


def a_secret(services: Services, draft_id: UUID) -> None:
    a_comment(services, draft_id, "housing officer", "Alan is behind this.", Audience.FACILITATOR)


def test_a_redline_is_the_newer_file_without_what_others_left_in_it(services: Services, drafts: list[DraftRow]) -> None:
    report = services.reports.redline(drafts[0].id, drafts[1].id, AUTHOR)
    document = read(report.parcel.data)
    assert report.parcel.name == "Keeping a tenancy draft 1 to draft 2.docx"
    assert {change.author for change in changes(document)} == {"Dr Isla Munro"}
    assert [text for text in document.texts() if text] == [
        text for text in services.drafts.document(drafts[1].id).texts() if text
    ]
    original = "".join(document.texts(View.ORIGINAL))
    assert services.drafts.document(drafts[0].id).texts()[1] in original
    assert document.comments == ()
    assert b"Alan Petrie" not in report.parcel.data


def test_the_sheet_of_changes_has_the_sum_of_them(services: Services, drafts: list[DraftRow]) -> None:
    report = services.reports.changes(drafts[0].id, drafts[1].id, AUTHOR)
    pdf = PdfReader(BytesIO(report.parcel.data))
    text = " ".join(pdf.pages[0].extract_text().split())
    sentence = services.reviews.compare(drafts[0].id, drafts[1].id).comparison.summary.sentence
    assert sentence in text
    assert len(report.pages) == len(pdf.pages)
    assert report.parcel.name == "Keeping a tenancy changes draft 1 to draft 2.pdf"


def test_drafts_go_to_nobody_who_may_not_see_them(services: Services, drafts: list[DraftRow]) -> None:
    for make in (services.reports.redline, services.reports.changes):
        with pytest.raises(RefusedError, match="Draft 1 may not be seen by the group"):
            make(drafts[0].id, drafts[1].id, GROUP)
    for draft in drafts:
        services.drafts.amend(draft.id, audience=Audience.GROUP)
    assert services.reports.changes(drafts[0].id, drafts[1].id, GROUP).parcel.audience is Audience.GROUP


@pytest.mark.parametrize("form", list(Form))
def test_a_report_has_the_comments_that_its_audience_may_see_and_no_others(
    services: Services, drafts: list[DraftRow], form: Form
) -> None:
    a_secret(services, drafts[1].id)
    said = a_comment(services, drafts[1].id, "Nobody was hurt", "How do we know?")
    services.reviews.reply(said, "The nurse told me.")
    hidden = services.reviews.reply(said, "It was Morag.")
    services.reviews.show_reply_to(hidden, Audience.FACILITATOR)
    report = services.reports.comments(EVERY, Arrange.BY_KIND, form, AUTHOR)
    text = report.parcel.data.decode("utf-8-sig") if form is Form.TABLE else "\n".join(read(report.parcel.data).texts())
    assert "How do we know?" in text
    assert "Nobody was hurt" in text
    assert "The nurse told me." in text
    assert "Alan is behind" not in text
    assert "Morag" not in text
    assert (report.comments, report.left_out) == (1, 1)
    assert report.parcel.name == f"Comments on Keeping a tenancy by kind.{form}"


def test_a_report_without_a_comment_is_not_made(services: Services, drafts: list[DraftRow]) -> None:
    a_secret(services, drafts[1].id)
    with pytest.raises(KnownError, match="may be seen by the author"):
        services.reports.comments(EVERY, Arrange.BY_DRAFT, Form.WORD, AUTHOR)


def test_a_report_is_handed_over_with_its_receipt_and_is_on_record(
    services: Services, drafts: list[DraftRow], tmp_path: Path
) -> None:
    a_comment(services, drafts[1].id, "Nobody was hurt")
    report = services.reports.comments(EVERY, Arrange.BY_DRAFT, Form.TABLE, AUTHOR)
    file, proof = services.reports.hand_over(report, tmp_path / "out")
    kept = proof.read_bytes()
    assert still_true(kept, {file.name: file.read_bytes()})
    told = json.loads(kept)
    assert (told["recipient"], told["audience"], told["counts"]) == (
        "Ailsa Reid",
        "author",
        {"comments": 1, "comments left out": 0},
    )
    assert {row.name for row in services.departures.rows()} == {file.name, proof.name}
    with pytest.raises(RefusedError, match="already a file"):
        services.reports.hand_over(report, tmp_path / "out")


def test_what_is_for_the_facilitator_only_stays(services: Services, drafts: list[DraftRow], tmp_path: Path) -> None:
    a_secret(services, drafts[1].id)
    report = services.reports.comments(EVERY, Arrange.BY_KIND, Form.TABLE, ReportWish(Audience.FACILITATOR))
    with pytest.raises(RefusedError, match="facilitator only"):
        services.reports.hand_over(report, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_two_files_from_the_disk_give_a_redline_and_a_sheet_of_changes(services: Services) -> None:
    old, new = (paths.resource("sample", f"keeping-a-tenancy-draft-{number}.docx") for number in (3, 4))
    pair = compare_files(old, new)
    tracked, sheet = services.reports.redline_of_files(pair), services.reports.changes_of_files(pair)
    assert tracked.parcel.name == "keeping-a-tenancy-draft-4 against keeping-a-tenancy-draft-3.docx"
    document = read(tracked.parcel.data)
    assert changes(document)
    assert document.comments == ()
    text = "".join(page.extract_text() for page in PdfReader(BytesIO(sheet.parcel.data)).pages)
    assert "From keeping-a-tenancy-draft-3.docx" in " ".join(text.split())
    assert len(sheet.pages) == len(PdfReader(BytesIO(sheet.parcel.data)).pages)
