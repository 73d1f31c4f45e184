import email
from dataclasses import replace
from email.message import EmailMessage
from email.policy import default

from carfacilitator.model.terms import Audience
from carfacilitator.sharing.door import Parcel
from carfacilitator.sharing.mail import Letter, draft_message

LETTER = Letter(
    to_name="Alan Petrie",
    to_address="alan@example.org",
    from_name="Dr Isla Munro",
    from_address="isla@example.org",
    subject="Keeping a tenancy – ‘draft 4’",
    paragraphs=("Dear Alan,", "Please read the file."),
)
PACK = Parcel(
    name="Pàirt – Petrie.docx",
    media_type="application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    data=bytes(range(256)),
    audience=Audience.LOCAL_MANAGER,
)


def opened(data: bytes) -> EmailMessage:
    message = email.message_from_bytes(data, policy=default)
    assert isinstance(message, EmailMessage)
    return message


def test_the_message_opens_as_a_draft_with_the_pack_attached() -> None:
    message = opened(draft_message(LETTER, [PACK]))
    assert message["X-Unsent"] == "1"
    assert message["To"] == "Alan Petrie <alan@example.org>"
    assert message["Subject"] == LETTER.subject
    body = message.get_body(("plain",))
    assert body is not None
    assert body.get_content().splitlines() == ["Dear Alan,", "", "Please read the file."]
    (attachment,) = message.iter_attachments()
    assert attachment.get_filename() == "Pàirt – Petrie.docx"
    assert attachment.get_content() == PACK.data


def test_an_address_that_cannot_be_one_is_left_to_the_person() -> None:
    for address in ("", "nobody", "two words@x", "@"):
        assert opened(draft_message(replace(LETTER, to_address=address)))["To"] is None


def test_no_header_can_be_smuggled_in() -> None:
    message = opened(draft_message(replace(LETTER, subject="Hello\r\nBcc: x@example.org", to_name="A\nB")))
    assert message["Bcc"] is None
    assert message["Subject"] == "Hello Bcc: x@example.org"


def test_the_same_letter_is_the_same_to_the_byte_and_another_is_not() -> None:
    assert draft_message(LETTER, [PACK]) == draft_message(LETTER, [PACK])
    assert draft_message(LETTER, [PACK]) != draft_message(LETTER, [replace(PACK, data=b"another")])
