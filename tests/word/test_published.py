from carfacilitator.document.changes import changes
from carfacilitator.word.package import open_package
from carfacilitator.word.properties import write_identity
from carfacilitator.word.published import published
from carfacilitator.word.reader import read
from tests.builders import a_sample_draft
from tests.word_builders import Comment, WordFile, commented, deleted, inserted, paragraph, plain, run


def test_a_copy_for_publication_has_the_final_text_and_nothing_of_how_it_came_about() -> None:
    file = WordFile(
        [
            paragraph(run("It was "), deleted("bad "), inserted(run("good "))),
            paragraph(commented(run("Really"), 1), run("secret", "<w:vanish/>")),
        ],
        comments=[Comment(id=1, text="Is it?")],
        settings="<w:trackRevisions/>",
    ).to_bytes()
    data = published(file, "Keeping a tenancy")
    copy = read(data)
    assert copy.texts() == ("It was good ", "Really")
    assert not copy.comments
    assert not changes(copy)
    assert copy.properties == {"title": "Keeping a tenancy"}
    assert b"trackRevisions" not in open_package(data).data("word/settings.xml")


def test_nobody_is_named_in_the_copy_of_a_real_draft() -> None:
    draft = a_sample_draft("keeping-a-tenancy-draft-4.docx")
    data = published(draft.data, "Keeping a tenancy after the flood")
    package = open_package(data)
    assert "\n".join(read(data).texts()) == "\n".join(draft.document.texts())
    others = [name for name in package.names() if name != package.main]  # he is thanked in the text
    assert not any(b"Alan Petrie" in package.data(name) for name in others)


def test_a_file_with_nothing_to_take_out_is_published_as_it_is() -> None:
    data = published(WordFile([plain("It rained.")]).to_bytes(), "Rain")
    assert read(data).texts() == ("It rained.",)


def test_a_draft_that_came_back_as_a_pack_tells_nothing_of_that_when_it_is_published() -> None:
    package = open_package(WordFile([plain("It rained.")]).to_bytes())
    write_identity(package, "7F-31", "pack-42")
    data = published(package.to_bytes(), "Rain")
    assert read(data).properties == {"title": "Rain"}
    copy = open_package(data)
    assert not any(b"7F-31" in copy.data(name) or b"pack-42" in copy.data(name) for name in copy.names())
