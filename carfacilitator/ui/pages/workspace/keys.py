"""What opens the workspace, and the proof that nothing else does."""

from carfacilitator.services.workspace import Services
from carfacilitator.ui import sections
from carfacilitator.ui.page import Page
from carfacilitator.ui.pages.workspace.passphrase_card import PassphraseCard
from carfacilitator.ui.pages.workspace.recovery_card import RecoveryCard
from carfacilitator.ui.pages.workspace.remembering_card import RememberingCard
from carfacilitator.ui.pages.workspace.section import Section, Summary
from carfacilitator.ui.widgets.card import Card
from carfacilitator.ui.widgets.pill import Pill, PillLook
from carfacilitator.ui.widgets.words import MUTED, PLAIN, SMALL, Words

_ENCRYPTED, _OPEN = PillLook("Encrypted", "good", "shield"), PillLook("Not encrypted", "bad", "alert")


class KeysSection(Section):
    """Passphrase, recovery code, what this computer remembers, and how the file on the drive looks."""

    ID, TITLE, ICON = sections.KEYS, "Keys and encryption", "key"

    def __init__(self, services: Services, page: Page) -> None:
        super().__init__(services, page)
        self.passphrase = PassphraseCard(services, page)
        self.recovery = RecoveryCard(services, page)
        self.remembering = RememberingCard(services, page)
        self.proof = ProofCard(services)
        for card in (self.passphrase, self.recovery, self.remembering, self.proof):
            self.column.addWidget(card)

    def summary(self) -> Summary:
        """Return whether there is a way in when the passphrase is forgotten."""
        if self.services.keyring.has_recovery_code():
            return Summary("Passphrase and recovery code")
        return Summary("Passphrase; no recovery code", PillLook("See to it", "warn", "alert"))

    def refresh(self) -> None:
        """Look at the keys and at the file."""
        for card in (self.recovery, self.remembering, self.proof):
            card.refresh()

    def step_back(self) -> bool:
        """Close what was begun."""
        return self.recovery.step_back() or self.passphrase.step_back()


class ProofCard(Card):
    """The file on the drive, looked at as a thief would."""

    def __init__(self, services: Services) -> None:
        super().__init__("Proof of encryption")
        self._services = services
        self._pill = Pill(_ENCRYPTED)
        self._sentence = Words("", PLAIN, wraps=True)
        self._bytes = Words("", MUTED, wraps=True)
        self._version = Words("", SMALL, wraps=True)
        self.add_beside_title(self._pill)
        for words in (self._sentence, self._bytes, self._version):
            self.add(words)

    def refresh(self) -> None:
        """Read the beginning of the file."""
        proof = self._services.safety.encryption()
        self._pill.set_look(_ENCRYPTED if proof.is_encrypted else _OPEN)
        self._sentence.setText(proof.sentence)
        self._bytes.setText(f"It begins with  {proof.first_bytes}")
        self._version.setText(
            f"SQLCipher {proof.version}; {proof.entropy:.3f} of 8 bits a byte look like chance. "
            "A plain database begins with the words “SQLite format 3”."
        )
