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
WHAT_CAME_BACK = Action(
    "combined.open", "What came back", "Ctrl+Alt+B", "receive", MENU, "Decide about what those asked propose and say."
)
WHO_AGREES = Action(
    "sanctions.open", "Who agrees", "Ctrl+Alt+A", "gatekeepers", MENU, "Who must agree to publication, and who does."
)
ANSWERS = Action("answers.open", "Response tables", "", "table", MENU, "What each is told of what they said.")
PASTE_EMAIL = Action(
    "emails.open", "Paste an email", "Ctrl+Shift+E", "mail", MENU, "Take in an answer that came as an email."
)
