from pathlib import Path

from carfacilitator.model.terms import Audience
from carfacilitator.services.reviews import Remark, Speaker
from carfacilitator.sharing.door import Parcel
from tests.builders import a_case_study, a_draft, a_file, a_gatekeeper, a_workspace, an_anchor

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
