"""The archive of finished work: open files in which codes stand for names, and apart from them, sealed, the key."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from carfacilitator.document.records import from_record
from carfacilitator.errors import KnownError
from carfacilitator.model.clock import Clock, today
from carfacilitator.model.events import Value
from carfacilitator.model.terms import Audience
from carfacilitator.model.veils import Words, WordsInJson
from carfacilitator.services import exports
from carfacilitator.services.departures import Departures
from carfacilitator.services.keyring import Keyring
from carfacilitator.services.open_files import Contents
from carfacilitator.services.portable import Row, columns_of
from carfacilitator.services.senders import is_nameless
from carfacilitator.sharing.door import Parcel
from carfacilitator.sharing.pseudonyms import Mask, Named, Pseudonym, pseudonym
from carfacilitator.store import calibration, sealed
from carfacilitator.store.backups import nothing
from carfacilitator.store.database import Database
from carfacilitator.store.drives import Report
from carfacilitator.store.sealed import DamagedSealError
from carfacilitator.store.slots import Cost

KIND = "key of an archive"
SUFFIX = ".carkey"
SENTENCE = (
    "Codes stand for the names of people, organisations and places that the workspace knows. Names that only "
    "somebody’s words mention are still there: read the texts before you give the archive to anybody."
)
NAMES = {  # where names are kept, and of what
    ("Facilitator", "name"): Named.PERSON,
    ("Person", "name"): Named.PERSON,
    ("Gatekeeper", "name"): Named.PERSON,
    ("Draft", "received_from"): Named.PERSON,
    ("Comment", "author_name"): Named.PERSON,
    ("Reply", "author_name"): Named.PERSON,
    ("Departure", "recipient"): Named.PERSON,
    ("Event", "who"): Named.PERSON,
    ("Return", "from_whom"): Named.PERSON,
    ("ReturnedRemark", "author_name"): Named.PERSON,
    ("ReturnedRemark", "decided_by"): Named.PERSON,
    ("EditDecision", "decided_by"): Named.PERSON,
    ("Clearance", "given_by"): Named.PERSON,
    ("Person", "organisation"): Named.ORGANISATION,
    ("Gatekeeper", "organisation"): Named.ORGANISATION,
    ("Partnership", "name"): Named.ORGANISATION,
    ("Partnership", "place"): Named.PLACE,
    ("Meeting", "place"): Named.PLACE,
}
_BEARERS = ("Facilitator", "Person", "Gatekeeper")  # whose code is that of the record
_TELLTALE = {"email", "telephone", "needs", "initials", "file_name", "lineage", "sha256", "code"}
_LEFT_OUT = {"StoredFile", "Unsaved", "RetentionDate"}
_BYTES = {("Departure", "name"), ("Draft", "file"), ("Pack", "file"), ("Return", "file")}  # and what names them
_TEXTS = {"document", "record"}  # of which the words alone are told
_NOBODY = {"yourself", "this computer’s Word"}


@dataclass(frozen=True, kw_only=True)
class ArchiveWish:
    """Where the archive and its key go, apart from each other, and the passphrase of the key."""

    folder: Path
    key_file: Path
    passphrase: str = field(repr=False)


@dataclass(frozen=True)
class Archived:
    """What was written, how much was left out because it was due to go, and what to say about the rest."""

    folder: Path
    key_file: Path
    files: int
    due: int
    sentence: str = SENTENCE


class Archives:
    """Makes archives without names."""

    def __init__(
        self, database: Database, clock: Clock, departures: Departures, keyring: Keyring, cost: Cost | None
    ) -> None:
        self._database = database
        self._clock = clock
        self._departures = departures
        self._keyring = keyring
        self._cost = cost

    def archive(self, wish: ArchiveWish, *, over: bool = False, report: Report = nothing) -> Archived:
        """Write the archive into a folder and its key into a file elsewhere; for a worker.

        What was removed, and what was to be kept no longer than until now, is not in it.

        Raises:
            RefusedError: the workspace is discreet, or there is something already and writing `over` it was not asked
                for.
            KnownError: the key would lie in the archive, there is no passphrase for it, the folder cannot be written
                to, or the disk is full.
        """
        self._database.refuse_if_veiled()
        if wish.folder.resolve() in wish.key_file.resolve().parents:
            raise KnownError("The key must not lie in the archive.", "Keep it somewhere else.")
        with self._database.reading() as session:
            rows = exports.everything(session)
        names = _pseudonyms(rows, self._keyring.key)
        key = self._key(wish, names)  # first, for it may be refused
        kept, due = self._kept(rows)
        contents = Contents(
            title="Archive",
            beginning=SENTENCE,
            made_at=self._clock.now(),
            rows=tuple(_masked(kept, names)),
        )
        self._departures.save([key], wish.key_file.parent, replace=over)
        files = exports.counted(contents, report)
        written = self._departures.save_folder(files, wish.folder, exports.about(wish.folder, "archive"), over=over)
        report(1)
        return Archived(wish.folder, wish.key_file.parent / key.name, len(written), due)

    def _key(self, wish: ArchiveWish, names: Iterable[Pseudonym]) -> Parcel:
        told = [{"code": one.code, "kind": str(one.kind), "name": one.name} for one in names]
        content = json.dumps({"format": 1, "codes": told}, ensure_ascii=False).encode("utf-8")
        return Parcel(
            name=wish.key_file.with_suffix(SUFFIX).name,
            media_type="application/octet-stream",
            data=sealed.seal(KIND, content, wish.passphrase, self._cost or calibration.cost_here()),
            audience=Audience.AUTHOR,  # of the workspace: herself
            recipient="yourself",
            made_from="key of an archive",
        )

    def _kept(self, rows: Iterable[Row]) -> tuple[list[Row], int]:
        """Return what stands and is not due to go, and how many records with a date are."""
        told, day = list(rows), today(self._clock).isoformat()
        promised = (row.values for row in told if row.noun == "RetentionDate" and row.values["removed_at"] is None)
        due = {str(values["entity_id"]) for values in promised if str(values["keep_until"]) < day}
        kept: dict[str, Row] = {row.id: row for row in told if row.noun == "StoredFile"}
        for row in told:
            stands = row.id not in due and row.values.get("removed_at") is None
            if stands and all(other in kept for other in row.named):
                kept[row.id] = row
        return [row for row in kept.values() if row.noun not in _LEFT_OUT], len(due & {row.id for row in told})


def read_key(data: bytes, passphrase: str) -> list[Pseudonym]:
    """Return which name stands behind which code.

    Raises:
        WrongSealError: the passphrase is another.
        DamagedSealError, NewerSealError: the file is damaged, or none of ours.
    """
    content = sealed.unseal(KIND, data, passphrase)
    try:
        return [Pseudonym(Named(one["kind"]), one["name"], one["code"]) for one in json.loads(content)["codes"]]
    except (ValueError, KeyError, TypeError):
        raise DamagedSealError from None


def _pseudonyms(rows: Iterable[Row], secret: bytes) -> list[Pseudonym]:
    """Return a code for every name in the registers; a person's name has one, wherever it stands."""
    bearers: dict[str, str] = {}
    told = sorted(rows, key=lambda row: row.noun not in _BEARERS)
    found: dict[tuple[Named, str], Pseudonym] = {}
    for row in told:
        for (noun, column), kind in NAMES.items():
            name = str(row.values.get(column) or "").strip() if row.noun == noun else ""
            if name in _NOBODY or is_nameless(name):
                continue
            if noun in _BEARERS and column == "name":
                bearers.setdefault(name.casefold(), row.id)
            bearer = bearers.get(name.casefold(), "") if kind is Named.PERSON else ""
            found.setdefault((kind, name), pseudonym(kind, name, secret, bearer))
    return list(found.values())


def _masked(rows: Iterable[Row], names: list[Pseudonym]) -> Iterator[Row]:
    mask, codes = Mask(names), {(one.kind, one.name): one.code for one in names}
    for row in rows:
        values: dict[str, Value] = {}
        for name, value in row.values.items():
            if name in _TELLTALE or (row.noun, name) in _BYTES:
                continue
            kind = NAMES.get((row.noun, name))
            code = codes.get((kind, str(value).strip())) if kind else None
            values[name] = code or _without_names(row, name, value, mask)
        yield replace(row, values=values)


def _without_names(row: Row, name: str, value: Value, mask: Mask) -> Value:
    if name in _TEXTS and isinstance(value, dict):
        return [mask.over(text) for text in from_record(value).texts()] if value else []
    column = columns_of(row.kind).get(name)
    return _masked_words(value, mask) if column is not None and isinstance(column.type, Words | WordsInJson) else value


def _masked_words(value: Value, mask: Mask) -> Value:
    """Return words, or JSON, with every text in it masked."""
    if isinstance(value, dict):
        return {name: _masked_words(each, mask) for name, each in value.items()}
    if isinstance(value, list):
        return [_masked_words(each, mask) for each in value]
    return mask.over(value) if isinstance(value, str) else value
