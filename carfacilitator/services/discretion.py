"""The discreet state, for a screen that others see: names become initials and what is confidential is not there."""

from collections.abc import Callable

from sqlalchemy import select

from carfacilitator.model.base import Entity
from carfacilitator.model.gatekeepers import Gatekeeper
from carfacilitator.model.people import Person
from carfacilitator.model.veils import Veil
from carfacilitator.store.database import Database

_NAMED: frozenset[type[Entity]] = frozenset({Person, Gatekeeper})


class Discretion:
    """Whether the workspace is discreet. Every service follows it, for they all read through the database's veil."""

    def __init__(self, database: Database, verify: Callable[[str], object]) -> None:
        self._database = database
        self._verify = verify
        self._drawn: Veil | None = None
        database.on_change(self._notice)

    @property
    def is_discreet(self) -> bool:
        """Tell whether it is."""
        return self._database.is_veiled

    def enter(self) -> None:
        """Become discreet; whoever listens for changes hears that everything changed."""
        self._draw(self._veil())

    def leave(self, passphrase: str) -> None:
        """Show everything again.

        Raises:
            WrongPassphraseError: it stays discreet.
        """
        self._verify(passphrase)
        self._draw(None)

    def may_hide_a_name(self, seen: str) -> bool:
        """Tell whether a text as it is seen now may hold initials for a name: altering it would be refused."""
        return self._drawn is not None and self._drawn.may_stand_over(seen)

    def with_names(self, stands: str, typed: str) -> str:
        """Return what was typed, while discreet, around the initials of a text, with the names that stand there."""
        return self._veil().lifted(stands, typed) or typed

    def _draw(self, veil: Veil | None) -> None:
        self._drawn = veil
        self._database.draw_veil(veil)

    def _notice(self, classes: frozenset[type[Entity]]) -> None:
        """Know the names that were added meanwhile."""
        if self.is_discreet and classes & _NAMED:
            self._draw(self._veil())

    def _veil(self) -> Veil:
        with self._database.reading(unveiled=True) as session:
            people = session.scalars(select(Person.name).execution_options(include_removed=True))
            gatekeepers = session.scalars(select(Gatekeeper.name).execution_options(include_removed=True))
            return Veil([*people, *gatekeepers])
