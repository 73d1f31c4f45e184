import json
from datetime import UTC, datetime

import pytest

from carfacilitator.errors import KnownError
from carfacilitator.model.terms import Audience
from carfacilitator.sharing.door import Parcel
from carfacilitator.sharing.receipts import ReceiptNote, receipt, still_true

PACK = Parcel(name="a.docx", media_type="text/plain", data=b"text", audience=Audience.GROUP)
NOTE = ReceiptNote(
    code="7F31",
    recipient="Ruth",
    audience="local manager",
    made_at=datetime(2026, 3, 10, tzinfo=UTC),
    counts={"comments": 6},
)


def test_one_changed_byte_makes_a_receipt_invalid() -> None:
    kept = receipt(NOTE, [PACK])
    assert still_true(kept, {"a.docx": b"text"})
    assert not still_true(kept, {"a.docx": b"texT"})
    assert not still_true(kept, {})


def test_a_receipt_tells_who_and_what() -> None:
    told = json.loads(receipt(NOTE, [PACK]))
    assert told["recipient"] == "Ruth"
    assert told["counts"] == {"comments": 6}
    assert told["made_at"] == "2026-03-10T00:00:00+00:00"


def test_what_is_no_receipt_is_said_plainly() -> None:
    with pytest.raises(KnownError):
        still_true(b"{}", {})
    with pytest.raises(KnownError):
        still_true(b"nothing", {})
