from pathlib import Path

from carfacilitator.cli.sanctions import items
from carfacilitator.model.terms import SanctionAnswer
from carfacilitator.services.sanctions import Answered, Request
from tests.builders import a_case_study, a_draft, a_file, a_workspace


def test_who_agrees_is_told_with_what_changed_and_how_far_conditions_are_met(tmp_path: Path) -> None:
    services = a_workspace(tmp_path)
    study = a_case_study(services)
    a_draft(services, study, a_file("Kilmorran was flooded.", "It was recieved.", name="one.docx"))
    (asked,) = services.sanctions.request(study, Request(output="Article", author=True))
    condition = ("Do not name it.", "Kilmorran", "a town")
    services.sanctions.take_answer(asked, Answered(answer=SanctionAnswer.CONDITIONS, condition=condition))
    a_draft(services, study, a_file("Kilmorran was flooded.", "It was received.", name="two.docx"))
    (item,) = items(services)
    assert item.title == "Keeping a tenancy, Article: Ailsa Reid, agreed with conditions (ask again)"
    assert item.changed == (("recieved", "received"),)
    assert (item.conditions[0].left, item.conditions[0].places, item.conditions[0].met) == (1, 1, False)
    assert [entry.words for entry in item.entries] == ["Asked, with draft 1", "Agreed, with conditions, to draft 1"]
    services.close()
