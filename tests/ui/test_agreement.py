from pathlib import Path

from carfacilitator.model.terms import SanctionAnswer
from carfacilitator.services.sanctions import Ledger, Request
from carfacilitator.ui import agreement
from tests.builders import a_case_study, a_draft, a_file, a_gatekeeper, a_workspace


def test_the_verdict_names_whom_it_needs(tmp_path: Path) -> None:
    services = a_workspace(tmp_path)
    study = a_case_study(services)
    a_draft(services, study, a_file("It rained."))
    keepers = tuple(a_gatekeeper(services, name) for name in ("Fiona Grant", "Ruth McKay"))
    asked = services.sanctions.request(study, Request(output="Report", gatekeepers=keepers, author=True))
    services.sanctions.answered(asked[0], SanctionAnswer.AGREED)
    ledger = services.sanctions.ledger(study)
    assert agreement.verdict(ledger) == (
        "Not to be published yet",
        "needs Fiona Grant and Ruth McKay; 3 of 3 must agree",
    )
    assert agreement.in_one_sentence(ledger).startswith("1 of 3 agree. Not to be published yet")
    for one in asked:
        services.sanctions.answered(one, SanctionAnswer.AGREED)
    ledger = services.sanctions.ledger(study)
    assert agreement.verdict(ledger)[0] == "May be published"
    assert agreement.in_one_sentence(ledger).startswith("Everybody who was asked agrees")
    assert agreement.in_one_sentence(Ledger(())) == "Nobody was asked yet whether it may be published."
    services.close()


def test_names_are_joined_as_people_say_them() -> None:
    assert agreement.names(["A"]) == "A"
    assert agreement.names(["A", "B", "C"]) == "A, B and C"
    assert agreement.names([]) == ""
