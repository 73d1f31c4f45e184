from collections.abc import Callable
from datetime import date
from uuid import UUID

from carfacilitator.services.workspace import Services
from carfacilitator.ui.pages.gatekeepers.overview import Overview, standings


def test_it_is_counted_from_the_day_the_last_pack_was_handed_over(look_at: Callable[[str], Overview]) -> None:
    ruth = look_at("Ruth").standing
    assert ruth.last == date(2026, 2, 12)
    assert (ruth.days, ruth.span, ruth.since, ruth.days_late) == (26, (3, "week"), "three weeks", 5)


def test_days_count_until_there_are_two_weeks_of_them(look_at: Callable[[str], Overview]) -> None:
    kirsten = look_at("Kirsten").standing
    assert (kirsten.span, kirsten.since, kirsten.days_late) == ((4, "day"), "four days", 1)


def test_who_has_had_no_pack_is_not_counted(look_at: Callable[[str], Overview]) -> None:
    fiona = look_at("Fiona").standing
    assert (fiona.days, fiona.since) == (None, "no pack yet")


def test_a_pack_that_was_only_made_has_not_left(
    services: Services, look_at: Callable[[str], Overview], ids: dict[str, UUID]
) -> None:
    draft = services.drafts.rows()[-1]
    services.packs.make(services.packs.prepare(draft.id, ids["Fiona"]))
    assert len(look_at("Fiona").standing.packs) == 1
    assert look_at("Fiona").standing.days is None
    services.packs.sent(look_at("Fiona").standing.packs[0].id)
    assert look_at("Fiona").standing.since == "today"


def test_everybody_is_there_with_their_own_packs(services: Services) -> None:
    everybody = standings(services)
    assert len(everybody) == len(services.gatekeepers.rows())
    assert sum(len(one.packs) for one in everybody) == len(services.packs.rows())
