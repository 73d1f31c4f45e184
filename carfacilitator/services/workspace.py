"""The workspace as a whole: making one, opening it with its passphrase, and all services in one place."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

from sqlalchemy import select

from carfacilitator import paths
from carfacilitator.errors import KnownError, NotFoundError
from carfacilitator.model.clock import Clock, FixedClock, SystemClock
from carfacilitator.model.facilitators import Facilitator
from carfacilitator.services import comment_kinds, openers
from carfacilitator.services.agendas import Agendas
from carfacilitator.services.backups import BEFORE_UPGRADE, Backups, back_up
from carfacilitator.services.bin import Bin
from carfacilitator.services.case_studies import CaseStudies
from carfacilitator.services.departures import Departures
from carfacilitator.services.discretion import Discretion
from carfacilitator.services.dispatches import Dispatches
from carfacilitator.services.drafts import Drafts
from carfacilitator.services.erasure import Erasure
from carfacilitator.services.facilitators import Facilitators
from carfacilitator.services.gatekeepers import Gatekeepers
from carfacilitator.services.groups import Groups
from carfacilitator.services.handouts import Handouts
from carfacilitator.services.history import History
from carfacilitator.services.keyring import Keyring
from carfacilitator.services.looks import Looks
from carfacilitator.services.meetings import Meetings
from carfacilitator.services.mentoring import Mentoring
from carfacilitator.services.moving import Moving, moving
from carfacilitator.services.originals import Originals
from carfacilitator.services.packs import Packs
from carfacilitator.services.partnerships import Partnerships
from carfacilitator.services.people import People
from carfacilitator.services.rehearsals import Rehearsals
from carfacilitator.services.retention import Retention
from carfacilitator.services.returns import Returns
from carfacilitator.services.review_desk import ReviewDesk, review_desk
from carfacilitator.services.round_trip import RoundTrip, round_trip
from carfacilitator.services.safety import Safety
from carfacilitator.services.search import Search
from carfacilitator.services.today import Sources, Today
from carfacilitator.services.unsaved import UnsavedTexts
from carfacilitator.sharing.door import NoOutlets, Outlets
from carfacilitator.store import calibration, keys, places, slots, upgrades
from carfacilitator.store.backups import Occasion
from carfacilitator.store.database import Database
from carfacilitator.store.lock import Lock
from carfacilitator.store.places import Surroundings
from carfacilitator.store.secret_stores import SecretStore, of_this_system
from carfacilitator.store.slots import Cost, Opener

SUFFIX = ".car"
_DATABASE = "workspace.db"


@dataclass(frozen=True)
class Owner:
    """Whose workspace it is: what stands on comments, packs and messages."""

    name: str
    initials: str
    email: str


@dataclass(frozen=True)
class Circumstances:
    """What is injected: the clock, what deriving a key costs (None: measured here), and what the system offers."""

    clock: Clock = field(default_factory=SystemClock)
    cost: Cost | None = None
    outlets: Outlets = field(default_factory=NoOutlets)
    surroundings: Surroundings = field(default_factory=places.here)
    secret_store: SecretStore = field(default_factory=of_this_system)


@dataclass(frozen=True, kw_only=True)
class Safekeeping:
    """The services that keep what is here: safe, unseen by others, and only as long as was promised."""

    keyring: Keyring
    backups: Backups
    rehearsals: Rehearsals
    safety: Safety
    discretion: Discretion
    bin: Bin
    retention: Retention
    erasure: Erasure


@dataclass(frozen=True, kw_only=True)
class Services(Safekeeping, ReviewDesk, Moving, RoundTrip):
    """An open workspace: every service, and what closes it."""

    folder: Path
    clock: Clock
    database: Database
    lock: Lock
    facilitators: Facilitators
    partnerships: Partnerships
    groups: Groups
    people: People
    meetings: Meetings
    agendas: Agendas
    mentoring: Mentoring
    gatekeepers: Gatekeepers
    case_studies: CaseStudies
    drafts: Drafts
    packs: Packs
    dispatches: Dispatches
    departures: Departures
    handouts: Handouts
    today: Today
    history: History
    unsaved: UnsavedTexts
    looks: Looks
    search: Search

    def on_change(self, listener: Callable[[frozenset[str]], None]) -> Callable[[], None]:
        """Tell `listener` after every commit which entities changed, by class name; return what ends that.

        It is called on the thread that wrote.
        """
        return self.database.on_change(lambda classes: listener(frozenset(kind.__name__ for kind in classes)))

    def was_knocked(self) -> bool:
        """Tell whether a second start asked for this window since the last time; to be asked twice a second."""
        return self.lock.was_knocked()

    def close(self) -> None:
        """Close the workspace: what was lent is taken back, its key is forgotten, and others may open it."""
        try:
            self.originals.take_back()
        finally:
            self.database.close()
            self.lock.release()


def is_workspace(folder: Path) -> bool:
    """Tell whether `folder` holds a workspace."""
    return (folder / _DATABASE).is_file()


def create(folder: Path, passphrase: str, owner: Owner, circumstances: Circumstances | None = None) -> Services:
    """Make a new workspace in `folder`, which must not exist yet, and open it; whole or not at all.

    Raises:
        UnsafePlaceError: the folder is on a network, or a service keeps it in step.
        KnownError: there is something already, or the folder cannot be written.
    """
    given = circumstances or Circumstances()
    places.refuse_unsafe(folder, given.surroundings)
    if not passphrase:
        raise KnownError("A workspace needs a passphrase.")
    if folder.exists():
        raise KnownError("There is already something of that name there.", "Choose another name or another folder.")
    fresh = folder.with_name(f".{folder.name}.new")
    try:
        _furnish(fresh, passphrase, owner, given)
        fresh.replace(folder)
    except OSError:
        raise KnownError("The workspace cannot be made in that folder.", "Choose another folder.") from None
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    return open_workspace(folder, passphrase, given)


def open_workspace(folder: Path, passphrase: str, circumstances: Circumstances | None = None) -> Services:
    """Open the workspace in `folder` with its passphrase, as `open_with` does."""
    return open_with(folder, openers.by_passphrase(passphrase), circumstances)


def open_remembered(folder: Path, circumstances: Circumstances | None = None) -> Services:
    """Open the workspace in `folder` without its passphrase, where this computer remembers it.

    Raises:
        NoSecretStoreError, NotRememberedError: it does not; ask for the passphrase.
    """
    given = circumstances or Circumstances()
    secret = given.secret_store.fetch(keys.read(folder).workspace)
    return open_with(folder, slots.by_this_computer(secret), given)


def open_with(folder: Path, opener: Opener, circumstances: Circumstances | None = None) -> Services:
    """Open the workspace in `folder`, brought up to date first, after a backup, if an older program made it.

    Raises:
        WrongPassphraseError, WrongCodeError: nothing was opened.
        UnsafePlaceError: the folder is on a network, or a service keeps it in step.
        WorkspaceBusyError: another window or command has it.
        KnownError: it is no workspace, damaged, of a newer program, or cannot be written.
    """
    given = circumstances or Circumstances()
    if not is_workspace(folder):
        raise NotFoundError("There is no workspace in that folder.", "Choose a folder whose name ends in “.car”.")
    places.refuse_unsafe(folder, given.surroundings)
    held = Lock(folder)
    try:
        database = folder / _DATABASE
        key = openers.key_of(folder, database, opener)
        keyring = Keyring(folder, key, given.cost, given.secret_store)
        occasion = Occasion(given.clock.now(), BEFORE_UPGRADE)
        upgrades.bring_up_to_date(database, key, lambda: back_up(folder, database, keyring, occasion))
        return _services(keyring, *_at_its_time(database, key, given), held)
    except BaseException:
        held.release()
        raise


def _at_its_time(file: Path, key: bytes, given: Circumstances) -> tuple[Database, Circumstances]:
    """Return the open database with the circumstances to work in: in a sample the clock stands still."""
    database = Database(file, key, given.clock)
    with database.reading() as session:
        instant = session.scalar(select(Facilitator.stands_still_at))
    if instant is None:
        return database, given
    database.close()
    clock = FixedClock(instant)
    return Database(file, key, clock), replace(given, clock=clock)


def _furnish(fresh: Path, passphrase: str, owner: Owner, given: Circumstances) -> None:
    shutil.rmtree(fresh, ignore_errors=True)  # left by a start that was cut off
    fresh.mkdir(parents=True)
    key = keys.create(fresh, passphrase, given.cost or calibration.cost_here())
    upgrades.create_schema(fresh / _DATABASE, key)
    database = Database(fresh / _DATABASE, key, given.clock)
    with database.transaction(None) as session:
        session.add(Facilitator(name=owner.name, initials=owner.initials, email=owner.email))
        session.add_all(comment_kinds.first_six())
    database.close()


def _services(keyring: Keyring, database: Database, given: Circumstances, held: Lock) -> Services:
    clock = given.clock
    departures = Departures(database, clock, given.outlets)
    known = _sources(database, clock, departures)
    desk = review_desk(database, clock, departures, paths.lent_folder(keyring.folder))
    desk.originals.take_back()  # what a crash left lying in the open
    return Services(
        **vars(_safekeeping(keyring, database, clock, desk.originals)),
        **vars(desk),
        **vars(round_trip(database, clock)),
        **vars(moving(database, clock, departures, keyring, given.cost)),
        folder=keyring.folder,
        clock=clock,
        database=database,
        lock=held,
        facilitators=Facilitators(database),
        partnerships=Partnerships(database, clock),
        groups=Groups(database, clock),
        people=People(database, clock),
        meetings=known.meetings,
        agendas=Agendas(database, clock),
        mentoring=Mentoring(database, clock),
        gatekeepers=Gatekeepers(database, clock),
        case_studies=known.case_studies,
        drafts=known.drafts,
        packs=known.packs,
        dispatches=Dispatches(database, clock, known.packs),
        departures=departures,
        handouts=Handouts(database),
        today=Today(database, clock, known),
        history=History(database, clock),
        unsaved=UnsavedTexts(database, clock),
        looks=Looks(database),
        search=Search(database),
    )


def _safekeeping(keyring: Keyring, database: Database, clock: Clock, originals: Originals) -> Safekeeping:
    file = keyring.folder / _DATABASE
    backups = Backups(database, file, clock, keyring)
    return Safekeeping(
        keyring=keyring,
        backups=backups,
        rehearsals=Rehearsals(backups, keyring, clock),
        safety=Safety(database, file, clock, backups, keyring),
        discretion=Discretion(database, keyring.verify),
        bin=Bin(database),
        retention=Retention(database, clock),
        erasure=Erasure(database, clock, backups, originals),
    )


def _sources(database: Database, clock: Clock, departures: Departures) -> Sources:
    return Sources(
        meetings=Meetings(database, clock),
        case_studies=CaseStudies(database, clock),
        drafts=Drafts(database, clock),
        packs=Packs(database, clock, departures),
        returns=Returns(database, clock),
    )
