"""The actions of the window itself: places, finding, undoing, the size of the text, and what is said of every key."""

from carfacilitator.ui.actions import Action
from carfacilitator.ui.places import PLACES

GO = {
    place.id: Action(f"place.{place.id}", place.text, f"Ctrl+{number}", place.icon, "", f"Go to {place.text}.")
    for number, place in enumerate(PLACES, 1)
}
FIND = Action("window.find", "Find", "Ctrl+K", "search", "", "Find anything in the workspace by its words.")
COMMANDS = Action("window.commands", "All keys and commands", "F1", "help", "Help", "See all that can be done here.")
GUIDE = Action("window.guide", "Guide", "Shift+F1", "info", "Help", "Read how this program is meant to be used.")
HEARD = Action(
    "window.heard", "Remark by telephone", "Ctrl+H", "phone", "Workspace", "Write down what a gatekeeper says."
)
UNDO = Action("window.undo", "Undo", "Ctrl+Z", "undo", "Workspace", "Take back what was done last.")
REDO = Action("window.redo", "Do again", "Ctrl+Shift+Z", "redo", "Workspace", "Do again what was taken back.")
LOCK = Action("window.lock", "Lock now", "Ctrl+L", "lock", "Workspace", "Close the workspace; its key is forgotten.")
LOCK_AFTER = Action(
    "window.lock-after", "Lock by itself …", "", "clock", "Workspace", "Choose after how long it locks by itself."
)
DISCREET = Action(
    "window.discreet",
    "Discreet view",
    "F9; Ctrl+Shift+D",
    "hidden",
    "Workspace",
    "For a screen that others see: initials for names, and nothing that is for you alone.",
)
QUIT = Action("window.quit", "Quit", "Ctrl+Q", "quit", "Workspace", "Close the window; everything is kept.")
MENU = Action("window.menu", "Menu", "F10", "menu", "", "Open the menu of the window.")
NEXT_PANEL = Action("window.next-panel", "Next panel", "F6", "right", "", "Go to the next part of the window.")
LAST_PANEL = Action("window.last-panel", "Panel before", "Shift+F6", "back", "", "Go to the part of the window before.")
LARGER = Action("look.larger", "Larger text", "Ctrl++; Ctrl+=", "plus", "Look", "Make everything larger, up to twice.")
SMALLER = Action("look.smaller", "Smaller text", "Ctrl+-", "minus", "Look", "Make everything smaller.")
USUAL = Action("look.usual", "Usual text size", "Ctrl+0", "large-print", "Look", "Go back to the usual size.")
LIGHT = Action("look.light", "Light", "", "contrast", "Look", "Paper and ink.")
DARK = Action("look.dark", "Dark", "", "contrast", "Look", "Light ink on dark paper.")
SYSTEM = Action("look.system", "As this computer", "", "contrast", "Look", "Light or dark, as this computer is set.")

WINDOW_ACTIONS = (
    *GO.values(),
    FIND,
    COMMANDS,
    GUIDE,
    HEARD,
    UNDO,
    REDO,
    DISCREET,
    LOCK,
    LOCK_AFTER,
    NEXT_PANEL,
    LAST_PANEL,
    MENU,
    LARGER,
    SMALLER,
    USUAL,
    LIGHT,
    DARK,
    SYSTEM,
    QUIT,
)

# Keys that no action holds, because what has the focus answers them; they are in the list of keys all the same.
KEYS_EVERYWHERE = (
    Action("keys.back", "Back, or close what is open", "Esc", "back", "", "Leaves a panel, a detail or a page."),
    Action("keys.open", "Open the row", "Return", "right", "", "In lists: opens what is current."),
)
