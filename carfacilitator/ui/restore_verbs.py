"""What the form for restoring asks of the services, in one place for the front and for the page."""

from pathlib import Path

from carfacilitator.services import openers, restoring
from carfacilitator.services.openers import Opener
from carfacilitator.services.restoring import Manifest, Preview
from carfacilitator.ui.jobs import Job


class RestoreVerbs:
    """Knows nothing of a workspace that may be open."""

    @staticmethod
    def found_in(folder: Path) -> list[tuple[Path, Manifest]]:
        """Return the backups in a folder or a workspace, newest first."""
        return restoring.found_in(folder)

    @staticmethod
    def whose(file: Path) -> Manifest:
        """Return what a backup says of itself. Raises KnownError where it says nothing."""
        return restoring.whose(file)

    @staticmethod
    def opener(words: str, *, is_code: bool) -> Opener:
        """Return what opens with a passphrase or a recovery code. Raises MistypedCodeError."""
        return openers.by_code(words) if is_code else openers.by_passphrase(words)

    @staticmethod
    def preview(file: Path, opener: Opener, job: Job) -> Preview:
        """Return what is in a backup. Raises KnownError where it does not open or is damaged."""
        return restoring.preview(file, opener, job.report)

    @staticmethod
    def restore(file: Path, opener: Opener, folder: Path, job: Job) -> Preview:
        """Restore a backup to a new folder. Raises KnownError; then there is none."""
        return restoring.restore(file, opener, folder, report=job.report)

    @staticmethod
    def restore_in_place(file: Path, opener: Opener, folder: Path, job: Job) -> Path:
        """Put a backup in the place of a closed workspace; return where that is kept now."""
        return restoring.restore_in_place(file, opener, folder, job.report)
