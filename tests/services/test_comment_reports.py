from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from carfacilitator.document.blocks import BlockKind
from carfacilitator.model.terms import Audience
from carfacilitator.services import comment_reports, tables
from carfacilitator.services.comment_reports import Arrange, CommentReport, Form
from carfacilitator.services.reviews import Remark
from carfacilitator.services.workspace import Services
from carfacilitator.word.reader import read
from tests.builders import a_case_study, a_draft, a_file, a_workspace, an_anchor

TEXT = a_file("# Why", "A letter is not contact.", "Early contact works.")


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    services = a_workspace(tmp_path)
    draft_id = a_draft(services, a_case_study(services), TEXT)
    style, evidence = (services.reviews.kinds()[place] for place in (2, 5))
    for words, kind, text in (("letter", evidence, "Which one?"), ("Early", style, "=How early?")):
        remark = Remark(text=text, kind_id=kind.id, audience=Audience.GROUP)
        services.reviews.comment(draft_id, an_anchor(services, draft_id, words), remark)
    first = services.comments.rows()[0].id
    services.reviews.reply(first, "The second.\nOf March.")
    services.reviews.resolve(first)
    other = a_draft(services, a_case_study(services, "The bus", "Tom Baird"), a_file("No bus.", name="bus.docx"))
    services.reviews.comment(other, an_anchor(services, other, "bus"), Remark(text="Where?", kind_id=style.id))
    yield services
    services.close()


def the_report(services: Services, arrange: Arrange, audience: Audience = Audience.AUTHOR) -> CommentReport:
    going = comment_reports.for_audience(services.comments.rows(), audience)
    return CommentReport(
        rows=comment_reports.arranged(going, arrange, [kind.id for kind in services.reviews.kinds()]),
        arrange=arrange,
        audience=audience,
        day=date(2026, 3, 10),
        facilitator="Dr Isla Munro",
    )


def test_comments_are_arranged_by_study_and_within_it_by_kind_or_as_they_stand(services: Services) -> None:
    by_kind, by_draft = (the_report(services, arrange) for arrange in (Arrange.BY_KIND, Arrange.BY_DRAFT))
    assert [row.text for row in by_kind.rows] == ["=How early?", "Which one?", "Where?"]
    assert [row.text for row in by_draft.rows] == ["Which one?", "=How early?", "Where?"]
    assert by_kind.title == "Comments on all case studies"
    assert the_report(services, Arrange.BY_KIND, Audience.GROUP).title == "Comments on Keeping a tenancy"


def test_a_table_has_one_line_for_each_comment_and_nothing_that_is_calculated(services: Services) -> None:
    data = comment_reports.written(the_report(services, Arrange.BY_DRAFT), Form.TABLE)
    assert b"'=How early?" in data
    first, second, _ = tables.read(data, ["comment"])
    assert first == {
        "case study": "Keeping a tenancy",
        "draft": "1",
        "under the heading": "Why",
        "kind": "Evidence",
        "state": "done",
        "place": "exact",
        "author": "Dr Isla Munro",
        "date": "2026-03-10",
        "audience": "group",
        "about the words": "letter",
        "comment": "Which one?",
        "replies": "Dr Isla Munro: The second.\nOf March.",
    }
    assert second["comment"] == "=How early?"


def test_a_document_has_a_heading_for_each_group_and_tells_each_comment_under_it(services: Services) -> None:
    document = read(comment_reports.written(the_report(services, Arrange.BY_KIND, Audience.GROUP), Form.WORD))
    headings = [leaf.block.text() for leaf in document.leaves() if leaf.block.kind is BlockKind.HEADING]
    assert [text for text in headings if "·" not in text and not text.startswith("Comments")] == [
        "Writing style",
        "Evidence",
    ]
    text = "\n".join(document.texts())
    assert "By kind · for the group · 10 March 2026" in text
    assert "Can it be plainer?" in text
    told = "Dr Isla Munro · 10 March 2026\nDraft 1 · under ‘Why’ · done on 10 March 2026\nletter\nWhich one?"
    assert told in text
    assert "Where?" not in text


def test_by_draft_the_kind_stands_beside_each_comment(services: Services) -> None:
    texts = read(comment_reports.written(the_report(services, Arrange.BY_DRAFT), Form.WORD)).texts()
    assert "The bus: Draft 1" in texts
    assert "Writing style · open" in texts
