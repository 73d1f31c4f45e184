"""What a program asked of its drive, call by call, as strace saw it; and what a drive holds if the power fails then.

The model of the drive: what was written is certain only after its file was flushed; before that any of its sectors of
512 bytes may have arrived or not, in any order. Names (made, renamed, removed) arrive in their order, and are certain
with the next flush of anything, as in a file system with a journal.
"""

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

SECTOR = 512
CALLS = (
    "open,openat,creat,read,pread64,write,pwrite64,lseek,fsync,fdatasync,ftruncate,"
    "rename,renameat,renameat2,unlink,unlinkat,rmdir,close"
)
_LINE = re.compile(r"\d+ +(?P<call>\w+)\((?P<asked>.*)\) += (?P<gave>-?\d+)")
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')


@dataclass(frozen=True)
class Call:
    """One call: its name, the texts in it, its plain arguments and what it gave."""

    name: str
    texts: tuple[bytes, ...]
    numbers: tuple[int, ...]
    flags: str
    gave: int


def calls(trace: Path) -> Iterator[Call]:
    """Yield the calls of a trace that succeeded.

    Raises:
        ValueError: two threads were at the drive at once, which this cannot tell apart.
    """
    with trace.open(encoding="ascii") as lines:
        for line in lines:
            if "unfinished" in line and any(name in line for name in ("write", "sync", "truncate", "rename", "unlink")):
                raise ValueError(line[:80])
            found = _LINE.match(line)
            if found and int(found["gave"]) >= 0:
                yield _call(found)


def _call(found: re.Match[str]) -> Call:
    texts = tuple(bytes.fromhex(text.replace("\\x", "")) for text in _TEXT.findall(found["asked"]))
    rest = _TEXT.sub("", found["asked"])
    numbers = tuple(int(part) for part in re.split(r"[ ,]+", rest) if part.lstrip("-").isdigit())
    return Call(found["call"], texts, numbers, rest, int(found["gave"]))


@dataclass
class File:
    """Bytes as the program sees them, and as they are certain to be."""

    seen: bytearray = field(default_factory=bytearray)
    certain: bytearray = field(default_factory=bytearray)
    uncertain: set[int] = field(default_factory=set)  # sectors

    def write(self, content: bytes, at: int) -> None:
        self.seen.extend(bytes(max(0, at - len(self.seen))))
        self.seen[at : at + len(content)] = content
        self.uncertain.update(range(at // SECTOR, (at + len(content) + SECTOR - 1) // SECTOR))

    def cut(self, size: int) -> None:
        old = len(self.seen)
        del self.seen[size:]
        self.seen.extend(bytes(max(0, size - len(self.seen))))
        self.uncertain.update(range(size // SECTOR, old // SECTOR + 1))

    def flush(self) -> None:
        self.certain, self.uncertain = bytearray(self.seen), set()

    def after_a_cut(self, chance: random.Random) -> bytes:
        """Return what may be left: what is certain, and of the rest whatever arrived."""
        left, arrives = bytearray(self.certain), chance.random()
        for sector in sorted(self.uncertain):
            part = self.seen[sector * SECTOR : (sector + 1) * SECTOR]
            if part and chance.random() < arrives:
                left.extend(bytes(max(0, sector * SECTOR - len(left))))
                left[sector * SECTOR : sector * SECTOR + len(part)] = part
        return bytes(left)


Naming = tuple[str, str]  # from -> to; "" is nothing


@dataclass
class Drive:
    """One folder on a drive, through which a trace runs."""

    folder: str
    files: dict[str, File] = field(default_factory=dict)  # by name, as the program sees them
    certain: dict[str, File] = field(default_factory=dict)
    pending: list[dict[str, File]] = field(default_factory=list)  # how the names were after each that is not certain
    open: dict[int, tuple[File, int]] = field(default_factory=dict)  # with the position
    said: list[str] = field(default_factory=list)
    ears: set[int] = field(default_factory=set)

    def load(self) -> None:
        """Take the folder as it is now for certain."""
        for path in Path(self.folder).rglob("*"):
            if path.is_file():
                content = path.read_bytes()
                self.files[str(path)] = File(bytearray(content), bytearray(content))
        self.certain = dict(self.files)

    def obey(self, call: Call) -> bool:
        """Do what a call asked for, and tell whether it changed anything on the drive."""
        act: Callable[[Call], bool] | None = getattr(self, f"_{_KINDS.get(call.name, 'nothing')}", None)
        return bool(act and act(call))

    def after_a_cut(self, chance: random.Random) -> dict[str, bytes]:
        """Return what the folder holds when the power is back, by name."""
        names = chance.choice([self.certain, *self.pending])
        return {name: file.after_a_cut(chance) for name, file in names.items()}

    def _opened(self, call: Call) -> bool:
        name = call.texts[0].decode()
        if name.endswith(".said"):
            self.ears.add(call.gave)
        if not name.startswith(self.folder + "/") or "O_DIRECTORY" in call.flags:
            return False
        fresh = name not in self.files
        if fresh and "O_CREAT" not in call.flags:
            return False
        if fresh:
            self._named({**self.files, name: File()})
        file = self.files[name]
        if "O_TRUNC" in call.flags:
            file.cut(0)
        self.open[call.gave] = (file, len(file.seen) if "O_APPEND" in call.flags else 0)
        return fresh

    def _closed(self, call: Call) -> bool:
        self.open.pop(call.numbers[0], None)
        self.ears.discard(call.numbers[0])
        return False

    def _written(self, call: Call) -> bool:
        handle = call.numbers[0]
        if handle in self.ears:
            self.said += call.texts[0].decode().splitlines()
        if handle not in self.open:
            return False
        file, position = self.open[handle]
        file.write(call.texts[0][: call.gave], position)
        self.open[handle] = (file, position + call.gave)
        return True

    def _written_at(self, call: Call) -> bool:
        if call.numbers[0] not in self.open:
            return False
        self.open[call.numbers[0]][0].write(call.texts[0][: call.gave], call.numbers[-1])
        return True

    def _read(self, call: Call) -> bool:
        if call.numbers[0] in self.open:
            file, position = self.open[call.numbers[0]]
            self.open[call.numbers[0]] = (file, position + call.gave)
        return False

    def _sought(self, call: Call) -> bool:
        if call.numbers[0] in self.open:
            self.open[call.numbers[0]] = (self.open[call.numbers[0]][0], call.gave)
        return False

    def _flushed(self, call: Call) -> bool:
        if call.numbers[0] in self.open:
            self.open[call.numbers[0]][0].flush()
        self.certain, self.pending = dict(self.files), []
        return True

    def _cut(self, call: Call) -> bool:
        if call.numbers[0] in self.open:
            self.open[call.numbers[0]][0].cut(call.numbers[1])
        return call.numbers[0] in self.open

    def _renamed(self, call: Call) -> bool:
        old, new = (text.decode() for text in call.texts)
        names = dict(self.files)
        if old not in names:
            return False
        names[new] = names.pop(old)
        return self._named(names)

    def _removed(self, call: Call) -> bool:
        names = dict(self.files)
        return names.pop(call.texts[0].decode(), None) is not None and self._named(names)

    def _named(self, names: dict[str, File]) -> bool:
        self.files = names
        self.pending.append(dict(names))
        return True


_KINDS = (
    dict.fromkeys(("open", "openat", "creat"), "opened")
    | dict.fromkeys(("rename", "renameat", "renameat2"), "renamed")
    | dict.fromkeys(("unlink", "unlinkat"), "removed")
    | dict.fromkeys(("fsync", "fdatasync"), "flushed")
    | {"close": "closed", "write": "written", "pwrite64": "written_at", "read": "read", "lseek": "sought"}
    | {"ftruncate": "cut"}
)
