from datetime import UTC, datetime
from pathlib import Path

import pytest

from carfacilitator.errors import RefusedError
from carfacilitator.services import redlines
from tests.builders import a_sample_draft

NOW = datetime(2026, 3, 10, tzinfo=UTC)


def test_a_redline_is_saved_beside_nothing_else(tmp_path: Path) -> None:
    old, new = (a_sample_draft(f"keeping-a-tenancy-draft-{number}.docx") for number in (3, 4))
    saved = redlines.save_redline(old, new, tmp_path / "redline.docx", now=NOW)
    assert [saved] == list(tmp_path.iterdir())
    with pytest.raises(RefusedError):
        redlines.save_redline(old, new, tmp_path / "redline.docx", now=NOW)
