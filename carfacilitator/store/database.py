"""The encrypted database: short sessions to read, transactions that are recorded and announce what they changed."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from sqlalchemy import Connection, Engine, ExceptionContext, create_engine, event
from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlalchemy.orm import LoaderCriteriaOption, ORMExecuteState, Session, with_loader_criteria
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2

from carfacilitator import log
from carfacilitator.errors import RefusedError
from carfacilitator.model import veils
from carfacilitator.model.base import Entity, Record
from carfacilitator.model.clock import Clock
from carfacilitator.model.discreet import conditions
from carfacilitator.model.schema import ENTITIES
from carfacilitator.model.veils import Veil
from carfacilitator.store import cipher, search_index
from carfacilitator.store.recording import Deed, Recorder
from carfacilitator.store.veiling import WAY_OUT, guard

_NOT_DONE = "That is not done while the workspace is discreet."

Listener = Callable[[frozenset[type[Entity]]], None]


class StoreFaultError(Exception):
    """A bug on the way to the database, told without what was on its way: types and our own frames."""


class NestedTransactionError(Exception):
    """A transaction was begun inside another one of the same thread: a bug, for it would wait for itself."""


class Database:
    """The open database of a workspace. Safe to use from several threads; one of them writes at a time."""

    def __init__(self, path: Path, key: bytes, clock: Clock) -> None:
        self._engine = _engine(path, key)
        self._writing = self._engine.execution_options(writes=True)
        self._clock = clock
        self._listeners: list[Listener] = []
        self._veil: Veil | None = None
        self._turn = threading.Lock()
        self._writer: int | None = None

    @contextmanager
    def reading(self, *, unveiled: bool = False) -> Iterator[Session]:
        """Give a session that sees one state of the workspace; whatever is altered in it is forgotten.

        While a veil is drawn nothing else is seen than what may be, unless somebody must know what to veil.
        """
        veil = None if unveiled else self._veil
        with self._seen_through(veil), Session(self._engine, expire_on_commit=False, autoflush=False) as session:
            event.listen(session, "do_orm_execute", _leave_out_removed)
            if veil is not None:
                event.listen(session, "do_orm_execute", _leave_out_confidential)
            yield session

    @contextmanager
    def reading_plainly(self) -> Iterator[Session]:
        """Give a session like `reading`, for what is kept or goes out: names in it are never initials.

        Raises:
            RefusedError: a veil is drawn.
        """
        with self.reading() as session:
            if veils.now() is not None:  # asked of this session: the veil may be drawn or lifted while it is used
                raise RefusedError(_NOT_DONE, WAY_OUT)
            yield session

    @contextmanager
    def transaction(self, what: Deed | None) -> Iterator[Session]:
        """Give a session whose changes are kept together or not at all.

        They are recorded as one event with its inverse (not if `what` is None), and the listeners hear, after the
        commit and on this thread, which classes of entities changed.

        It sees everything, but what a veil hides can be neither altered nor let out by it.

        Raises:
            KnownError: the drive is full, read-only or gone, or a veil is drawn over it; nothing was changed.
        """
        with self._one_writer(), self._seen_through(None), Session(self._writing, expire_on_commit=False) as session:
            event.listen(session, "do_orm_execute", _leave_out_removed)
            if what and self._veil is not None:
                guard(session, self._veil)
            recorder = Recorder(session)
            yield session
            session.flush()
            if what:
                recorder.keep(what, self._clock.now())
            session.commit()
        self._announce(frozenset(recorder.classes))

    @property
    def is_veiled(self) -> bool:
        """Tell whether the workspace is discreet."""
        return self._veil is not None

    def draw_veil(self, veil: Veil | None) -> None:
        """Let from now on only be seen what `veil` shows, or everything again; whoever listens looks anew."""
        changed = self.is_veiled != (veil is not None)
        self._veil = veil
        if changed:
            self.announce_everything()

    def refuse_if_veiled(self) -> None:
        """Refuse what must not happen while the workspace is discreet.

        Raises:
            RefusedError: it is.
        """
        if self.is_veiled:
            raise RefusedError(_NOT_DONE, WAY_OUT)

    def announce_everything(self) -> None:
        """Let whoever listens look at everything anew."""
        self._announce(frozenset(ENTITIES))

    def compact(self) -> None:
        """Write the database anew without what was deleted, so that nothing of it is left; waits for every writer."""
        with self._one_writer(), _plain_errors():
            pooled = self._engine.raw_connection()
            connection: cipher.Connection = pooled.driver_connection
            try:
                search_index.forget_deleted(connection.execute)
                connection.execute("VACUUM")
                connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            finally:
                pooled.close()

    def on_change(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` after every commit from now on; return what ends that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def close(self) -> None:
        """Close every connection; the last one writes the journal back into the database."""
        self._engine.dispose()

    @contextmanager
    def _seen_through(self, veil: Veil | None) -> Iterator[None]:
        with _plain_errors(), veils.drawn(veil):
            yield

    @contextmanager
    def _one_writer(self) -> Iterator[None]:
        if self._writer == threading.get_ident():
            raise NestedTransactionError
        with self._turn:
            self._writer = threading.get_ident()
            try:
                yield
            finally:
                self._writer = None

    def _announce(self, classes: frozenset[type[Entity]]) -> None:
        if classes:
            for listener in tuple(self._listeners):
                listener(classes)


def _engine(path: Path, key: bytes) -> Engine:
    engine = create_engine(
        "sqlite://",
        module=dbapi2,
        creator=lambda: cipher.connect(path, key),
        poolclass=QueuePool,
        hide_parameters=True,
        echo=False,
    )
    event.listen(engine, "begin", _begin)
    event.listen(engine, "handle_error", _connect_anew)
    return engine


def _begin(connection: Connection) -> None:
    """Really begin: the driver would wait for the first write, and so tear schema changes and reads apart."""
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _connect_anew(context: ExceptionContext) -> None:
    """Let go of every connection to a drive that went away, so that work goes on when it is there again."""
    if cipher.has_gone(context.original_exception):
        context.is_disconnect = True


def _leave_out_removed(state: ORMExecuteState) -> None:
    if state.is_select and not state.is_column_load and not state.execution_options.get("include_removed", False):
        standing = with_loader_criteria(Record, lambda record: record.removed_at.is_(None), include_aliases=True)
        state.statement = state.statement.options(standing)


def _leave_out_confidential(state: ORMExecuteState) -> None:
    if state.is_select and not state.is_column_load:
        state.statement = state.statement.options(*_seen_discreetly())


@cache
def _seen_discreetly() -> tuple[LoaderCriteriaOption, ...]:
    return tuple(with_loader_criteria(kind, condition, include_aliases=True) for kind, condition in conditions())


@contextmanager
def _plain_errors() -> Iterator[None]:
    """Turn errors of the libraries below into ours, which quote nothing of what was being written."""
    try:
        yield
    except DBAPIError as error:
        raise (cipher.known(error.orig or error) or StoreFaultError(log.describe(error))) from None
    except dbapi2.Error as error:
        raise (cipher.known(error) or StoreFaultError(log.describe(error))) from None
    except SQLAlchemyError as error:
        raise StoreFaultError(log.describe(error)) from None
