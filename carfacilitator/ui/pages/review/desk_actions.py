"""What the keys of the desk do, as actions: so that they stand in the list of commands and in the menu."""

from collections.abc import Callable
from functools import partial

from carfacilitator.ui.actions import Action
from carfacilitator.ui.widgets.review_data import ViewMode
from carfacilitator.ui.widgets.review_desk import ReviewDesk

MENU = "Review"
NEXT = Action("review.next", "Next change", "F7", "arrow-down", MENU, "Go to the change after this one.")
BEFORE = Action("review.before", "Previous change", "Shift+F7", "arrow-up", MENU, "Go to the change before this one.")
NEXT_COMMENT = Action("review.next-comment", "Next comment", "F8", "arrow-down", MENU, "Go to the comment after it.")
COMMENT_BEFORE = Action("review.comment-before", "Previous comment", "Shift+F8", "arrow-up", MENU, "Go one back.")
FIND = Action("review.find", "Find in this draft", "Ctrl+F", "search", MENU, "Find words; Enter goes to the next.")
SIDE = Action("review.side", "Side by side", "Ctrl+Alt+1", "columns", MENU, "The older draft beside the newer one.")
INLINE = Action("review.inline", "One column", "Ctrl+Alt+2", "column", MENU, "Cut and new words in one text.")
CLEAN = Action("review.clean", "Newer draft alone", "Ctrl+Alt+3", "file", MENU, "Bars say where it differs.")
LIST = Action("review.list", "List of changes", "Ctrl+Shift+L", "list", MENU, "Show or fold the list of changes.")
ON_THE_DESK = (NEXT, BEFORE, NEXT_COMMENT, COMMENT_BEFORE, FIND, SIDE, INLINE, CLEAN, LIST)


def bind(on: Callable[[Action, Callable[[], object]], None], review: ReviewDesk) -> None:
    """Let the actions work a desk."""
    on(NEXT, partial(review.changes.step, 1))
    on(BEFORE, partial(review.changes.step, -1))
    on(NEXT_COMMENT, partial(review.comments.step, 1))
    on(COMMENT_BEFORE, partial(review.comments.step, -1))
    on(FIND, review.finding.begin)
    on(LIST, review.toggle_list)
    for action, mode in ((SIDE, ViewMode.SIDE), (INLINE, ViewMode.INLINE), (CLEAN, ViewMode.CLEAN)):
        on(action, partial(review.choose_mode, mode))
