"""A day on which a meeting comes, drafts wait and packs are out, and the page that shows it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from carfacilitator.model.terms import Audience, Stage
from carfacilitator.services.arrivals import Arrival
from carfacilitator.services.pack_wording import Asked, PackWishes
from carfacilitator.services.workspace import Services
from carfacilitator.ui.page import Desk
from carfacilitator.ui.pages.today.page import TodayPage
from tests.builders import (
    a_case_study,
    a_gatekeeper,
    a_group,
    a_meeting,
    a_member,
    a_sample_draft,
    a_workspace,
)


class Relay(QObject):
    """Brings what changed to the thread of the window, as the window does."""

    announced = Signal(object)


@dataclass(frozen=True)
class Day:
    """What stands in the workspace."""

    meeting: UUID
    later: UUID
    study: UUID
    draft: UUID  # waits for a word
    sent: UUID
    unsent: UUID


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    made = a_workspace(tmp_path)
    yield made
    made.close()


@pytest.fixture
def day(services: Services) -> Day:
    group = a_group(services)
    services.people.amend(a_member(services, group, "Jean Lockhart"), needs="Hearing loop")
    meeting = a_meeting(services, group, date(2026, 3, 12), place="Kilmorran Hall", minutes=120)
    services.agendas.add(meeting, "Welcome", minutes=30)
    later = a_meeting(services, group, date(2026, 3, 26), title="Retreat")
    study = a_case_study(services, "Quarter to three", "Samina Aziz", stage=Stage.COLLECTION)
    draft = _received(services, study, "quarter-to-three-draft-1.docx", datetime(2026, 3, 1, 22, 31, tzinfo=UTC))
    bus = a_case_study(services, "The bus", "Jean Lockhart", stage=Stage.PUBLICATION)
    other = _received(services, bus, "the-bus-that-isnt-there-draft-1.docx", datetime(2026, 2, 1, 9, tzinfo=UTC))
    names = ("Alan Petrie", "Ruth McKay")
    alan, ruth = (a_gatekeeper(services, name, belongs_to=Audience.LOCAL_MANAGER) for name in names)
    sent = _pack(services, other, alan, PackWishes(asked=Asked.AGREE, reply_by=date(2026, 3, 5)))
    services.packs.sent(sent, at=datetime(2026, 2, 12, 9, tzinfo=UTC))
    return Day(meeting, later, study, draft, sent, _pack(services, other, ruth, PackWishes()))


def _received(services: Services, study: UUID, name: str, when: datetime) -> UUID:
    return services.drafts.receive_draft(study, a_sample_draft(name), Arrival(how="email", received_at=when)).id


def _pack(services: Services, draft: UUID, gatekeeper: UUID, wishes: PackWishes) -> UUID:
    services.packs.make(services.packs.prepare(draft, gatekeeper, wishes))
    return services.packs.rows(gatekeeper_id=gatekeeper)[0].id


MakePage = Callable[[], TodayPage]


@pytest.fixture
def make_page(qtbot: QtBot, services: Services, desk: Desk) -> MakePage:
    def make() -> TodayPage:
        page = TodayPage(services, desk)
        qtbot.addWidget(page)
        relay = Relay(page)
        relay.announced.connect(page.announce)
        services.on_change(relay.announced.emit)
        page.resize(1224, 900)
        with qtbot.waitActive(page):
            page.show()
        return page

    return make


@pytest.fixture
def page(make_page: MakePage, day: Day) -> TodayPage:
    del day
    return make_page()
