from pathlib import Path

from carfacilitator.services import crowd
from carfacilitator.services.workspace import Circumstances
from tests.builders import CHEAP, PASSPHRASE


def test_there_is_more_of_everything_than_fits_a_page(tmp_path: Path) -> None:
    services = crowd.create(tmp_path / "Crowd.car", PASSPHRASE, Circumstances(cost=CHEAP))
    try:
        assert max(len(services.people.rows(group_id=row.id)) for row in services.groups.rows()) == 60
        assert len(services.case_studies.rows()) == 40
        assert len(services.meetings.rows()) == 30
        study = max(services.case_studies.rows(), key=lambda row: row.drafts)
        assert study.latest is not None
        assert study.latest.words > 30 * 350
        assert study.open_comments == 30
        assert len(services.packs.rows()) == 8
        meeting = services.meetings.next()
        assert meeting is not None
        assert meeting.planned_minutes == 160
    finally:
        services.close()
