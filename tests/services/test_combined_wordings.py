from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest

from carfacilitator.document.items import ItemKind
from carfacilitator.services.files import OpenedFile
from carfacilitator.services.pack_wishes import PackWishes
from carfacilitator.services.packs import PackMade
from carfacilitator.services.workspace import Services
from carfacilitator.word.reader import read
from tests.builders import PASSPHRASE, a_case_study, a_draft, a_gatekeeper, a_sample_draft, a_workspace
from tests.imitated_word import WordDesk

ALAN, RUTH = "Alan Petrie", "Ruth McKay"
ASKING = PackWishes(questions=("Is it so?",))


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    services = a_workspace(tmp_path)
    yield services
    services.close()


@pytest.fixture
def draft(services: Services) -> UUID:
    return a_draft(services, a_case_study(services), a_sample_draft("keeping-a-tenancy-draft-4.docx"))


def a_pack(services: Services, draft: UUID, name: str) -> PackMade:
    return services.packs.make(services.packs.prepare(draft, a_gatekeeper(services, name), ASKING))


def answer(services: Services, pack: PackMade, by: str, words: str, *more: tuple[str, str]) -> UUID:
    """Send a pack back with other words for 'half a day', and words behind others; return the answer."""
    desk = WordDesk(pack.document.data, by)
    desk.insert("half a day", f" ({words})")
    for after, new in more:
        desk.insert(after, new)
    data = desk.save()
    return services.returns.receive(OpenedFile(f"{by} {words}.docx", data, read(data))).return_id


def test_a_later_file_of_the_same_person_replaces_what_she_said_and_people_are_counted(
    services: Services, draft: UUID
) -> None:
    pack = a_pack(services, draft, ALAN)
    answer(services, pack, ALAN, "a morning", ("Mill Lane", " South"))
    answer(services, pack, ALAN, "an afternoon")
    answer(services, a_pack(services, draft, RUTH), RUTH, "an afternoon")
    review = services.combined_reviews.open(draft)
    (said,) = [edit for edit in review.edits if "afternoon" in edit.wordings[0].text]
    assert (said.kind, said.people, said.of) == (ItemKind.AGREED, (ALAN, RUTH), 2)
    assert [wording.earlier for wording in said.wordings] == [("(a morning)",)]
    (left,) = [edit for edit in review.edits if edit is not said]
    assert (left.kind, left.people, left.of) == (ItemKind.SINGLE, (ALAN,), 2)


def test_two_packs_credited_to_one_person_are_one_person(services: Services, draft: UUID) -> None:
    answer(services, a_pack(services, draft, ALAN), ALAN, "a morning")
    second = answer(services, a_pack(services, draft, RUTH), RUTH, "an afternoon")
    assert [edit.kind for edit in services.combined_reviews.open(draft).edits] == [ItemKind.BOTH_INSERT]
    services.returns.credit(second, ALAN)
    (edit,) = services.combined_reviews.open(draft).edits
    assert (edit.kind, edit.people, edit.of) == (ItemKind.SINGLE, (ALAN,), 1)
    services.history.undo()
    assert [edit.of for edit in services.combined_reviews.open(draft).edits] == [2]


def test_who_signed_a_change_in_somebody_elses_file_is_told(services: Services, draft: UUID) -> None:
    pack = a_pack(services, draft, ALAN)
    desk = WordDesk(pack.document.data, ALAN)
    desk.insert("half a day", " or more")
    desk.author = "Neil Orr"
    desk.insert("Mill Lane", " South")
    desk.author = "Author"
    desk.insert("the minister sent soup", " itself")
    data = desk.save()
    taken = services.returns.receive(OpenedFile("answer.docx", data, read(data)))
    services.returns.credit(taken.return_id, ALAN)
    signed = {edit.wordings[0].text.strip(): edit.wordings[0] for edit in services.combined_reviews.open(draft).edits}
    assert {words: one.signed for words, one in signed.items()} == {
        "or more": (),
        "South": ("Neil Orr",),
        "itself": (),
    }
    services.discretion.enter()
    (veiled,) = {one.wordings[0].signed for one in services.combined_reviews.open(draft).edits} - {()}
    assert veiled == ("NO",)
    services.discretion.leave(PASSPHRASE)
