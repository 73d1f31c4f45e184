from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest

from carfacilitator.document.changes import changes
from carfacilitator.document.namings import Spot
from carfacilitator.errors import KnownError, RefusedError
from carfacilitator.model.terms import SanctionAnswer
from carfacilitator.services.files import OpenedFile
from carfacilitator.services.sanctions import Answered
from carfacilitator.services.workspace import Services
from carfacilitator.word.reader import read
from tests.builders import a_case_study, a_draft, a_gatekeeper, a_workspace
from tests.word_builders import (
    cell,
    complex_field,
    drawing,
    inserted,
    note_reference,
    paragraph,
    plain,
    row,
    run,
    table,
    text_box,
    word_file,
)

TOWN, INSTEAD = "Kilmorran", "a coastal town"


def a_named_file() -> OpenedFile:
    """Return a file in which the town stands wherever a reader finds words, once in longer ones."""
    file = word_file(
        plain("Kilmorran floods. Kilmorrans know it."),
        paragraph(run("In Kil"), run("mor", "<w:b/>"), run("ran we rest."), inserted(run(" KILMORRAN!"))),
        table(row(cell(plain("Kilmorran")), cell(plain("40")))),
        paragraph(run("See"), note_reference(2)),
        paragraph(run("A box"), text_box(plain("The Kilmorran box"))),
        paragraph(complex_field("REF x", run("Kilmorran")), drawing("picture", description="Kilmorran’s harbour")),
    )
    file.note(2, plain("Of Kilmorran."))
    file.margin("header", plain("Kilmorran, a study"))
    file.section = '<w:sectPr><w:headerReference w:type="default" r:id="rIdHeader"/></w:sectPr>'
    data = file.to_bytes()
    return OpenedFile("named.docx", data, read(data))


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    services = a_workspace(tmp_path)
    yield services
    services.close()


@pytest.fixture
def study(services: Services) -> UUID:
    study = a_case_study(services)
    a_draft(services, study, a_named_file())
    return study


@pytest.fixture
def condition(services: Services, study: UUID) -> UUID:
    sanction = services.sanctions.ask(study, a_gatekeeper(services, "Fiona Grant"), "report")
    named = ("Call the place a coastal town.", TOWN, INSTEAD)
    services.sanctions.take_answer(sanction, Answered(answer=SanctionAnswer.CONDITIONS, condition=named))
    return services.sanctions.ledger(study).rows[0].conditions[0].id


def test_every_place_is_seen_before_anything_is_changed(services: Services, study: UUID, condition: UUID) -> None:
    seen = services.conditions.preview(condition)
    spots = [place.spot for place in seen.places]
    assert {*spots} >= {Spot.TEXT, Spot.TABLE, Spot.NOTE, Spot.BOX, Spot.PICTURE}
    assert (seen.longer, seen.left) == (("Kilmorrans",), 0)
    assert [place.odd for place in seen.places if place.spot is Spot.BOX] == [True]
    assert len(services.drafts.timeline(study)) == 1


@pytest.mark.parametrize("tracked", [True, False])
def test_a_name_is_replaced_everywhere_and_in_no_longer_word(
    services: Services, study: UUID, condition: UUID, *, tracked: bool
) -> None:
    count = len(services.conditions.preview(condition).places)
    made = services.conditions.replace(condition, tracked=tracked)
    document = services.drafts.document(made.id)
    said = "\n".join(document.texts())
    assert "A coastal town floods. Kilmorrans know it." in said
    assert "In a coastal town we rest. A COASTAL TOWN!" in said
    assert "Of a coastal town." in said
    ours = [change for change in changes(document) if change.author == services.facilitators.owner().name]
    assert bool(ours) is tracked
    (checked,) = services.sanctions.ledger(study).rows[0].conditions
    assert (checked.left, checked.places, checked.is_met) == (0, count, True)
    assert services.sanctions.ledger(study).rows[0].holds
    draft = services.drafts.timeline(study)[-1]
    assert (draft.number, draft.note) == (2, f"“{TOWN}” became “{INSTEAD}” in {count} places.")


def test_what_stands_nowhere_or_names_no_words_is_said(services: Services, study: UUID, condition: UUID) -> None:
    services.conditions.replace(condition)
    with pytest.raises(KnownError):
        services.conditions.preview(condition)
    sanction = services.sanctions.ledger(study).rows[0].id
    thanks = services.sanctions.put_condition(sanction, "Thank the volunteers.")
    with pytest.raises(KnownError):
        services.conditions.preview(thanks)


def test_no_draft_is_made_while_names_are_seen_as_initials(services: Services, study: UUID, condition: UUID) -> None:
    services.discretion.enter()
    with pytest.raises(RefusedError):
        services.conditions.replace(condition)
    assert len(services.drafts.timeline(study)) == 1
