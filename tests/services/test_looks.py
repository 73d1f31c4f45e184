from pathlib import Path
from uuid import uuid4

import pytest

from carfacilitator.errors import NotFoundError
from carfacilitator.services.workspace import open_workspace
from tests.builders import PASSPHRASE, a_case_study, a_setting, a_workspace


def test_what_was_chosen_last_is_there_again_after_a_start(tmp_path: Path) -> None:
    services = a_workspace(tmp_path)
    study = a_case_study(services)
    assert services.looks.of(study) == {}
    undoes = services.history.can_undo()
    for mode in ("side", "clean"):
        services.looks.remember(study, {"mode": mode})
    assert services.history.can_undo() == undoes
    services.close()
    again = open_workspace(tmp_path / "Work.car", PASSPHRASE, a_setting())
    assert again.looks.of(study) == {"mode": "clean"}
    again.close()


def test_only_of_a_case_study_that_is_there_something_is_remembered(tmp_path: Path) -> None:
    services = a_workspace(tmp_path)
    with pytest.raises(NotFoundError):
        services.looks.remember(uuid4(), {})
    services.close()
