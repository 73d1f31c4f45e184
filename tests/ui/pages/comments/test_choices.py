from carfacilitator.model.terms import Audience
from carfacilitator.services.comments import CommentFilter
from carfacilitator.services.workspace import Services
from carfacilitator.ui.pages.comments.page import CommentsPage


def test_what_is_chosen_is_what_is_wanted(page: CommentsPage, sampled: Services) -> None:
    choices = sampled.comments.choices(page._study)
    kind, draft = choices.kinds[0][0], choices.drafts[0][0]
    for name, value in (("kind", str(kind.id)), ("draft", str(draft.id)), ("audience", "group"), ("open", "open")):
        page.choices.fields[name].set_value(value)
    assert page.choices.wanted(page._study) == CommentFilter(
        case_study_id=page._study,
        kind_ids=frozenset({kind.id}),
        draft_ids=frozenset({draft.id}),
        audiences=frozenset({Audience.GROUP}),
        is_open=True,
    )
    page.choices.offer(choices)
    assert page.choices.fields["kind"].value == str(kind.id)
    assert page.choices.are_narrow
    page.choices.reset()
    assert page.choices.wanted(None) == CommentFilter()
