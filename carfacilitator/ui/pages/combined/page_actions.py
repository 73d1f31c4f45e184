"""What can be done on the page of what came back, with its keys."""

from carfacilitator.ui.actions import Action, Actions
from carfacilitator.ui.pages.combined.entries import Entry

MENU = "What came back"
NEXT = Action("combined.next", "Next place", "F7", "arrow-down", MENU, "Go to the next thing to decide.")
BEFORE = Action("combined.before", "Previous place", "Shift+F7", "arrow-up", MENU, "Go to the one before.")
_TAKEN = "Of an edit, that wording (the number behind the last is your own); of a remark, its kind."
TAKE = tuple(
    Action(f"combined.take-{number}", f"Take number {number}", str(number), "check", MENU, _TAKEN)
    for number in range(1, 10)
)
ACCEPT = Action("combined.accept", "Accept", "A", "check", MENU, "Accept the remark, or the only wording of an edit.")
KEEP = Action("combined.keep", "Keep as sent", "0", "undo", MENU, "Leave the words as they were sent.")
REJECT = Action("combined.reject", "Reject with a reason…", "X", "close", MENU, "Say why; its proposer will read it.")
DISCUSS = Action("combined.discuss", "Discuss with the author", "D", "people", MENU, "Leave a comment for the author.")
COMMENT = Action("combined.comment", "Make a comment of it", "C", "comment", MENU, "Say it to the author as a comment.")
AGAIN = Action("combined.again", "Decide again", "", "redo", MENU, "Take back what was decided here.")
PAGE = Action("combined.page", "See the page", "", "file", MENU, "Go to the place in the review.")
ALONE = Action("combined.alone", "One at a time", "Ctrl+Shift+L", "fold", MENU, "Fold the list away, or bring it back.")
WRITE = Action("combined.write", "Write the next draft", "Ctrl+Shift+Return", "file", MENU, "Of what was decided.")
_NOTHING = "Open something first."
_WHICH = "Say which wording by its number."
OF_EDIT = (KEEP, REJECT, DISCUSS, COMMENT)
ALL = (NEXT, BEFORE, ACCEPT, *TAKE, *OF_EDIT, AGAIN, PAGE, ALONE, WRITE)


def allow(commands: Actions, entry: Entry | None, further: tuple[bool, bool]) -> None:
    """Let the keys work for what is open; `further` tells whether there is something before and behind it."""
    edit = entry.edit if entry is not None else None
    is_remark = entry is not None and edit is None
    for index, action in enumerate(TAKE):
        commands.allow(action, if_=is_remark or (edit is not None and index <= len(edit.wordings)))
    commands.allow(ACCEPT, if_=is_remark or (edit is not None and len(edit.wordings) == 1), else_=_WHICH)
    for action in (REJECT, DISCUSS, COMMENT):
        commands.allow(action, if_=entry is not None, else_=_NOTHING)
    for action in (KEEP, PAGE):
        commands.allow(action, if_=edit is not None, else_="Open an edit first.")
    decided = edit is not None and edit.decision is not None
    commands[AGAIN].setVisible(decided)
    commands.allow(AGAIN, if_=decided)
    for action, there in zip((BEFORE, NEXT), further, strict=True):
        commands.allow(action, if_=there, else_="There is none further.")
