"""Confidential mentoring: while others look at the screen nothing of it is there, not even how much of it there is."""

import dataclasses
from pathlib import Path

import pytest

from carfacilitator.errors import RefusedError, WrongPassphraseError
from carfacilitator.model.terms import Audience
from carfacilitator.services.workspace import Services
from carfacilitator.sharing.door import Parcel
from tests.builders import PASSPHRASE

NOTE = "Her manager Petrie presses her to soften finding three. " * 3


def counts(services: Services) -> dict[str, int]:
    """Return every number that a page shows."""
    view = services.today.view()
    return {
        "hits": len(services.search.hits("petrie", confidential=True)),
        "events": len(services.history.events(most=10_000)),
        "comments": sum(row.open_comments for row in services.drafts.rows()),
        "in studies": sum(row.open_comments for row in view.case_studies),
        "notes": len(services.mentoring.rows()),
        "in the bin": len(services.bin.rows()),
    }


def test_while_discreet_a_confidence_is_neither_found_nor_counted(sampled: Services, tmp_path: Path) -> None:
    (person, *_) = sampled.people.rows()
    sampled.discretion.enter()
    before = counts(sampled)
    sampled.discretion.leave(PASSPHRASE)

    note_id = sampled.mentoring.add(person.id, shared_part="Two next steps.", private_part=NOTE)
    thrown_away = sampled.mentoring.add(person.id, private_part=NOTE)
    sampled.mentoring.remove(thrown_away)
    assert any(hit.id == note_id for hit in sampled.search.hits("petrie soften", confidential=True))

    sampled.discretion.enter()
    assert counts(sampled) == before
    assert sampled.search.hits("soften finding three", confidential=True) == []
    assert sampled.history.can_undo() != "removed a mentoring note"
    assert all("Petrie" not in str(dataclasses.asdict(hit)) for hit in sampled.search.hits("petrie"))
    with pytest.raises(RefusedError, match="Nothing leaves"):
        sampled.departures.save(
            [Parcel(name="a.txt", media_type="text/plain", data=b"x", audience=Audience.AUTHOR)], tmp_path
        )
    with pytest.raises(WrongPassphraseError):
        sampled.discretion.leave("a guess")
    assert counts(sampled) == before

    sampled.discretion.leave(PASSPHRASE)
    assert sampled.mentoring.open(note_id).private_part == NOTE.strip()
    assert counts(sampled) != before
