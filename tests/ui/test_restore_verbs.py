from pathlib import Path

import pytest

from carfacilitator.services.workspace import Services, open_workspace
from carfacilitator.store.recovery_codes import MistypedCodeError
from carfacilitator.ui.jobs import Job
from carfacilitator.ui.restore_verbs import RestoreVerbs
from tests.builders import PASSPHRASE, a_person, a_setting, a_workspace


@pytest.fixture
def services(tmp_path: Path) -> Services:
    made = a_workspace(tmp_path)
    a_person(made)
    made.backups.make()
    made.close()
    return made


def test_a_backup_is_found_looked_into_and_restored(services: Services, tmp_path: Path) -> None:
    ((file, manifest),) = RestoreVerbs.found_in(services.folder)
    assert RestoreVerbs.whose(file) == manifest
    opener = RestoreVerbs.opener(PASSPHRASE, is_code=False)
    assert RestoreVerbs.preview(file, opener, Job("Looking")).in_words() == "1 person"
    RestoreVerbs.restore(file, opener, tmp_path / "Again.car", Job("Restoring"))
    open_workspace(tmp_path / "Again.car", PASSPHRASE, a_setting()).close()


def test_one_put_in_place_keeps_what_was_there(services: Services) -> None:
    ((file, _),) = RestoreVerbs.found_in(services.folder)
    opener = RestoreVerbs.opener(PASSPHRASE, is_code=False)
    aside = RestoreVerbs.restore_in_place(file, opener, services.folder, Job("Restoring"))
    for folder in (aside, services.folder):
        open_workspace(folder, PASSPHRASE, a_setting()).close()


def test_a_code_that_cannot_be_one_is_refused_before_anything_is_opened() -> None:
    with pytest.raises(MistypedCodeError):
        RestoreVerbs.opener("ABCDE", is_code=True)
