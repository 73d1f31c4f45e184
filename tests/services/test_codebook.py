from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest

from carfacilitator.errors import KnownError
from carfacilitator.model.terms import Audience
from carfacilitator.services.codebook import COLOURS, CodebookForm, KindLine, KindText
from carfacilitator.services.reviews import Remark
from carfacilitator.services.workspace import Services
from tests.builders import a_case_study, a_draft, a_file, a_workspace, an_anchor

TEXT = "A letter is not contact."


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    services = a_workspace(tmp_path)
    yield services
    services.close()


def named(services: Services, name: str) -> KindLine:
    return next(line for line in services.codebook.rows(retired=True) if line.name == name)


def letters(services: Services) -> str:
    return "".join(line.letter for line in services.codebook.rows())


def a_comment_of(services: Services, kind_id: UUID) -> UUID:
    draft_id = a_draft(services, a_case_study(services), a_file(TEXT))
    remark = Remark(text="Whose letter?", kind_id=kind_id)
    services.reviews.comment(draft_id, an_anchor(services, draft_id, "letter"), remark)
    return draft_id


def test_a_new_kind_stands_last_with_a_free_letter_of_its_name(services: Services) -> None:
    services.codebook.add("Power and voice", colour="lead", question="Who decides?")
    line = services.codebook.rows()[-1]
    assert (line.name, line.letter, line.colour, line.question) == ("Power and voice", "O", "lead", "Who decides?")
    assert (line.retired, line.comments) == (False, 0)
    assert services.reviews.kinds()[-1].name == "Power and voice"


def test_a_colour_that_the_theme_does_not_have_becomes_grey(services: Services) -> None:
    services.codebook.add("Power", colour="crimson")
    assert services.codebook.rows()[-1].colour == "muted" == COLOURS[-1]


def test_a_kind_is_renamed_and_recoloured_and_its_comments_follow(services: Services) -> None:
    kind = named(services, "Evidence")
    draft_id = a_comment_of(services, kind.id)
    services.codebook.amend(kind.id, name="Evidence and sources", colour="lead", letter="s")
    (thread,) = services.reviews.threads(draft_id)
    assert (thread.kind.name, thread.kind.colour, thread.kind.letter) == ("Evidence and sources", "lead", "S")
    assert named(services, "Evidence and sources").comments == 1
    services.history.undo()
    assert named(services, "Evidence").letter == "V"


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"name": " "}, "cannot be empty"),
        ({"name": "ÀNALYSIS"}, "‘Analysis’ already"),
        ({"letter": "a"}, "already stands for ‘Analysis’"),
        ({"letter": "AB"}, "one letter or digit"),
        ({"letter": "?"}, "one letter or digit"),
    ],
)
def test_names_and_letters_are_told_apart(services: Services, changes: dict[str, str], sentence: str) -> None:
    with pytest.raises(KnownError, match=sentence):
        services.codebook.amend(named(services, "Evidence").id, **changes)
    assert letters(services) == "IAWPEV"


def test_letters_can_run_out(services: Services) -> None:
    for number in range(30):
        services.codebook.add(f"Kind {number}")
    with pytest.raises(KnownError, match="no letter left"):
        services.codebook.add("One too many")


def test_kinds_are_put_in_another_order(services: Services) -> None:
    services.codebook.move(named(services, "Evidence").id, 0)
    assert letters(services) == "VIAWPE"
    services.codebook.move(named(services, "Evidence").id, 99)
    assert letters(services) == "IAWPEV"
    services.history.undo()
    assert letters(services) == "VIAWPE"


def test_a_retired_kind_is_chosen_no_more_and_its_comments_keep_it(services: Services) -> None:
    kind = named(services, "Evidence")
    draft_id = a_comment_of(services, kind.id)
    services.codebook.retire(kind.id)
    assert letters(services) == "IAWPE"
    assert "Evidence" not in [row.name for row in services.reviews.kinds()]
    assert services.reviews.threads(draft_id)[0].kind.name == "Evidence"
    counted = services.reviews.counts(services.case_studies.rows()[0].id)
    assert [(row.name, number) for row, number in counted.open.items()] == [("Evidence", 1)]
    last = services.codebook.rows(retired=True)[-1]
    assert (last.name, last.retired, last.comments) == ("Evidence", True, 1)
    services.history.undo()
    assert letters(services) == "IAWPEV"


def test_the_last_kind_remains(services: Services) -> None:
    *others, last = services.codebook.rows()
    for line in others:
        services.codebook.retire(line.id)
    with pytest.raises(KnownError, match="has to remain"):
        services.codebook.retire(last.id)


def test_a_kind_that_comes_back_gets_another_letter_where_its_own_is_taken(services: Services) -> None:
    kind = named(services, "Evidence")
    services.codebook.retire(kind.id)
    services.codebook.add("Voice", letter="V")
    services.codebook.bring_back(kind.id)
    assert named(services, "Evidence").letter == "D"
    assert not named(services, "Evidence").retired


def test_merging_gives_the_comments_to_another_kind_and_one_undo_gives_them_back(services: Services) -> None:
    evidence, analysis = named(services, "Evidence"), named(services, "Analysis")
    draft_id = a_comment_of(services, evidence.id)
    binned = services.reviews.comment(
        draft_id, an_anchor(services, draft_id, "contact"), Remark(text="Gone.", kind_id=evidence.id)
    )
    services.remarks.keep(evidence.id, "How do we know?")
    services.reviews.remove(binned)
    assert services.codebook.merge(evidence.id, analysis.id) == 1
    assert [thread.kind.name for thread in services.reviews.threads(draft_id)] == ["Analysis"]
    assert named(services, "Evidence").retired
    assert [row.kind_id for row in services.remarks.rows()] == [analysis.id]
    services.history.undo()
    services.history.undo()
    assert {thread.kind.name for thread in services.reviews.threads(draft_id)} == {"Evidence"}
    assert len(services.reviews.threads(draft_id)) == 2


def test_a_kind_is_merged_only_with_another_that_is_in_use(services: Services) -> None:
    evidence, analysis = named(services, "Evidence"), named(services, "Analysis")
    with pytest.raises(KnownError, match="another kind"):
        services.codebook.merge(evidence.id, evidence.id)
    services.codebook.retire(analysis.id)
    with pytest.raises(KnownError, match="in use"):
        services.codebook.merge(evidence.id, analysis.id)


@pytest.mark.parametrize("form", list(CodebookForm))
def test_a_codebook_goes_to_another_workspace_and_overwrites_nothing_there(
    services: Services, tmp_path: Path, form: CodebookForm
) -> None:
    services.codebook.amend(named(services, "Evidence").id, question="Who says so?")
    services.codebook.add("Power", letter="O")
    parcel = services.codebook.file(form)
    (file,) = services.departures.save([parcel], tmp_path / "out")
    there = a_workspace(tmp_path, "There.car")
    there.codebook.add("Openness", letter="O")
    incoming = there.codebook.preview(file.read_bytes())
    assert [kind.name for kind in incoming.fresh] == ["Power"]
    assert [(ours.question, theirs.question) for ours, theirs in incoming.differing] == [
        ("How do we know?", "Who says so?")
    ]
    assert len(incoming.known) == 5
    assert there.codebook.take_in(incoming) == 1
    assert named(there, "Power").letter == "W" or named(there, "Power").letter == "R"
    assert named(there, "Evidence").question == "How do we know?"
    there.history.undo()
    assert len(there.codebook.rows()) == 7
    assert (parcel.audience, parcel.name) == (Audience.PUBLIC, f"Kinds of comment.{form}")
    there.close()


def test_what_a_file_leaves_out_is_no_difference(services: Services) -> None:
    incoming = services.codebook.preview(b"name,question\nevidence,\nPower,Who decides?\n")
    assert incoming.known == ("Evidence",)
    assert incoming.differing == ()
    assert incoming.fresh == (KindText(name="Power", question="Who decides?"),)
