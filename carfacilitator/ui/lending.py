"""Opening the file of a draft in Word: what that means is said, and stays until it is read."""

from uuid import UUID

from carfacilitator.services.workspace import Services
from carfacilitator.ui.page import Desk


def open_in_word(services: Services, desk: Desk, draft_id: UUID) -> None:
    """Open a draft's file in the program that this computer has for it.

    Raises:
        KnownError: it is for the facilitator only, or a copy of it was altered.
    """
    lent = services.originals.open(draft_id)
    desk.messages.say(lent.sentence, tone="warn", stays=True)
