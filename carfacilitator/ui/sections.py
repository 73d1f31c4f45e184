"""The parts of the page of the workspace, by the ids with which any page may lead there."""

from uuid import UUID

KEYS = UUID("00000000-0000-4000-8000-000000000001")
BACKUPS = UUID("00000000-0000-4000-8000-000000000002")
RESTORING = UUID("00000000-0000-4000-8000-000000000003")
DISCREET = UUID("00000000-0000-4000-8000-000000000004")
BIN = UUID("00000000-0000-4000-8000-000000000005")
HISTORY = UUID("00000000-0000-4000-8000-000000000006")
RETENTION = UUID("00000000-0000-4000-8000-000000000007")
MOVING = UUID("00000000-0000-4000-8000-000000000008")

NAMES = {  # of those that there are, as pictures of them are called
    BACKUPS: "backups",
    RESTORING: "restoring",
    KEYS: "keys",
    DISCREET: "lock-and-discreet",
    BIN: "bin",
    RETENTION: "retention",
    HISTORY: "history",
    MOVING: "moving",
}

SEEN_TO_IN = {  # where what a notice is about is seen to
    "space": BACKUPS,
    "clock": BACKUPS,
    "backup": BACKUPS,
    "second-place": BACKUPS,
    "proof": BACKUPS,
    "recovery": KEYS,
}
