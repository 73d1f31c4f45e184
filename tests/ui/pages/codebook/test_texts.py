from uuid import uuid4

from carfacilitator.services.codebook import COLOURS, KindLine
from carfacilitator.ui.pages.codebook import texts

KIND = KindLine(id=uuid4(), name="Tone", letter="T", colour="style", question="Who speaks?", retired=False, comments=1)


def test_every_colour_that_can_be_told_apart_has_a_name() -> None:
    assert {token for token, _ in texts.COLOURS} == set(COLOURS) - {"lead"}  # which looks like that of analysis


def test_a_kind_says_how_often_it_was_used() -> None:
    assert texts.used(KIND) == "One comment has it; what you change here changes on all of them."
    assert texts.kind_row(KIND).heard == "Tone, Who speaks?, 1"
