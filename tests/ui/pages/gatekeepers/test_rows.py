from carfacilitator.model.terms import GatekeeperKind
from carfacilitator.services.workspace import Services
from carfacilitator.ui.pages.gatekeepers.overview import standings
from carfacilitator.ui.pages.gatekeepers.rows import SECTIONS, gatekeeper_rows
from carfacilitator.ui.widgets.rows import Row


def row_of(services: Services, name: str) -> Row:
    return next(row for row in gatekeeper_rows(standings(services)) if row.strong == name)


def test_they_stand_by_kind(services: Services) -> None:
    sections = list(dict.fromkeys(row.section for row in gatekeeper_rows(standings(services))))
    assert sections == [SECTIONS[kind] for kind in GatekeeperKind]


def test_a_late_answer_is_said_before_anything_else(services: Services) -> None:
    assert [pill.text for pill in row_of(services, "Ruth McKay").pills] == ["5 days late"]
    assert [pill.text for pill in row_of(services, "Kirsten Dow").pills] == ["1 day late"]
    assert not row_of(services, "Fiona Grant").pills


def test_with_one_partnership_it_goes_without_saying(services: Services) -> None:
    assert "Strathmorran" in row_of(services, "Fiona Grant").muted
    only = [one for one in standings(services) if "Strathmorran" in one.row.partnership]
    fiona = next(row for row in gatekeeper_rows(only) if row.strong == "Fiona Grant")
    assert fiona.muted == "Lead officer"
