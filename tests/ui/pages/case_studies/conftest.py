"""A small workspace in which a case study has two drafts, a comment and a pack, and the page that shows it."""

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
from carfacilitator.ui.keeping import Keeping
from carfacilitator.ui.page import Desk
from carfacilitator.ui.pages.case_studies.page import CaseStudiesPage
from tests.builders import a_case_study, a_comment, a_gatekeeper, a_sample_draft, a_workspace

BUS = "The bus that isn’t there"


class Relay(QObject):
    """Brings what changed to the thread of the window, as the window does."""

    announced = Signal(object)


@dataclass(frozen=True)
class Known:
    """What stands in the workspace."""

    study: UUID
    other: UUID
    drafts: tuple[UUID, UUID]
    pack: UUID


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    made = a_workspace(tmp_path)
    yield made
    made.close()


@pytest.fixture
def known(services: Services) -> Known:
    study = a_case_study(services, BUS, "Jean Lockhart", question="Who knows that there is none?", stage=Stage.STORAGE)
    other = a_case_study(services, "Seven doors", "Priya Nair")
    services.case_studies.justify(study, Stage.TOPIC, choice="The 214", text="Everybody is sure of the answer.")
    first, second = (
        services.drafts.receive_draft(
            study,
            a_sample_draft(f"the-bus-that-isnt-there-draft-{number}.docx"),
            Arrival(how="email", received_at=datetime(2026, 2, number, 17, 40, tzinfo=UTC)),
        ).id
        for number in (1, 2)
    )
    words = services.drafts.document(second).texts()[2].split()[0]
    a_comment(services, second, words, audience=Audience.LOCAL_MANAGER)
    gatekeeper = a_gatekeeper(services, belongs_to=Audience.LOCAL_MANAGER)
    wishes = PackWishes(asked=Asked.AGREE, reply_by=date(2026, 3, 5))
    services.packs.make(services.packs.prepare(second, gatekeeper, wishes))
    pack = services.packs.rows(study)[0].id
    services.packs.sent(pack, at=datetime(2026, 2, 20, 9, tzinfo=UTC))
    return Known(study, other, (first, second), pack)


@pytest.fixture
def keeping(services: Services, desk: Desk) -> Keeping:
    return Keeping(services, desk.messages)


MakePage = Callable[[], CaseStudiesPage]


@pytest.fixture
def make_page(qtbot: QtBot, services: Services, desk: Desk) -> MakePage:
    def make() -> CaseStudiesPage:
        page = CaseStudiesPage(services, desk)
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
def page(make_page: MakePage, known: Known) -> CaseStudiesPage:
    made = make_page()
    made.open(known.study)
    return made
