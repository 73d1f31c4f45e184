"""What leaves from the page of who agrees: its history as Word, and the copy for publication."""

from pathlib import Path

from carfacilitator.errors import KnownError
from carfacilitator.services.case_studies import CaseStudyDetails
from carfacilitator.services.publications import PublishAction
from carfacilitator.services.sanction_rows import Ledger
from carfacilitator.services.workspace import Services
from carfacilitator.ui.dialogs import WORD_FILES, Question
from carfacilitator.ui.page import Desk
from carfacilitator.ui.saving import Saving

_WARNING = (
    "Silence is not consent, and a no is a no. If it must be published all the same, write down why; your reason is "
    "kept, and printed with the history."
)


class Errands:
    """Saves through the door; nothing is sent."""

    def __init__(self, services: Services, desk: Desk) -> None:
        self._services, self._desk = services, desk
        self._saving = Saving(services, desk)

    def save_history(self, study: CaseStudyDetails, ledger: Ledger) -> None:
        """Save who agreed to what, and what happened, as a Word document to print."""
        parcel = self._services.answers.ledger(study.title, ledger)
        self._saving.ask(parcel, "Save the history", WORD_FILES)

    def publish(self, study: CaseStudyDetails, output: str) -> None:
        """Save the copy for publication; where somebody has not agreed, only with a reason.

        Raises:
            KnownError: it cannot be written, or the folder cannot.
        """
        action = PublishAction(study.id, output)
        objections = self._services.publications.objections(action)
        reason: str | None = ""
        if objections:
            question = Question(objections[0].sentence, _WARNING, "Publish all the same")
            reason = self._desk.dialogs.ask_text(question, "Why it is published all the same")
        if reason is None:
            return
        if objections and not reason.strip():
            raise KnownError(objections[0].sentence, "It was not written: there was no reason.")
        file = self._desk.dialogs.save_file("Save the copy for publication", Path(f"{study.title}.docx"), WORD_FILES)
        if file is not None:
            self._write(action, reason, file)

    def _write(self, action: PublishAction, reason: str, file: Path) -> None:
        publications = self._services.publications
        parcel = publications.publish(action, reason)
        made = publications.rows(action.case_study_id)[0].id
        try:
            self._saving.save_as(parcel, file)
        except KnownError:
            publications.remove(made)  # what was not saved was never made
            raise
        publications.note(made)
