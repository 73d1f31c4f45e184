from dataclasses import replace
from uuid import UUID

from carfacilitator.model.terms import Verdict
from carfacilitator.services.workspace import Services
from carfacilitator.ui.pages.answers import texts
from tests.builders import NOON


def test_a_row_says_what_waits_else_that_it_was_saved(services: Services, pack: UUID, of_ruth: UUID) -> None:
    answered, open_ = services.answers.table(pack), services.answers.table(of_ruth)
    assert texts.gatekeeper_row(answered, saved=False).heard == "Alan Petrie, three remarks and one change"
    assert texts.gatekeeper_row(answered, saved=True).pills[0].text == "saved"
    assert texts.gatekeeper_row(open_, saved=True).pills[0].text == "2 open"
    assert texts.gatekeeper_row(replace(open_, answered_at=NOON), saved=True).pills[0].text.startswith("sent 10 March")


def test_a_table_is_told_in_a_sentence(services: Services, pack: UUID, of_ruth: UUID) -> None:
    assert texts.about_table(services.answers.table(pack)) == "Three remarks and one change."
    waits = services.answers.table(of_ruth)
    assert texts.about_table(waits) == "One remark and one change. Two of them are not decided yet."
    assert texts.about_table(replace(waits, remarks=())) == "One change. One of them is not decided yet."


def test_what_stays_here_is_counted_or_there_is_nothing(services: Services, pack: UUID, draft: UUID) -> None:
    assert isinstance(pack, UUID)
    copy = services.answers.what_the_author_sees(draft)
    assert texts.staying(copy) == [("lock", "One thread for the facilitator only")]
    ((icon, words),) = texts.staying(replace(copy, private=0))
    assert (icon, words[:7]) == ("check", "Nothing")


def test_what_is_without_a_place_is_told(services: Services, pack: UUID, draft: UUID) -> None:
    services.returns.heard(pack, "All in all: good.")
    remark = services.combined_reviews.open(draft).remarks[-1]
    services.combined_reviews.answer(remark.id, Verdict.ACCEPTED, "Thanks.")
    assert ("info", "One of these without a place in the text: at its beginning") in texts.seen(
        services.answers.what_the_author_sees(draft)
    )
