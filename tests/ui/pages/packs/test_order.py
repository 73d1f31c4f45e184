from uuid import UUID

from carfacilitator.services.rules import PackAction
from carfacilitator.services.workspace import Services
from carfacilitator.ui.pages.packs.order import Order
from carfacilitator.ui.pages.packs.written import Written


def test_it_is_said_what_each_saw_and_who_got_one_last_time(services: Services, draft_id: UUID) -> None:
    order = Order(services, draft_id)
    sent = {row.gatekeeper_id for row in services.packs.rows(order.study.id) if row.handed_over_at}
    saw = {one.id for one in order.recipients() if one.saw.startswith("saw draft ")}
    assert saw == sent
    assert set(order.usual()) <= sent


def test_the_form_is_kept_until_it_is_done(services: Services, draft_id: UUID) -> None:
    order = Order(services, draft_id)
    assert order.written() is None
    order.keep(Written(word="Dear Alan"))
    assert Order(services, draft_id).written() == Written(word="Dear Alan")
    order.forget()
    assert order.written() is None


def test_what_a_clause_says_is_told_for_whom(services: Services, draft_id: UUID) -> None:
    order = Order(services, draft_id)
    for consent in services.rules.consents(order.study.id):
        if consent.agreed_on is not None:
            services.rules.take_back(consent.clause_id, order.study.id)
    ids = [one.id for one in order.recipients()]
    held = order.objections(ids)
    assert held
    assert all(services.rules.objections(PackAction(draft_id, id_)) for id_ in held)
