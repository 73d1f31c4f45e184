from dataclasses import replace
from datetime import date
from uuid import UUID

from carfacilitator.model.terms import Audience, Verdict
from carfacilitator.services.workspace import Services
from carfacilitator.ui.pages.combined import remark_texts as texts

TODAY = date(2026, 3, 10)


def test_a_remark_is_heard_in_one_sentence(services: Services, draft: UUID) -> None:
    review = services.combined_reviews.open(draft)
    group = texts.group_of(review, review.remarks[1])
    assert [one.person for one in group] == ["Ruth McKay", "Alan Petrie"]
    assert texts.heard(review, group[:1], TODAY) == (
        "Remark by Ruth McKay, a comment in Word, 10 March, about “Mill Lane”, perhaps Interpretation, "
        "seen by: author, not answered yet: Is that really so?"
    )


def test_a_tie_that_was_worked_out_is_said_to_be_a_belief(services: Services, draft: UUID) -> None:
    row = services.combined_reviews.open(draft).remarks[0]
    asked = replace(row, about="Is anything wrong here?")
    assert texts.answers(row) == ""
    assert texts.answers(asked) == "Answers your question ‘Is anything wrong here?’"
    assert texts.answers(replace(asked, inferred=True)).startswith("We believe that it answers your question ‘")


def test_what_only_the_facilitator_sees_is_said(services: Services, draft: UUID) -> None:
    review = services.combined_reviews.open(draft)
    private = replace(review.remarks[0], audience=Audience.FACILITATOR)
    assert "only you see it" in texts.heard(review, [private], TODAY)


def test_who_will_read_an_answer_is_said_where_there_is_one() -> None:
    assert texts.done(Verdict.REJECTED, ["Alan Petrie", "Ruth McKay"], told=True) == (
        "The remark is declined. Alan Petrie and Ruth McKay will find your words in the table of answers."
    )
    assert texts.done(Verdict.ACCEPTED, ["Alan Petrie"], told=False) == "The remark is accepted."
