"""Holds what must not be written while the workspace is discreet: what was seen veiled cannot be altered or let out."""

from sqlalchemy import event, inspect
from sqlalchemy.orm import Session

from carfacilitator.errors import RefusedError
from carfacilitator.model.base import Entity
from carfacilitator.model.veils import NameWords, Veil, Words

NOTHING_LEAVES = "Nothing leaves the workspace while it is discreet."
WAY_OUT = "Leave the discreet view first, with your passphrase."
_LONGEST = 2  # letters of initials
_INITIALS = "That cannot be kept while the workspace is discreet: initials would stand in place of a name."
_ALTERED = "That cannot be altered while the workspace is discreet: it is not shown as it stands."


def guard(session: Session, veil: Veil) -> None:
    """Refuse, when `session` writes, to alter a text that `veil` does not show as it stands, and to make what leaves.

    Whoever altered such a text saw initials, or nothing, and would lose what really stands there. Only in open texts
    one may write around the names: what stands there keeps them. Initials are never kept for a new name.
    """

    def look(session: Session, _context: object, _instances: object) -> None:
        if any(isinstance(one, Entity) and one.LEAVES for one in session.new):
            raise RefusedError(NOTHING_LEAVES, WAY_OUT)
        if any(_names_by_initials(entity) for entity in session.new):
            raise RefusedError(_INITIALS, WAY_OUT)
        if any(_is_altered(entity, veil) for entity in session.dirty):
            raise RefusedError(_ALTERED, WAY_OUT)

    event.listen(session, "before_flush", look)


def _names_by_initials(entity: object) -> bool:
    """Tell whether a name in something new is but initials, as it would be if it had been read through a veil."""
    for attribute in inspect(entity, raiseerr=True).mapper.column_attrs:
        if isinstance(attribute.columns[0].type, NameWords):
            name = getattr(entity, attribute.key) or ""
            if 0 < len(name) <= _LONGEST and name.isupper():
                return True
    return False


def _is_altered(entity: object, veil: Veil) -> bool:
    """Tell whether what is veiled was altered; what was only written around it is put right instead."""
    state = inspect(entity, raiseerr=True)
    for attribute in state.mapper.column_attrs:
        kind = attribute.columns[0].type
        history = state.attrs[attribute.key].history
        if isinstance(kind, Words) and history.added and history.deleted and history.added != history.deleted:
            before, after = history.deleted[0], history.added[0]
            if before and kind.seen(before, veil) != before:
                whole = veil.lifted(before, after) if type(kind) is Words and after is not None else None
                if whole is None:
                    return True
                setattr(entity, attribute.key, whole)
    return False
