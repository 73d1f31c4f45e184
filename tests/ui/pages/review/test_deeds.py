from carfacilitator.document.blocks import Anchor
from carfacilitator.services.workspace import Services
from carfacilitator.ui.page import Desk
from carfacilitator.ui.pages.review.page import ReviewPage
from carfacilitator.ui.widgets.review_data import WrittenComment


def test_a_comment_that_cannot_be_kept_comes_back_with_every_word(
    page: ReviewPage, services: Services, desk: Desk
) -> None:
    kind = str(services.reviews.kinds()[0].id)
    written = WrittenComment(Anchor(4, 0, 4, 90_000), kind, "Every word of it", "author")
    page.review.comments.kept.emit(written)
    assert desk.messages.shown
    assert page.review.comments.open_widget is page.review.composer


def test_a_deed_without_a_draft_does_nothing(page: ReviewPage, services: Services) -> None:
    page.deeds.draft_id = None
    before = services.history.events()
    page.review.comments.kept.emit(WrittenComment(Anchor(4, 0, 4, 3), "", "Lost?", "author"))
    page.review.comments.typed.emit(WrittenComment(Anchor(4, 0, 4, 3), "", "Lost?", "author"))
    assert services.history.events() == before
