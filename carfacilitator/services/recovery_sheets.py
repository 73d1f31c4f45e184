"""The recovery code on its way to paper: shown once, printed or saved through the door, and proved to be on paper."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from html import escape
from pathlib import Path
from typing import Protocol

from carfacilitator.model import clock as clocks
from carfacilitator.model.clock import Clock
from carfacilitator.model.terms import Audience
from carfacilitator.services import keyring as keyrings
from carfacilitator.services.departures import Departures
from carfacilitator.services.keyring import Keyring
from carfacilitator.sharing.door import Parcel

GROUPS = 8
_ADVICE = (
    "Keep this away from the computer: in a drawer at home, or with somebody you trust.",
    "Whoever has it and the workspace, or a backup of it, can read everything.",
    "It opens the workspace when the passphrase is forgotten: “Use the recovery code”.",
)
_LINE = '<text x="25" y="{y}" font-size="{size}" font-family="{face}">{words}</text>'


@dataclass(frozen=True, kw_only=True)
class RecoverySheet:
    """A new code and the sheet that it stands on; once this is gone, the program does not know the code any more."""

    code: str = field(repr=False)  # eight groups of five, with hyphens between
    workspace: str
    made_on: date
    departures: Departures

    @property
    def lines(self) -> tuple[str, str]:
        """The code in two lines of four groups."""
        groups = self.code.split("-")
        return " ".join(groups[: GROUPS // 2]), " ".join(groups[GROUPS // 2 :])

    def proves(self, group: int, typed: str) -> bool:
        """Tell whether `typed` is that group of the code, counted from 0: somebody has it before them."""
        return keyrings.is_group_of(self.code, group, typed)

    def print(self) -> bool:
        """Print the sheet; return whether the person went through with it."""
        return self.departures.print(self._parcel(), [self._page()])

    def save(self, file: Path) -> Path:
        """Save the sheet as plain text under the name that was chosen, which the system has asked about."""
        parcel = replace(self._parcel(), name=file.name)
        return self.departures.save([parcel], file.parent, replace=True)[0]

    def _parcel(self) -> Parcel:
        said = "\n".join(("Recovery code", self._whose(), "", *self.lines, "", *_ADVICE, ""))
        return Parcel(
            name=f"Recovery code of {self.workspace}.txt",
            media_type="text/plain",
            data=said.encode("utf-8"),
            audience=Audience.AUTHOR,  # of the workspace: herself
            recipient="yourself",
            made_from="recovery code",
        )

    def _page(self) -> bytes:
        return _sheet(
            [
                (9.0, "Inter", "Recovery code"),
                (4.5, "Inter", self._whose()),
                *((9.0, "monospace", line) for line in self.lines),
                *((3.4, "Inter", advice) for advice in _ADVICE),
            ]
        )

    def _whose(self) -> str:
        return f"of the workspace “{self.workspace}”, made on {self.made_on.day} {self.made_on:%B %Y}"


class Holds(Protocol):
    """What is needed of an open workspace."""

    @property
    def folder(self) -> Path: ...  # noqa: D102  as in Services
    @property
    def keyring(self) -> Keyring: ...  # noqa: D102
    @property
    def departures(self) -> Departures: ...  # noqa: D102
    @property
    def clock(self) -> Clock: ...  # noqa: D102


def new_sheet(services: Holds) -> RecoverySheet:
    """Make a new recovery code, and return it on its sheet; the one before it opens nothing any more.

    It takes about a second. Backups made before still open with the code from before.
    """
    return RecoverySheet(
        code=services.keyring.make_recovery_code(),
        workspace=services.folder.stem,
        made_on=clocks.today(services.clock),
        departures=services.departures,
    )


def _sheet(lines: Sequence[tuple[float, str, str]]) -> bytes:
    """Return an A4 page as SVG, its lengths in millimetres."""
    top, drawn = 40.0, []
    for size, face, words in lines:
        drawn.append(_LINE.format(y=top, size=size, face=face, words=escape(words)))
        top += size * 2
    head = '<svg xmlns="http://www.w3.org/2000/svg" width="210mm" height="297mm" viewBox="0 0 210 297">'
    return f"{head}{''.join(drawn)}</svg>".encode()
