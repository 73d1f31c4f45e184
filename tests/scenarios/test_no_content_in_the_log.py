"""Whatever goes wrong in whatever service, nothing that anybody wrote is in the log or in what the error says."""

from collections.abc import Callable, Iterator
from datetime import date, time
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest

from carfacilitator import log
from carfacilitator.document.blocks import Anchor
from carfacilitator.errors import KnownError
from carfacilitator.model.terms import Stage
from carfacilitator.services.drafts import Arrival
from carfacilitator.services.pack_wording import PackWishes
from carfacilitator.services.reviews import Remark
from carfacilitator.services.workspace import Services
from tests.builders import (
    a_case_study,
    a_comment,
    a_draft,
    a_file,
    a_gatekeeper,
    a_group,
    a_meeting,
    a_member,
    a_partnership,
    a_workspace,
)

WORD = "Zebedee"
Call = Callable[[Services, UUID], object]

# Each is given an id that leads nowhere, or a value of the wrong type, with the planted word in it.
GONE: dict[str, Call] = {
    "partnerships.amend": lambda s, gone: s.partnerships.amend(gone, notes=WORD),
    "groups.add": lambda s, gone: s.groups.add(gone, WORD),
    "groups.amend": lambda s, gone: s.groups.amend(gone, notes=WORD),
    "groups.agree_rule": lambda s, gone: s.groups.agree_rule(gone, WORD),
    "people.amend": lambda s, gone: s.people.amend(gone, notes=WORD),
    "people.join": lambda s, gone: s.people.join(gone, gone, role=WORD),
    "meetings.add": lambda s, gone: s.meetings.add(gone, date(2026, 3, 12), time(10, 0), notes=WORD),
    "meetings.amend": lambda s, gone: s.meetings.amend(gone, private_note=WORD),
    "agendas.add": lambda s, gone: s.agendas.add(gone, WORD),
    "mentoring.add": lambda s, gone: s.mentoring.add(gone, private_part=WORD),
    "mentoring.amend": lambda s, gone: s.mentoring.amend(gone, private_part=WORD),
    "gatekeepers.add": lambda s, gone: s.gatekeepers.add(gone, WORD),
    "gatekeepers.amend": lambda s, gone: s.gatekeepers.amend(gone, cares_about=WORD),
    "case_studies.begin": lambda s, gone: s.case_studies.begin(WORD, gone, gone),
    "case_studies.amend": lambda s, gone: s.case_studies.amend(gone, notes=WORD),
    "case_studies.justify": lambda s, gone: s.case_studies.justify(gone, Stage.TOPIC, text=WORD),
    "drafts.receive_draft": lambda s, gone: s.drafts.receive_draft(gone, a_file(WORD, name=WORD)),
    "drafts.amend": lambda s, gone: s.drafts.amend(gone, note=WORD),
    "reviews.comment": lambda s, gone: s.reviews.comment(gone, Anchor(0, 0, 0, 1), Remark(text=WORD, kind_id=gone)),
    "reviews.amend": lambda s, gone: s.reviews.amend(gone, text=WORD),
    "reviews.reply": lambda s, gone: s.reviews.reply(gone, WORD),
    "packs.prepare": lambda s, gone: s.packs.prepare(gone, gone, PackWishes(word=WORD)),
    "packs.sent": lambda s, gone: s.packs.sent(gone, WORD),
    "handouts.agenda": lambda s, gone: s.handouts.agenda(gone),
}
WRONG: dict[str, Callable[[Services, dict[str, UUID]], object]] = {
    "facilitators": lambda s, _: s.facilitators.amend(name=_wrong()),
    "partnerships": lambda s, ids: s.partnerships.amend(ids["partnership"], notes=_wrong()),
    "groups": lambda s, ids: s.groups.amend(ids["group"], kind=_wrong()),
    "people": lambda s, ids: s.people.amend(ids["person"], audience=_wrong()),
    "meetings": lambda s, ids: s.meetings.amend(ids["meeting"], day=_wrong()),
    "agendas": lambda s, ids: s.agendas.add(ids["meeting"], WORD, leads=_wrong()),
    "mentoring": lambda s, ids: s.mentoring.add(ids["person"], kind=_wrong()),
    "gatekeepers": lambda s, ids: s.gatekeepers.add(ids["partnership"], WORD, notes=_wrong()),
    "unsaved": lambda s, _: s.unsaved.keep(WORD, _wrong()),
    "search": lambda s, _: s.search.hits(_wrong()),
    "history": lambda s, _: s.history.events(_wrong()),
    "case_studies": lambda s, ids: s.case_studies.amend(ids["case study"], stage=_wrong()),
    "drafts": lambda s, ids: s.drafts.amend(ids["draft"], note=_wrong()),
    "arrivals": lambda s, ids: s.drafts.receive_draft(ids["case study"], a_file(WORD), Arrival(note=_wrong())),
    "reviews": lambda s, ids: s.reviews.amend(ids["comment"], audience=_wrong()),
    "replies": lambda s, ids: s.reviews.reply(ids["comment"], WORD, _wrong()),
    "packs": lambda s, ids: s.packs.prepare(ids["draft"], ids["gatekeeper"], PackWishes(reply_by=_wrong())),
    "departures": lambda s, _: s.departures.copy(_wrong()),
}


def _wrong() -> Any:  # noqa: ANN401  a bug has every type
    return [WORD]


@pytest.fixture
def kept_log(tmp_path: Path) -> Path:
    log.write_to(tmp_path / "log.txt")
    return tmp_path / "log.txt"


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    services = a_workspace(tmp_path)
    yield services
    services.close()


def furnished(services: Services) -> dict[str, UUID]:
    group = a_group(services)
    person, meeting = a_member(services, group), a_meeting(services, group)
    study = a_case_study(services)
    draft = a_draft(services, study, a_file(f"Here stands {WORD}."))
    return {
        "partnership": a_partnership(services),
        "group": group,
        "person": person,
        "meeting": meeting,
        "gatekeeper": a_gatekeeper(services),
        "case study": study,
        "draft": draft,
        "comment": a_comment(services, draft, WORD, WORD),
    }


def assert_silent(error: BaseException, kept_log: Path) -> None:
    log.bug(error)
    assert WORD not in kept_log.read_text(encoding="utf-8")
    assert WORD not in str(error)
    assert WORD not in repr(error)


@pytest.mark.parametrize("name", GONE)
def test_what_is_gone_is_said_without_what_was_to_be_written(services: Services, kept_log: Path, name: str) -> None:
    with pytest.raises(KnownError) as error:
        GONE[name](services, uuid4())
    assert_silent(error.value, kept_log)


@pytest.mark.parametrize("name", WRONG)
def test_a_bug_in_a_service_is_logged_without_what_was_to_be_written(
    services: Services, kept_log: Path, name: str
) -> None:
    ids = furnished(services)
    with pytest.raises(Exception) as error:  # noqa: PT011  any bug
        WRONG[name](services, ids)
    assert_silent(error.value, kept_log)


def test_an_error_that_quotes_content_is_logged_by_its_type(services: Services, kept_log: Path) -> None:
    with pytest.raises(LookupError) as error, services.database.transaction(None):
        raise LookupError(f"'{WORD}' is not among the defined values")
    log.bug(error.value)
    assert WORD not in kept_log.read_text(encoding="utf-8")
    assert "LookupError" in kept_log.read_text(encoding="utf-8")
