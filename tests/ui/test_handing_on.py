from pathlib import Path

import pytest

from carfacilitator.errors import RefusedError
from carfacilitator.model.terms import Audience
from carfacilitator.services.departures import Parcel
from carfacilitator.services.packing import MAIL
from carfacilitator.services.workspace import Services
from carfacilitator.ui.handing_on import HandingOn
from carfacilitator.ui.page import Desk


@pytest.fixture
def mail() -> Parcel:
    return Parcel(name="A.eml", media_type=MAIL, data=b"Subject: A\n", audience=Audience.AUTHOR)


def test_where_no_program_is_it_says_what_to_do_instead(
    sampled: Services, desk: Desk, mail: Parcel, tmp_path: Path
) -> None:
    on = HandingOn(sampled.departures, desk.messages)
    (file,) = sampled.departures.save([mail], tmp_path)
    on.open_mail(file, mail)
    assert "attach the file yourself" in desk.messages.shown[-1]
    on.show(file)
    assert str(tmp_path) in desk.messages.shown[-1]


def test_a_message_that_is_not_the_one_that_was_made_stays(
    sampled: Services, desk: Desk, mail: Parcel, tmp_path: Path
) -> None:
    (file,) = sampled.departures.save([mail], tmp_path)
    file.write_bytes(b"another")
    with pytest.raises(RefusedError):
        HandingOn(sampled.departures, desk.messages).open_mail(file, mail)
