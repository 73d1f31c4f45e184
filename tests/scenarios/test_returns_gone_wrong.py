"""Whatever comes back in place of a pack filled in as it should be: each has its answer, and nothing breaks."""

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path
from uuid import UUID

import pytest
from lxml import etree

from carfacilitator.document.combining import accepting, decided
from carfacilitator.document.items import ItemKind
from carfacilitator.document.strokes import How
from carfacilitator.errors import KnownError
from carfacilitator.model.terms import Audience
from carfacilitator.services.combined_rows import CombinedReview
from carfacilitator.services.files import OpenedFile
from carfacilitator.services.identity import KnownBy
from carfacilitator.services.returned_files import beside, looked_at
from carfacilitator.services.returning import Taken
from carfacilitator.services.returns import UnrecognisedError
from carfacilitator.services.workspace import Services, open_workspace
from carfacilitator.word.reader import read
from tests.builders import (
    PASSPHRASE,
    a_case_study,
    a_comment,
    a_draft,
    a_gatekeeper,
    a_sample_draft,
    a_setting,
    a_workspace,
)
from tests.imitated_word import W, WordDesk, w
from tests.libreoffice_desk import Sitting, sit_down
from tests.word_builders import plain, word_file
from tests.word_oracles import needs_libreoffice

ALAN, RUTH = "Alan Petrie", "Ruth McKay"


PEOPLE = (ALAN, RUTH)


@dataclass(frozen=True)
class Made:
    """A workspace with packs of one draft that are out: their bytes by the gatekeeper's name, and their codes."""

    folder: Path
    draft: UUID
    packs: dict[str, bytes]
    codes: dict[str, str]


@dataclass(frozen=True)
class Out:
    """A test's own copy of the workspace, open."""

    services: Services
    draft: UUID
    packs: dict[str, bytes]
    codes: dict[str, str]

    def receive(self, data: bytes, name: str = "returned.docx") -> Taken:
        return self.services.returns.receive(OpenedFile(name, data, read(data)))

    def review(self) -> CombinedReview:
        return self.services.combined_reviews.open(self.draft)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    folder = tmp_path_factory.mktemp("out")
    services = a_workspace(folder)
    draft = a_draft(services, a_case_study(services), a_sample_draft("keeping-a-tenancy-draft-4.docx"))
    a_comment(services, draft, "badminton", "Is this fair?", Audience.PUBLIC)
    made = {name: services.packs.make(services.packs.prepare(draft, a_gatekeeper(services, name))) for name in PEOPLE}
    services.close()
    codes = {name: pack.stamp.code for name, pack in made.items()}
    return Made(folder / "Work.car", draft, {name: pack.document.data for name, pack in made.items()}, codes)


@pytest.fixture
def out(made: Made, tmp_path: Path) -> Iterator[Out]:
    folder = Path(shutil.copytree(made.folder, tmp_path / "Work.car"))
    services = open_workspace(folder, PASSPHRASE, a_setting())
    yield Out(services, made.draft, made.packs, made.codes)
    services.close()


def of_alan(out: Out | Made, author: str = ALAN, when: str = "2026-03-20T14:05:00Z") -> WordDesk:
    """Return Alan's pack on somebody's desk, with a remark and a tracked change."""
    desk = WordDesk(out.packs[ALAN], author, when)
    desk.comment("nineteen said yes", "Who?")
    desk.insert("Nobody was hurt", " that night")
    return desk


def test_the_pack_of_one_that_comes_for_anothers_says_whose_it_is(out: Out) -> None:
    file = OpenedFile("Ruth's.docx", out.packs[ALAN], read(out.packs[ALAN]))
    recognised = out.services.returns.recognise(file)
    assert (recognised.by, [guess.gatekeeper for guess in recognised.guesses]) == (KnownBy.IDENTITY, [ALAN])
    with pytest.raises(KnownError, match="the pack for Alan Petrie just as it was made"):
        out.services.returns.receive(file)


def test_the_same_file_adds_nothing_however_often_it_comes_and_whatever_was_undone(out: Out) -> None:
    data = of_alan(out).save()
    first = out.receive(data)
    assert (first.new_remarks, first.new_edits) == (1, 1)
    for _ in range(2):
        again = out.receive(data)
        assert (again.already_known, again.new_remarks, again.new_edits) == (True, 0, 0)
        out.services.history.undo()
        assert out.services.returns.rows() == []
        out.services.history.redo()
    assert len(out.services.returns.rows()) == 1


@pytest.mark.oracle
@needs_libreoffice
def test_the_same_file_adds_nothing_when_libreoffice_has_saved_it_anew(out: Out, tmp_path: Path) -> None:
    file, saved = tmp_path / "word.docx", tmp_path / "libreoffice.docx"
    file.write_bytes(of_alan(out).save())
    sit_down(tmp_path, "Somebody", Sitting(file, saved))
    out.receive(file.read_bytes())
    again = out.receive(saved.read_bytes())
    assert (again.already_known, again.new_remarks, again.new_edits) == (True, 0, 0)
    assert len(out.services.returns.rows()) == 1


def test_of_two_files_by_one_person_the_later_adds_only_what_is_new(out: Out) -> None:
    desk = of_alan(out)
    out.receive(desk.save())
    desk.comment("wet shoes", "A fine detail.")
    desk.delete("cake")
    second = out.receive(desk.save())
    assert (second.already_known, second.new_remarks, second.new_edits) == (False, 1, 1)
    review = out.review()
    assert [(edit.kind, edit.people, edit.of) for edit in review.edits] == [(ItemKind.SINGLE, (ALAN,), 1)] * 2
    assert [remark.text for remark in review.remarks] == ["Who?", "A fine detail."]


def test_one_person_under_three_names_is_one(out: Out) -> None:
    desk = of_alan(out)
    for name, words in (("Petrie, Alan", "wet shoes"), ("AP", "lead agency")):
        desk.author = name
        desk.comment(words, f"About {words}.")
        desk.insert(words, " indeed")
    taken = out.receive(desk.save())
    assert (taken.new_remarks, taken.new_edits, taken.ask_sender, taken.likely) == (3, 3, False, ALAN)
    review = out.review()
    assert {remark.person for remark in review.remarks} == {ALAN}
    assert {edit.people for edit in review.edits} == {(ALAN,)}
    assert {edit.of for edit in review.edits} == {1}


def test_a_colleague_to_whom_it_was_handed_on_is_named(out: Out) -> None:
    desk = of_alan(out)
    desk.author = "Moira Bell"
    desk.comment("wet shoes", "I was there.")
    desk.delete("cake")
    taken = out.receive(desk.save())
    assert set(taken.names) == {ALAN, "Moira Bell"}
    review = out.review()
    assert [remark.author_name for remark in review.remarks] == [ALAN, "Moira Bell"]


@pytest.mark.parametrize("when", ["", "2126-03-20T14:05:00Z", "2026-03-20T14:05", "0-00-00T00:00:00Z", "in March"])
def test_dates_are_missing_to_come_or_none_at_all(out: Out, when: str) -> None:
    data = of_alan(out, when=when).save()
    taken = out.receive(data)
    assert (taken.new_remarks, taken.new_edits) == (1, 1)
    assert out.receive(data).already_known
    assert not out.review().edits[0].silent


def test_a_program_that_changes_dates_to_the_minute_brings_nothing_twice(out: Out) -> None:
    out.receive(of_alan(out, when="2026-03-20T14:05:37Z").save())
    assert out.receive(of_alan(out, when="2026-03-20T14:05:00Z").save()).already_known


def test_what_a_program_on_the_web_leaves_is_known_by_its_code_and_else_asked_about(out: Out) -> None:
    desk = of_alan(out)
    desk.forget_identity()
    desk.forget_bookmarks()
    assert out.receive(desk.save()).known_by is KnownBy.CODE
    bare = WordDesk(out.packs[ALAN], "Author")
    bare.forget_identity()
    bare.forget_bookmarks()
    without(bare, out.codes[ALAN])
    bare.insert("Nobody was hurt", " that day")
    with pytest.raises(UnrecognisedError) as asked:
        out.receive(bare.save())
    assert {guess.gatekeeper for guess in asked.value.guesses} == set(PEOPLE)
    file = OpenedFile("export.docx", bare.save(), read(bare.save()))
    taken = out.services.returns.receive(file, asked.value.guesses[0].pack_id)
    assert (taken.known_by, taken.new_edits) == (KnownBy.ASKED, 1)


def test_a_mistyped_code_does_not_hide_a_pack_that_says_what_it_is(out: Out) -> None:
    desk = of_alan(out)
    without(desk, out.codes[ALAN], "ABC-123")
    taken = out.receive(desk.save())
    assert (taken.gatekeeper, taken.new_edits) == (ALAN, 1)


def test_what_is_written_on_the_cover_note_is_a_remark_and_no_edit_of_the_draft(out: Out) -> None:
    desk = of_alan(out)
    desk.retype(cover(desk)[2], "I have no more to say than this.")
    taken = out.receive(desk.save())
    assert (taken.new_remarks, taken.new_edits) == (2, 1)
    assert ("I have no more to say than this.", None) in [(one.text, one.anchor) for one in out.review().remarks]


def test_a_cover_note_that_was_deleted_or_moved_to_the_end_is_no_edit_of_the_draft(out: Out) -> None:
    for keep in (False, True):
        desk = of_alan(out)
        note = paragraphs_of_cover(desk, out.codes[ALAN])
        body = desk.document[0]
        for paragraph in note:
            desk.drop(paragraph)
        for paragraph in note if keep else ():
            body.insert(len(body) - 1, paragraph)
        taken = out.receive(desk.save())
        assert (taken.gatekeeper, taken.already_known, taken.new_edits) == (ALAN, keep, 0 if keep else 1)


def test_an_empty_document_is_refused_in_a_sentence_and_not_kept(out: Out) -> None:
    desk = WordDesk(out.packs[ALAN], ALAN)
    body = desk.document[0]
    for child in list(body)[:-1]:
        desk.drop(child)
    with pytest.raises(KnownError) as refused:
        out.receive(desk.save(), "empty.docx")
    assert refused.value.sentence == f"empty.docx is the pack for {ALAN}, but there is nothing in it."
    with pytest.raises(KnownError):
        out.receive(word_file().to_bytes())
    assert out.services.returns.rows() == []


def test_a_file_about_something_else_is_no_answer(out: Out) -> None:
    other = a_sample_draft("the-bus-that-isnt-there-draft-2.docx")
    for data in (other.data, word_file(plain("Minutes of a meeting about parking.")).to_bytes()):
        with pytest.raises(KnownError):
            out.receive(data)
    assert out.services.returns.rows() == []


def test_five_thousand_changes_are_taken_in(out: Out) -> None:
    desk = WordDesk(out.packs[ALAN], ALAN)
    change_every_second_word(desk, 5_000)
    taken = out.receive(desk.save())
    assert taken.new_edits > 1_000
    (strokes,) = out.review().combination.strokes
    assert {one.how for one in strokes.strokes} == {How.TRACKED}


AUTHOR = f'w:author="{ALAN}" w:date="2026-03-20T14:05:00Z"'
OTHER = 'w:author="Moira Bell" w:date="2026-03-20T14:06:00Z"'


def said(words: str, tag: str = "t") -> str:
    return f'<w:r><w:{tag} xml:space="preserve">{words}</w:{tag}></w:r>'


PUT = f'<w:ins w:id="9001" {AUTHOR}>{said("put in ")}</w:ins>'
KEPT = said("WORD")
NEW = [
    f'<w:ins w:id="{number}" {who}>{said(f" {number}")}</w:ins>' for number, who in enumerate((AUTHOR, OTHER, AUTHOR))
]
SWAPPED = f'<w:del w:id="9" {AUTHOR}>{said("WORD", "delText")}</w:del>{"".join(NEW)}'
ODD_RUNS = {
    "put in, cut and put in again": f'<w:ins w:id="1" {AUTHOR}><w:del w:id="2" {OTHER}><w:ins w:id="3" {AUTHOR}>'
    f"{said('thrice ', 'delText')}</w:ins></w:del></w:ins>{PUT}",
    "cut what another put in": f'<w:ins w:id="1" {AUTHOR}>{said("a ")}<w:del w:id="2" {OTHER}>'
    f"{said('b ', 'delText')}</w:del>{said('c ')}</w:ins>",
    "the end of a move without its beginning": f'<w:moveToRangeStart w:id="1" w:name="m" {AUTHOR}/>'
    f'<w:moveTo w:id="2" {AUTHOR}>{said("came from nowhere ")}</w:moveTo>',
    "the beginning of a move without its end": f'<w:moveFromRangeEnd w:id="7"/><w:moveFrom w:id="2" {AUTHOR}>'
    f"{said('goes nowhere ')}</w:moveFrom>{PUT}",
    "one id for both": f'<w:ins w:id="1" {AUTHOR}>{said("new ")}</w:ins>'
    f'<w:del w:id="1" {AUTHOR}>{said("old ", "delText")}</w:del>',
    "nobody's": f'<w:ins w:id="1">{said("by nobody ")}</w:ins>',
    "a change of format": f'<w:r><w:rPr><w:b/><w:rPrChange w:id="1" {AUTHOR}><w:rPr/></w:rPrChange></w:rPr>'
    f"<w:t>bold </w:t></w:r>{PUT}",
    "inside a link": f'<w:hyperlink w:anchor="x">{said("see ")}{PUT}</w:hyperlink>',
    "inside a content control": f"<w:sdt><w:sdtContent>{said('form ')}{PUT}</w:sdtContent></w:sdt>",
    "inside a field": '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF x</w:instrText></w:r>'
    f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{PUT}<w:r><w:fldChar w:fldCharType="end"/></w:r>',
    "a field that was put in": f'<w:ins w:id="1" {AUTHOR}><w:fldSimple w:instr="PAGE">{said("3")}</w:fldSimple>'
    "</w:ins>",
    "nothing at all": f'<w:ins w:id="1" {AUTHOR}/><w:del w:id="2" {AUTHOR}/>{PUT}',
}
MARK = '<w:p><w:pPr><w:rPr><w:{} w:id="1" {}/></w:rPr></w:pPr>{}</w:p>'
ROW = '<w:tr><w:trPr><w:{} w:id="1" {}/></w:trPr><w:tc><w:p>{}</w:p></w:tc></w:tr>'
ODD_BLOCKS = {
    "a paragraph put in": MARK.format("ins", AUTHOR, PUT),
    "a paragraph's end cut": MARK.format("del", AUTHOR, said("joined ")) + f"<w:p>{PUT}</w:p>",
    "both at once": f'<w:p><w:pPr><w:rPr><w:ins w:id="1" {AUTHOR}/><w:del w:id="2" {AUTHOR}/></w:rPr></w:pPr>'
    f"{PUT}</w:p>",
    "rows put in and cut": f"<w:tbl>{ROW.format('ins', AUTHOR, said('new row'))}"
    f"{ROW.format('del', AUTHOR, said('cut row', 'delText'))}{ROW.format('ins', OTHER, PUT)}</w:tbl>",
    "a paragraph moved whole": f'<w:moveToRangeStart w:id="1" w:name="m" {AUTHOR}/>'
    f'<w:p><w:pPr><w:rPr><w:moveTo w:id="3" {AUTHOR}/></w:rPr></w:pPr><w:moveTo w:id="2" {AUTHOR}>'
    f"{said('Moved here as a whole from some other place.')}</w:moveTo></w:p>",
}


@pytest.mark.parametrize("name", [*ODD_RUNS, *ODD_BLOCKS])
def test_changes_nested_in_odd_ways_are_taken_in_and_rebuild_the_text(made: Made, name: str) -> None:
    desk = of_alan(made)
    put_beside(desk, name)
    file = looked_at(beside(read(made.packs[ALAN]), made.codes[ALAN], read(desk.save())))
    assert file.edits >= 1
    combination = file.combination
    rebuilt = decided(combination, accepting(combination, 0), 0)
    assert rebuilt.split() == " ".join(file.sides.returned.texts()).split()
    assert decided(combination, {}) == combination.flat.text


def test_all_of_them_in_one_file_are_taken_in_once(out: Out) -> None:
    desk = of_alan(out)
    for name in (*ODD_RUNS, *ODD_BLOCKS):
        put_beside(desk, name)
    taken = out.receive(desk.save())
    assert taken.new_edits > 1
    assert out.receive(desk.save()).already_known
    assert out.review().lost == ()


def put_beside(desk: WordDesk, name: str) -> None:
    """Put something odd into the paragraph of the tracked change, or behind it."""
    place = next(one for one in desk.document.iter(w("p")) if "Nobody was hurt" in "".join(map(str, one.itertext())))
    for element in reversed(parsed(ODD_RUNS.get(name) or ODD_BLOCKS[name])):
        if name in ODD_RUNS:
            place.insert(len(place) // 2, element)
        else:
            place.addnext(element)


def parsed(xml: str) -> list[etree._Element]:
    return list(etree.fromstring(f'<w:x xmlns:w="{W}">{xml}</w:x>'))


def text_of(paragraph: etree._Element) -> str:
    return "".join(text.text or "" for text in paragraph.iter(w("t")))


def paragraphs_of_cover(desk: WordDesk, code: str) -> list[etree._Element]:
    """Return the paragraphs of the cover note, up to the one with the code."""
    paragraphs = list(desk.document[0].iterchildren(w("p")))
    last = next(number for number, one in enumerate(paragraphs) if code in text_of(one))
    return paragraphs[: last + 1]


def cover(desk: WordDesk) -> list[str]:
    return [text_of(one) for one in desk.document[0].iterchildren(w("p")) if text_of(one)]


def without(desk: WordDesk, words: str, others: str = "") -> None:
    for text in desk.document.iter(w("t")):
        text.text = (text.text or "").replace(words, others)


def change_every_second_word(desk: WordDesk, count: int) -> None:
    """Cut every second word, and put others in, until so many changes are tracked."""
    made = 0
    for run in [one for one in desk.document.iter(w("r")) if one.find(w("t")) is not None]:
        for number, word in enumerate(re.findall(r"\s*\S+|\s+", run.findtext(w("t")) or "")):
            pieces = SWAPPED if number % 2 and made < count else KEPT
            for piece in parsed(pieces.replace("WORD", escape(word))):
                run.addprevious(piece)
                made += pieces is SWAPPED
        desk.drop(run)
