"""Hearing from the system that the computer is about to sleep, or that its screen is being locked.

Linux says so on D-Bus (logind, and the desktop's own screen lock). Elsewhere `idle` notices the sleep afterwards.
"""

from dataclasses import dataclass

from PySide6.QtCore import SLOT, QObject, Signal, Slot
from PySide6.QtDBus import QDBusConnection


@dataclass(frozen=True)
class Announcement:
    """A signal on D-Bus that says True when it begins."""

    service: str
    path: str
    interface: str
    name: str


SLEEP = Announcement(
    "org.freedesktop.login1", "/org/freedesktop/login1", "org.freedesktop.login1.Manager", "PrepareForSleep"
)
SCREENS = tuple(
    Announcement(name, "/" + name.replace(".", "/"), name, "ActiveChanged")
    for name in ("org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver", "org.cinnamon.ScreenSaver")
)


class Asleep(QObject):
    """Tells that the computer goes to sleep; silent where nothing says so."""

    begins = Signal()

    def listen(self) -> None:
        """Listen to what this system says of itself."""
        self.listen_to(QDBusConnection.systemBus(), SLEEP)
        for screen in SCREENS:
            self.listen_to(QDBusConnection.sessionBus(), screen)

    def listen_to(self, bus: QDBusConnection, what: Announcement) -> bool:
        """Listen to one announcement; return whether there is a bus to hear it on."""
        if not bus.isConnected():
            return False
        slot = SLOT("_hear(bool)")
        return bool(bus.connect(what.service, what.path, what.interface, what.name, self, slot))  # type: ignore[call-overload]  # the stubs take SLOT for text

    @Slot(bool)
    def _hear(self, begins: bool) -> None:  # noqa: FBT001  D-Bus tells whether it begins or ends
        if begins:
            self.begins.emit()
