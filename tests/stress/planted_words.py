"""Plants words in everything that can be written, and looks for them in every byte that the program leaves anywhere.

`python -m tests.stress.planted_words [200]`. A child lives in a folder of its own, which is its home, its data and its
temporary folder; it is looked at while it runs, after it was killed, and after a start that was closed properly. A word
is looked for as UTF-8 and as UTF-16, in the case it was written in and in small letters, in names of files too.
"""

import os
import random
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import date, time
from pathlib import Path
from uuid import uuid4

from carfacilitator import log, paths
from carfacilitator.errors import KnownError
from carfacilitator.services import new_keys, openers, restoring
from carfacilitator.services.files import OpenedFile
from carfacilitator.services.workspace import Owner, Services, create, open_workspace
from tests.builders import CHEAP, PASSPHRASE, a_comment, a_setting, a_text

WORDS = 200
_SYLLABLES = ["zwox", "quib", "vreth", "jalk", "fyrm", "gosk", "plov", "dwint", "hucz", "morv"]
DONE = "planted"


def words(count: int) -> list[str]:
    """Return made-up words that stand in no dictionary and no program."""
    chance = random.Random(17)  # noqa: S311  words, not secrets
    found: dict[str, None] = {}
    while len(found) < count:
        found["".join(chance.choices(_SYLLABLES, k=3)).capitalize()] = None
    return list(found)


def plant(folder: Path, planted: Iterator[str]) -> Services:
    """Make a workspace in which every kind of text that can be typed or received holds words of its own."""

    def some() -> str:
        return f"{next(planted)} and {next(planted)}"

    services = create(folder, PASSPHRASE, Owner(some(), "ZZ", "zz@example.org"), a_setting())
    partnership = services.partnerships.add(some(), place=some(), notes=some())
    group = services.groups.add(partnership, some(), purpose=some(), notes=some())
    services.groups.agree_rule(group, some(), date(2026, 3, 1))
    person = services.people.add(some(), organisation=some(), job=some(), email=some(), needs=some(), notes=some())
    services.people.join(person, group)
    meeting = services.meetings.add(
        group, date(2026, 3, 12), time(10, 15), title=some(), place=some(), private_note=some()
    )
    services.agendas.add(meeting, some(), leads=some(), private_note=some())
    services.mentoring.add(person, shared_part=some(), private_part=some())
    services.gatekeepers.add(partnership, some(), role=some(), cares_about=some(), could_stop=some(), notes=some())
    study = services.case_studies.begin(some(), group, person, question=some(), notes=some())
    quoted = next(planted)
    text = a_text(f"# {some()}", f"{quoted} {some()}")
    services.drafts.receive_draft(study, OpenedFile(f"{next(planted)}.docx", some().encode(), text))
    draft = services.drafts.timeline(study)[0].id
    a_comment(services, draft, quoted, some())
    services.unsaved.keep("a field", some())
    for left in planted:
        services.mentoring.add(person, private_part=left)
    return services


def live(home: Path, planted: list[str]) -> None:
    """Do all that writes: save, undo, search, back up, rehearse, restore, change keys; then wait to be killed."""
    log.write_to(paths.log_file())
    services = plant(home / "data" / "Work.car", iter(planted))
    person = services.people.rows()[0]
    services.people.amend(person.id, notes="shorter")
    services.history.undo()
    services.people.remove(person.id)
    services.history.undo()
    services.search.hits(planted[0])
    services.backups.choose_second_place(home / "stick")
    (home / "stick").mkdir()
    services.backups.make()
    services.rehearsals.rehearse()
    services.keyring.make_recovery_code()
    go_wrong(services, planted[0])
    restoring.preview(services.backups.rows()[0].file, openers.by_passphrase(PASSPHRASE))
    restoring.restore(services.backups.rows()[0].file, openers.by_passphrase(PASSPHRASE), home / "data" / "Again.car")
    sys.stdout.write(f"{DONE}\n")
    sys.stdout.flush()
    while True:
        services.unsaved.keep("a field", f"{random.choice(planted)}")  # noqa: S311  words


def go_wrong(services: Services, word: str) -> None:
    """Make errors that know a word, expected ones and bugs, and log them as the program does."""
    try:
        services.groups.add(uuid4(), word, kind=word)  # type: ignore[arg-type]  # a bug on purpose
    except Exception as error:  # noqa: BLE001  whatever it is
        log.bug(error)
    try:
        open_workspace(services.folder, word, a_setting())
    except KnownError as error:
        log.bug(error)


def leaks(home: Path, planted: list[str]) -> list[str]:
    """Return every word that stands anywhere under a folder, with its file."""
    wanted = [(word, form) for word in planted for form in _forms(word)]
    found = []
    for path in home.rglob("*"):
        content = str(path.relative_to(home)).encode()
        if path.is_file():
            content += b"\0" + path.read_bytes()
        found += [f"{word} in {path.relative_to(home)}" for word, form in wanted if form in content]
    return found


def _forms(word: str) -> Iterator[bytes]:
    for spelled in (word, word.lower()):
        yield spelled.encode()
        yield spelled.encode("utf-16-le")


def run(count: int) -> dict[str, list[str]]:
    """Return what was found while the program ran, after it was killed, and after it was closed."""
    planted = words(count)
    with tempfile.TemporaryDirectory() as scratch:
        home = Path(scratch)
        (home / "tmp").mkdir()
        surroundings = {name: str(home) for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME")}
        surroundings |= {"TMPDIR": str(home / "tmp"), "CARFACILITATOR_DATA": str(home / "data")}
        command = [sys.executable, "-m", "tests.stress.planted_words", "--live", str(home), str(count)]
        with subprocess.Popen(command, env={**os.environ, **surroundings}, stdout=subprocess.PIPE, text=True) as child:
            assert child.stdout is not None
            assert child.stdout.readline().strip() == DONE
            found = {"while it runs": leaks(home, planted)}
            child.send_signal(signal.SIGKILL)
        found["after it was killed"] = leaks(home, planted)
        folder = home / "data" / "Work.car"
        services = open_workspace(folder, PASSPHRASE, a_setting())
        services.close()
        new_keys.renew(folder, (PASSPHRASE, "a kettle on Lewis"), services.clock, CHEAP)
        found["after it was closed"] = leaks(home, planted)
    return found


if __name__ == "__main__":
    if sys.argv[1:2] == ["--live"]:
        live(Path(sys.argv[2]), words(int(sys.argv[3])))
    else:
        wanted = int(sys.argv[1]) if len(sys.argv) > 1 else WORDS
        for when, seen in run(wanted).items():
            print(f"{when}: {len(seen)} of {wanted} words found {seen[:5]}")
