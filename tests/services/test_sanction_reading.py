from pathlib import Path
from uuid import uuid4

from carfacilitator.document.namings import Spot
from carfacilitator.model.terms import SanctionAnswer
from carfacilitator.services.sanction_reading import LedgerMemory
from carfacilitator.services.sanctions import Answered, Request
from tests.builders import a_case_study, a_draft, a_file, a_workspace


def test_what_was_worked_out_once_is_remembered() -> None:
    memory, asked = LedgerMemory(), list[int]()

    def find() -> dict[Spot, int]:
        asked.append(1)
        return {Spot.TEXT: 3}

    key = uuid4(), "Kilmorran"
    assert memory.spots(key, find) == memory.spots(key, find)
    assert len(asked) == 1


def test_it_begins_anew_before_it_grows_without_end() -> None:
    memory = LedgerMemory()
    for _ in range(500):
        memory.spots((uuid4(), "x"), dict)
        memory.sentences((uuid4(), uuid4(), ()), tuple)
    assert len(memory._spots) <= 202
    assert len(memory._sentences) <= 202


def test_a_sentence_that_was_cut_is_told_where_it_stood(tmp_path: Path) -> None:
    services = a_workspace(tmp_path)
    study = a_case_study(services)
    a_draft(services, study, a_file("# Why", "It rained.", "It was cold.", name="one.docx"))
    (asked,) = services.sanctions.request(study, Request(output="Article", author=True))
    services.sanctions.answered(asked, SanctionAnswer.AGREED)
    a_draft(services, study, a_file("# Why", "It rained.", name="two.docx"))
    (row,) = services.sanctions.ledger(study).rows
    assert [one.where for one in row.sentences] == ["Why, paragraph 2"]
    assert services.sanctions.ledger(study).rows == (row,)
    services.close()


def test_a_condition_about_a_name_is_not_met_because_the_name_is_seen_as_initials(tmp_path: Path) -> None:
    services = a_workspace(tmp_path)
    study = a_case_study(services)
    a_draft(services, study, a_file("Ailsa Reid saw it.", name="one.docx"))
    (asked,) = services.sanctions.request(study, Request(output="Article", author=True))
    services.sanctions.take_answer(
        asked, Answered(answer=SanctionAnswer.CONDITIONS, condition=("No name.", "Ailsa Reid", "a housing officer"))
    )
    services.discretion.enter()
    (row,) = services.sanctions.ledger(study).rows
    (condition,) = row.conditions
    assert (condition.words, condition.left, condition.is_met, row.holds) == ("AR", 1, False, False)
    services.close()
