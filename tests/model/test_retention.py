from datetime import date
from uuid import uuid4

from carfacilitator.model.retention import RetentionDate


def test_a_retention_date_names_what_is_kept_and_until_when() -> None:
    kept = RetentionDate(noun="CaseStudy", entity_id=uuid4(), keep_until=date(2031, 3, 10))
    assert (kept.noun, kept.keep_until.year, kept.why) == ("CaseStudy", 2031, "")
