"""Actions that more than one page offers: the same words, icon and key wherever they stand."""

from carfacilitator.ui.actions import Action

MENU = "Case studies"
ALL_COMMENTS = Action("review.comments", "All comments", "Ctrl+Alt+C", "list", MENU, "Every comment in one list.")
KINDS = Action("codebook.open", "Kinds of comment", "", "mark", MENU, "Rename, recolour, add and exchange them.")
REPORT = Action(
    "drafts.report", "Make a report", "", "handouts", MENU, "What changed, or what was said, as Word, PDF or a table."
)
OPEN_IN_WORD = Action(
    "drafts.word",
    "Open the original in Word",
    "",
    "file",
    MENU,
    "Open the file as it arrived; a plain copy lies outside the workspace for as long.",
)
WHO_AGREES = Action(
    "sanctions.open", "Who agrees", "Ctrl+Alt+A", "gatekeepers", MENU, "Who must agree to publication, and who does."
)
