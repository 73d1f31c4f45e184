from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest

from carfacilitator.document.blocks import FileComment
from carfacilitator.services.files import OpenedFile
from carfacilitator.services.identity import KnownBy
from carfacilitator.services.pack_guesses import Recognition, recognise
from carfacilitator.services.senders import Whose
from carfacilitator.services.workspace import Services
from tests.builders import a_case_study, a_draft, a_file, a_gatekeeper, a_sample_draft, a_workspace


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    services = a_workspace(tmp_path)
    yield services
    services.close()


@pytest.fixture
def packs(services: Services) -> list[UUID]:
    draft = a_draft(services, a_case_study(services), a_sample_draft("keeping-a-tenancy-draft-3.docx"))
    names = ("Fiona Grant", "Ruth McKay")
    return [services.packs.make(services.packs.prepare(draft, a_gatekeeper(services, name))).stamp.id for name in names]


def looked_at(services: Services, file: OpenedFile) -> Recognition:
    with services.database.reading() as session:
        return recognise(session, file.document)


def said_by(name: str) -> OpenedFile:
    file = a_sample_draft("keeping-a-tenancy-draft-3.docx")
    comments = (*file.document.comments, FileComment("new", "And this?", name))
    return replace(file, document=replace(file.document, comments=comments))


def test_a_new_draft_reads_like_its_packs_and_is_the_authors_by_the_names_in_it(
    services: Services, packs: list[UUID]
) -> None:
    by_author = looked_at(services, said_by("Ailsa Reid"))
    assert (by_author.by, by_author.whose) == (None, Whose.AUTHOR)
    assert {guess.pack_id for guess in by_author.guesses} == set(packs)


def test_a_gatekeepers_name_on_what_is_new_tells_whose_it_is(services: Services, packs: list[UUID]) -> None:
    found = looked_at(services, said_by("Ruth McKay"))
    assert (found.by, found.whose) == (KnownBy.TEXT, Whose.GATEKEEPER)
    assert [guess.pack_id for guess in found.guesses] == packs[1:]


def test_where_only_a_stranger_wrote_in_it_nobody_knows(services: Services, packs: list[UUID]) -> None:
    found = looked_at(services, said_by("H. Boyd"))
    assert (found.by, found.whose, len(found.guesses)) == (None, Whose.UNKNOWN, len(packs))


def test_a_pack_of_another_workspace_is_strange(services: Services, packs: list[UUID]) -> None:
    file = a_file("Minutes about parking.")
    away = replace(file.document, properties={"code": "ZZZ-999"})
    found = looked_at(services, replace(file, document=away))
    assert (found.by, found.guesses, found.strange) == (None, (), True)
    assert not looked_at(services, file).strange
    assert packs
