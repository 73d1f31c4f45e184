"""What moves a workspace or a part of it: the services for that, in one place."""

from dataclasses import dataclass

from carfacilitator.model.clock import Clock
from carfacilitator.services.archives import Archives
from carfacilitator.services.departures import Departures
from carfacilitator.services.exports import Exports
from carfacilitator.services.handover_imports import HandoverImports
from carfacilitator.services.handovers import Handovers
from carfacilitator.services.keyring import Keyring
from carfacilitator.store.database import Database
from carfacilitator.store.slots import Cost


@dataclass(frozen=True, kw_only=True)
class Moving:
    """The services that take something out of a workspace as a whole, or into it."""

    handovers: Handovers
    handover_imports: HandoverImports
    exports: Exports
    archives: Archives


def moving(database: Database, clock: Clock, departures: Departures, keyring: Keyring, cost: Cost | None) -> Moving:
    """Return the services that move what is in a workspace; `cost` is what a key from a passphrase costs."""
    return Moving(
        handovers=Handovers(database, clock, departures, cost),
        handover_imports=HandoverImports(database, clock),
        exports=Exports(database, clock, departures),
        archives=Archives(database, clock, departures, keyring, cost),
    )
