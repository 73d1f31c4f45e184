from carfacilitator.word.hidden import take_out_hidden_text
from carfacilitator.word.package import open_package
from carfacilitator.word.reader import read
from tests.word_builders import STYLES, Comment, commented, paragraph, plain, run, style, unpacked, word_file

HIDE = "<w:vanish/>"


def without_hidden(*body: str) -> tuple[str, ...]:
    file = word_file(*body)
    file.styles = STYLES + style("Secret", "Secret", f"<w:rPr>{HIDE}</w:rPr>")
    package = open_package(file.to_bytes())
    take_out_hidden_text(package)
    return read(package.to_bytes()).texts()


def test_hidden_runs_go_whoever_hides_them() -> None:
    by_style = paragraph(run("all of it", '<w:rStyle w:val="Strong"/>'), style="Secret")
    shown = paragraph(run("shown after all", '<w:vanish w:val="0"/>'), style="Secret")
    assert without_hidden(paragraph(run("seen"), run(" unseen", HIDE)), by_style, shown) == (
        "seen",
        "",
        "shown after all",
    )


def test_a_comment_on_hidden_words_lives_on() -> None:
    file = word_file(paragraph(run("seen "), commented(run("unseen", HIDE), 1)))
    file.comments = [Comment(id=1, text="why?")]
    package = open_package(file.to_bytes())
    take_out_hidden_text(package)
    assert read(package.to_bytes()).comments[0].anchor is not None


def test_instructions_of_an_index_are_left_alone() -> None:
    entry = f'<w:r><w:rPr>{HIDE}</w:rPr><w:instrText>XE "term"</w:instrText></w:r>'
    data = word_file(paragraph(run("x"), entry)).to_bytes()
    package = open_package(data)
    take_out_hidden_text(package)
    assert unpacked(package.to_bytes()) == unpacked(data)


def test_a_file_without_hidden_text_is_left_alone() -> None:
    data = word_file(plain("x")).to_bytes()
    package = open_package(data)
    take_out_hidden_text(package)
    assert unpacked(package.to_bytes()) == unpacked(data)
