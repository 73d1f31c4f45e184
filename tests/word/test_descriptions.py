from carfacilitator.document.namings import Spot, namings, renamed
from carfacilitator.word.descriptions import redescribed
from carfacilitator.word.reader import read
from tests.word_builders import drawing, paragraph, plain, run, word_file

PICTURE = drawing("picture", description="The harbour of Kilmorran, at ebb")


def reword(told: str) -> str:
    return renamed(told, "Kilmorran", "a coastal town")


def test_what_is_told_about_a_picture_is_put_in_other_words_and_nothing_else_is() -> None:
    data = word_file(plain("In Kilmorran."), paragraph(run("See "), PICTURE)).to_bytes()
    made = read(redescribed(data, reword))
    assert [(one.spot, one.name) for one in namings(made, "Kilmorran")] == [(Spot.TEXT, "Kilmorran")]
    assert "The harbour of a coastal town, at ebb" in {
        span.about for leaf in made.leaves() for span in leaf.block.spans
    }
    assert made.texts() == read(data).texts()


def test_a_file_that_tells_of_nothing_such_keeps_its_bytes() -> None:
    data = word_file(plain("In Kilmorran.")).to_bytes()
    assert redescribed(data, reword) == data
