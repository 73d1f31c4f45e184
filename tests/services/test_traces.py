from pathlib import Path

from carfacilitator.model.terms import Audience
from carfacilitator.services.reviews import Remark, Speaker
from carfacilitator.sharing.door import Parcel
from tests.builders import a_case_study, a_draft, a_file, a_gatekeeper, a_person, a_sample_draft, a_workspace, an_anchor

NAME = "Alan Petrie"


def test_an_erased_name_is_taken_from_what_was_sent_and_said_and_the_rest_stays(tmp_path: Path) -> None:
    services = a_workspace(tmp_path)
    gatekeeper_id = a_gatekeeper(services, NAME)
    draft_id = a_draft(services, a_case_study(services), a_file("It rained."))
    remark = Remark(text="Did it?", kind_id=services.reviews.kinds()[0].id, by=Speaker(NAME, "AP"))
    services.reviews.comment(draft_id, an_anchor(services, draft_id, "rained"), remark)
    parcel = Parcel(
        name="it-petrie.docx", media_type="text/plain", data=b"x", audience=Audience.LOCAL_MANAGER, recipient=NAME
    )
    services.departures.save([parcel], tmp_path)
    services.erasure.erase("Gatekeeper", gatekeeper_id)
    (thread,) = services.reviews.threads(draft_id)
    assert (thread.author, thread.initials, thread.text) == ("(erased)", "", "Did it?")
    (gone,) = services.departures.rows()
    assert (gone.recipient, gone.name) == ("(erased)", "(erased)")
    services.close()


def test_an_erased_name_is_taken_from_answers_to_packs_and_what_was_decided_unless_another_bears_it(
    tmp_path: Path,
) -> None:
    services = a_workspace(tmp_path)
    draft_id = a_draft(services, a_case_study(services), a_sample_draft("keeping-a-tenancy-draft-3.docx"))
    pack = services.packs.make(services.packs.prepare(draft_id, a_gatekeeper(services, "Ruth McKay")))
    came = services.returns.heard(pack.stamp.id, "He never said so.")
    services.returns.credit(came.return_id, NAME)
    gone, stays = a_person(services, NAME), a_person(services, NAME)
    services.people.remove(gone)
    services.erasure.erase("Person", gone)
    assert [row.from_whom for row in services.returns.rows()] == [NAME]
    services.erasure.erase("Person", stays)
    assert [row.from_whom for row in services.returns.rows()] == ["(erased)"]
    services.close()
