from uuid import UUID

from carfacilitator.document.blocks import Anchor
from carfacilitator.model.terms import Audience
from carfacilitator.services.threads import Thread
from carfacilitator.services.workspace import Services
from carfacilitator.ui.page import Desk
from carfacilitator.ui.pages.review.page import ReviewPage
from carfacilitator.ui.widgets.review_data import WrittenComment


def test_a_comment_that_cannot_be_kept_comes_back_with_every_word(
    page: ReviewPage, services: Services, desk: Desk
) -> None:
    kind = str(services.reviews.kinds()[0].id)
    written = WrittenComment(Anchor(4, 0, 4, 90_000), kind, "Every word of it", "author")
    page.review.comments.writing.kept.emit(written)
    assert desk.messages.shown
    assert page.review.comments.open_widget is page.review.composer


def test_a_deed_without_a_draft_does_nothing(page: ReviewPage, services: Services) -> None:
    page.deeds.draft_id = None
    before = services.history.events()
    page.review.comments.writing.kept.emit(WrittenComment(Anchor(4, 0, 4, 3), "", "Lost?", "author"))
    page.review.comments.writing.typed.emit(WrittenComment(Anchor(4, 0, 4, 3), "", "Lost?", "author"))
    page.deeds.finish()
    assert services.history.events() == before


def test_words_kind_and_audience_of_a_comment_are_changed_and_taken_back(page: ReviewPage, services: Services) -> None:
    card = next(card for card in page.review.comments.cards if not card.lost and not card.from_file and card.anchor)
    assert card.anchor is not None

    def thread() -> Thread:
        assert page.deeds.draft_id is not None
        return next(one for one in services.reviews.threads(page.deeds.draft_id) if str(one.id) == card.id)

    other = next(kind for kind in services.reviews.kinds() if str(kind.id) != card.kind.id)
    written = WrittenComment(card.anchor, str(other.id), "In other words", "group")
    page.review.comments.writing.amended.emit(card.id, written)
    assert (thread().text, thread().kind.id, thread().audience) == ("In other words", other.id, Audience.GROUP)
    page.review.comments.audience_wanted.emit(card.id, "facilitator only")
    assert thread().audience is Audience.FACILITATOR
    services.history.undo()
    services.history.undo()
    assert thread().text == card.text


def test_a_comment_is_kept_as_a_remark_and_removed(page: ReviewPage, services: Services) -> None:
    card = next(card for card in page.review.comments.cards if not card.lost and not card.from_file)
    page.review.comments.remark_wanted.emit(card.id)
    assert card.text in [row.text for row in services.remarks.rows(UUID(card.kind.id))]
    page.review.comments.remove_wanted.emit(card.id)
    assert page.deeds.draft_id is not None
    assert card.id not in {str(one.id) for one in services.reviews.threads(page.deeds.draft_id)}
