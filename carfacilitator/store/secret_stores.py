"""Where the operating system keeps secrets for the person who is logged in; never the only place for a key."""

import base64
import shutil
import subprocess
import sys
from contextlib import suppress

from carfacilitator.errors import KnownError

_SERVICE = "CAR Facilitator"
_PATIENCE = 20  # seconds; the system may ask the person first


class NoSecretStoreError(KnownError):
    """This computer has no safe place for secrets that the program can use, or it is locked."""

    def __init__(self) -> None:
        super().__init__("This computer has no safe place to remember the workspace.", "Go on typing its passphrase.")


class SecretStore:
    """A computer without such a place; what others have, they say themselves."""

    def is_there(self) -> bool:
        """Tell whether secrets can be kept here."""
        return False

    def keep(self, workspace: str, secret: bytes) -> None:  # noqa: ARG002  the shape of all stores
        """Keep a secret for a workspace, by its id.

        Raises:
            NoSecretStoreError: it cannot be kept.
        """
        raise NoSecretStoreError

    def fetch(self, workspace: str) -> bytes:  # noqa: ARG002  the shape of all stores
        """Return the secret that was kept for a workspace.

        Raises:
            NoSecretStoreError: there is none.
        """
        raise NoSecretStoreError

    def forget(self, workspace: str) -> None:
        """Forget the secret of a workspace, if there is one."""


class SecretService(SecretStore):
    """The keyring of a Linux desktop, spoken to by its own `secret-tool`; secrets go through pipes only."""

    def is_there(self) -> bool:
        """Tell whether the tool is installed."""
        return shutil.which("secret-tool") is not None

    def keep(self, workspace: str, secret: bytes) -> None:
        """Keep a secret for a workspace, by its id."""
        self._run("store", "--label", _SERVICE, workspace=workspace, told=base64.b64encode(secret))

    def fetch(self, workspace: str) -> bytes:
        """Return the secret that was kept for a workspace."""
        found = self._run("lookup", workspace=workspace)
        try:
            return base64.b64decode(found, validate=True)
        except ValueError:
            raise NoSecretStoreError from None

    def forget(self, workspace: str) -> None:
        """Forget the secret of a workspace, if there is one."""
        with suppress(NoSecretStoreError):
            self._run("clear", workspace=workspace)

    def _run(self, *asked: str, workspace: str, told: bytes = b"") -> bytes:
        command = ["secret-tool", *asked, "service", _SERVICE, "workspace", workspace]
        try:
            done = subprocess.run(command, input=told, capture_output=True, timeout=_PATIENCE, check=True)  # noqa: S603  the system's own tool
        except (OSError, subprocess.SubprocessError):
            raise NoSecretStoreError from None
        return done.stdout


def of_this_system() -> SecretStore:
    """Return where secrets are kept on this system, as far as the program knows how to speak to it."""
    return SecretService() if sys.platform == "linux" else SecretStore()
