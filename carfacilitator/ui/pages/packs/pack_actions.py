"""What can be done on the packs page: while packs are made, and while they are handed over."""

from carfacilitator.ui.actions import Action
from carfacilitator.ui.shared_actions import ANSWERS, PASTE_EMAIL, WHAT_CAME_BACK

_MENU = "Pack"
SAVE = Action("packs.save", "Save the pack", "Ctrl+Return", "export", _MENU, "Save it, its message and its receipt.")
BEFORE = Action("packs.before", "The person before", "Ctrl+PgUp", "back", _MENU, "Look at what this person gets.")
AFTER = Action("packs.after", "The next person", "Ctrl+PgDown", "right", _MENU, "Look at what this person gets.")
MAIL = Action("packs.mail", "Open a mail draft", "Ctrl+D", "mail", _MENU, "Open the message in your mail program.")
COPY = Action("packs.copy", "Copy the text", "Ctrl+Shift+C", "copy", _MENU, "Copy what the message says.")
ADDRESS = Action("packs.address", "Copy the address", "Ctrl+Shift+A", "copy", _MENU, "Copy whom the message goes to.")
FOLDER = Action("packs.folder", "Show in folder", "Ctrl+O", "folder", _MENU, "Open the folder that the pack is in.")
AGAIN = Action("packs.again", "Save it again", "", "export", _MENU, "Save the same files once more, to the byte.")
YES = Action("packs.sent", "Yes, sent just now", "Y", "check", _MENU, "Note that you sent it by email.")
OTHER = Action("packs.other", "Sent another way …", "O", "sent", _MENU, "Say by which way you sent it.")
NOT_YET = Action("packs.later", "Not yet: remind me tomorrow", "N", "clock", _MENU, "It waits under Today.")
NEXT = Action("packs.next", "Next", "Ctrl+Alt+Right", "right", _MENU, "Hand over the next pack of this draft.")

MAKING = (SAVE, BEFORE, AFTER)
HANDING = (MAIL, COPY, ADDRESS, FOLDER, AGAIN, YES, OTHER, NOT_YET, NEXT, WHAT_CAME_BACK, ANSWERS, PASTE_EMAIL)
ASKING = (YES, OTHER, NOT_YET)
