from carfacilitator.word.cleared import cleared
from carfacilitator.word.package import open_package
from carfacilitator.word.packs import what_came_inside
from carfacilitator.word.reader import read
from tests.builders import a_sample_draft


def test_what_others_left_in_a_file_is_taken_out_and_its_text_is_not() -> None:
    draft = a_sample_draft("keeping-a-tenancy-draft-4.docx")
    before = what_came_inside(draft.document, draft.data)
    assert before.comments
    assert before.names
    data = cleared(draft.data)
    document = read(data)
    after = what_came_inside(document, data)
    assert (after.comments, after.hidden, after.names) == (0, 0, 0)
    assert after.changes == before.changes
    assert document.texts() == draft.document.texts()


def test_nobody_is_named_in_its_properties() -> None:
    data = cleared(a_sample_draft("keeping-a-tenancy-draft-4.docx").data)
    package = open_package(data)
    assert not any(b"Alan Petrie" in package.data(name) for name in package.names() if name.startswith("docProps/"))
