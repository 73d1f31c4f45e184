from collections.abc import Callable

import pytest

from carfacilitator.errors import WrongPassphraseError
from carfacilitator.services.workspace import Services, open_workspace
from carfacilitator.ui import sections
from carfacilitator.ui.jobs import Job
from carfacilitator.ui.page import Desk
from carfacilitator.ui.pages.workspace.page import WorkspacePage
from carfacilitator.ui.pages.workspace.passphrase_card import PassphraseCard
from carfacilitator.ui.requests import WhileClosed
from tests.builders import PASSPHRASE, a_setting

NEW = "nine lanterns by the quiet weir"
Settled = Callable[[], None]


@pytest.fixture
def card(page: WorkspacePage) -> PassphraseCard:
    page.open(sections.KEYS)
    made = page.findChildren(PassphraseCard)[0]
    made.begin.click()
    return made


def fill(card: PassphraseCard, old: str, new: str = NEW) -> None:
    card.old.line.setText(old)
    card.new.first.line.setText(new)
    card.new.again.line.setText(new)


def test_the_passphrase_is_changed_and_nothing_typed_stays(
    card: PassphraseCard, services: Services, desk: Desk, settled: Settled
) -> None:
    fill(card, PASSPHRASE)
    card.change.click()
    settled()
    services.keyring.verify(NEW)
    with pytest.raises(WrongPassphraseError):
        services.keyring.verify(PASSPHRASE)
    assert desk.messages.shown == ["The passphrase is changed. It is asked for the next time."]
    assert card.old.text == card.new.text == ""


def test_a_wrong_one_changes_nothing(card: PassphraseCard, services: Services, settled: Settled) -> None:
    fill(card, "a guess")
    card.change.click()
    settled()
    services.keyring.verify(PASSPHRASE)
    assert "does not open" in card.old.line.accessibleDescription()
    assert card.change.isEnabled()


def test_what_is_missing_is_said_beside_it(card: PassphraseCard) -> None:
    fill(card, "", "short")
    card.change.click()
    assert "as it is now" in card.old.line.accessibleDescription()
    assert "too short" in card.new.first.line.accessibleDescription()


def test_encrypting_anew_is_asked_of_the_program_for_it_closes_the_workspace(
    card: PassphraseCard, services: Services, asked: list[WhileClosed], settled: Settled
) -> None:
    fill(card, PASSPHRASE)
    card.anew.setChecked(True)
    card.change.click()
    settled()
    (errand,) = asked
    assert errand.passphrase == NEW
    services.close()
    errand.work(Job(errand.what))
    open_workspace(services.folder, NEW, a_setting()).close()


def test_encrypting_anew_begins_only_with_the_right_passphrase(
    card: PassphraseCard, asked: list[WhileClosed], settled: Settled
) -> None:
    fill(card, "a guess")
    card.anew.setChecked(True)
    card.change.click()
    settled()
    assert asked == []
