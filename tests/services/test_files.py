from tests.builders import a_file


def test_an_opened_file_never_shows_what_it_says() -> None:
    assert "confidence" not in repr(a_file("a confidence", name="x.docx"))
