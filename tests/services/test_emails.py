from carfacilitator.document.blocks import Anchor
from carfacilitator.services.emails import email_parts
from tests.builders import a_text

TEXT = a_text("The flood came in May.", "Two in three tenants stayed where they were.")
EMAIL = """Dear Isla,

Thank you for this. 'Two in three tenants' is not
what our figures say.

1. Who decided on the timetable?
2) Please do not name the street.

Kind regards
Ruth

On Monday, Isla Munro wrote:
> Dear Ruth,
> what do you think?
"""


def test_an_email_is_taken_apart_into_its_remarks_without_courtesies_and_what_we_wrote() -> None:
    assert [part.text for part in email_parts(EMAIL, TEXT)] == [
        "Thank you for this. 'Two in three tenants' is not what our figures say.",
        "Who decided on the timetable?",
        "Please do not name the street.",
    ]


def test_a_remark_stands_where_it_quotes() -> None:
    assert [part.anchor for part in email_parts(EMAIL, TEXT)] == [Anchor(1, 0, 1, 20), None, None]


def test_an_empty_email_says_nothing() -> None:
    assert email_parts("Hi,\n\n", TEXT) == []


def test_thanks_and_good_wishes_at_the_beginning_are_no_remarks() -> None:
    text = "Dear Isla,\n\nThank you for the pack.\n\nI hope you are well.\n\nWho counted?\n\nThank you for the pack."
    assert [part.text for part in email_parts(text, a_text("The flood."))] == [
        "Who counted?",
        "Thank you for the pack.",
    ]
