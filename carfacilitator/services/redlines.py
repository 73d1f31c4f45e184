"""Redlines of Word files that belong to no workspace."""

from datetime import datetime
from pathlib import Path

from carfacilitator.model.terms import Audience
from carfacilitator.services.files import OpenedFile
from carfacilitator.sharing.door import Door, Parcel
from carfacilitator.word.redline import redline

WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def save_redline(old: OpenedFile, new: OpenedFile, target: Path, *, now: datetime, replace: bool = False) -> Path:
    """Save the newer file with its differences from the older as tracked changes, and return where it stands.

    Raises:
        RefusedError: there is a file already and `replace` was not asked for.
    """
    data = redline(old.document, new.data, author="Comparison", when=now)
    parcel = Parcel(name=target.name, media_type=WORD_TYPE, data=data, audience=Audience.AUTHOR, made_from=new.name)
    # Files that belong to no workspace leave no record in one.
    door = Door(record=lambda _departures: None, now=lambda: now)
    return door.save([parcel], target.parent, replace=replace)[0]
