from carfacilitator.word.names import W
from carfacilitator.word.notes import take_out_orphans
from carfacilitator.word.package import open_package
from tests.word_builders import note_reference, paragraph, plain, run, unpacked, word_file


def test_notes_that_nothing_refers_to_go_and_separators_stay() -> None:
    file = word_file(paragraph(run("x"), note_reference(3)))
    file.note(2, plain("gone")).note(3, plain("stays")).note(9, plain("gone too"), kind="endnote")
    package = open_package(file.to_bytes())
    take_out_orphans(package)
    assert [one.get(W + "id") for one in package.tree("word/footnotes.xml")] == ["-1", "3"]
    assert [one.get(W + "id") for one in package.tree("word/endnotes.xml")] == ["-1"]


def test_a_file_whose_notes_are_all_in_use_is_left_alone() -> None:
    data = word_file(paragraph(note_reference(3))).note(3, plain("stays")).to_bytes()
    package = open_package(data)
    take_out_orphans(package)
    assert unpacked(package.to_bytes()) == unpacked(data)
