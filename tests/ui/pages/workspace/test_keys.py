from carfacilitator.services.workspace import Services
from carfacilitator.ui import sections
from carfacilitator.ui.pages.workspace.keys import KeysSection
from carfacilitator.ui.pages.workspace.page import WorkspacePage


def section(page: WorkspacePage) -> KeysSection:
    page.open(sections.KEYS)
    assert isinstance(page.section, KeysSection)
    return page.section


def test_the_file_on_the_drive_is_looked_at(page: WorkspacePage, services: Services) -> None:
    proof = section(page).proof
    with (services.folder / "workspace.db").open("rb") as file:
        assert file.read(4).hex(" ") in proof._bytes.text()
    assert "SQLCipher 4" in proof._version.text()
    assert "is encrypted" in proof._sentence.text()


def test_a_workspace_without_a_recovery_code_says_so_until_there_is_one(
    page: WorkspacePage, services: Services
) -> None:
    assert section(page).summary().pill is not None
    services.keyring.make_recovery_code()
    assert section(page).summary().pill is None


def test_esc_closes_what_was_begun(page: WorkspacePage) -> None:
    shown = section(page)
    assert not shown.step_back()
    shown.passphrase.begin.click()
    assert page.step_back()
    assert not shown.passphrase.begin.isHidden()
