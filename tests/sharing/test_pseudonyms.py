import pytest

from carfacilitator.sharing.pseudonyms import Mask, Named, Pseudonym, pseudonym

SIAN = Pseudonym(Named.PERSON, "Dr Siân O'Neil", "P1")
MORAG = Pseudonym(Named.PERSON, "Morag Innes-Baird", "P2")
AILSA = Pseudonym(Named.PERSON, "Ailsa McLeod", "P3")
EUAN = Pseudonym(Named.PERSON, "Euan McLeod", "P4")
ALLIANCE = Pseudonym(Named.ORGANISATION, "Highland Housing Alliance", "O1")
LIBRARY = Pseudonym(Named.PLACE, "The Library, Nairn", "L1")
MASK = Mask([SIAN, MORAG, AILSA, EUAN, ALLIANCE, LIBRARY])


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("Morag Innes-Baird spoke", "P2 spoke"),
        ("Morag’s view, Baird's view", "P2’s view, P2's view"),
        ("MORAG, morag   innes-baird", "P2, P2"),
        ("M. Innes-Baird, MI, M.I. and M Innes-Baird", "P2, P2, P2 and P2"),
        ("Dr Siân O’Neil or Sian O'Neil; O’Neil’s", "P1 or P1; P1’s"),
        ("Ailsa McLeod and Euan", "P3 and P4"),
        ("the McLeods; MCLEOD", "the P3 or P4; P3 or P4"),
        ("the highland housing alliance's flats, HHA", "the O1's flats, O1"),
        ("in Nairn at the library, nairn", "in L1 at L1"),
        ("moraginous baird", "moraginous baird"),
        ("Write to a.b@c.example or 01463 555 123.", "Write to [e-mail] or [telephone]."),
        ("In 2026, 14 of 60 came", "In 2026, 14 of 60 came"),
        ("", ""),
    ],
)
def test_a_name_is_masked_however_it_stands(text: str, masked: str) -> None:
    assert MASK.over(text) == masked


def test_who_has_no_secret_cannot_try_names() -> None:
    one, same, other = (pseudonym(Named.PERSON, "Morag", secret) for secret in (b"one", b"one", b"other"))
    assert one == same
    assert one.code != other.code


def test_the_code_is_the_bearers_and_stays_when_the_name_changes() -> None:
    codes = {pseudonym(Named.PERSON, name, b"secret", "an id").code for name in ("Morag Innes", "Morag Baird")}
    assert len(codes) == 1


def test_without_names_nothing_but_addresses_is_masked() -> None:
    assert Mask([]).over("Morag, a@b.example") == "Morag, [e-mail]"
