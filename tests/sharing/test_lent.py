import hashlib
from pathlib import Path

import pytest

from carfacilitator.errors import KnownError
from carfacilitator.sharing import lent

DATA = b"a draft"


def a_copy(folder: Path, name: str = "draft.docx") -> Path:
    own = lent.folder_for(folder, hashlib.sha256(DATA).hexdigest())
    own.mkdir(parents=True, exist_ok=True)
    (own / name).write_bytes(DATA)
    return own / name


def test_nothing_was_lent_where_there_is_no_folder(tmp_path: Path) -> None:
    assert lent.copies(tmp_path / "none") == lent.take_back(tmp_path / "none") == []


def test_a_copy_is_listed_until_it_is_taken_back_with_its_folder(tmp_path: Path) -> None:
    file = a_copy(tmp_path / "lent")
    (copy,) = lent.copies(tmp_path / "lent")
    assert (copy.file, copy.altered) == (file, False)
    assert hashlib.sha256(DATA).hexdigest().startswith(copy.mark)
    assert lent.take_back(tmp_path / "lent") == []
    assert list(tmp_path.iterdir()) == []


def test_a_copy_that_was_altered_is_left_until_it_is_discarded(tmp_path: Path) -> None:
    file = a_copy(tmp_path / "lent")
    file.write_bytes(b"written over it")
    (left,) = lent.take_back(tmp_path / "lent")
    assert (left.file, left.altered) == (file, True)
    lent.discard(tmp_path / "lent", file)
    assert lent.copies(tmp_path / "lent") == []


def test_traces_of_the_other_program_go_with_the_copy(tmp_path: Path) -> None:
    file = a_copy(tmp_path / "lent")
    (file.parent / "~$draft.docx").write_bytes(b"")
    (file.parent / ".~lock.draft.docx#").write_bytes(b"")
    assert lent.take_back(tmp_path / "lent") == []
    assert not file.parent.exists()


def test_a_copy_saved_under_another_name_beside_it_counts_as_altered(tmp_path: Path) -> None:
    file = a_copy(tmp_path / "lent")
    other = file.with_name("my own.docx")
    other.write_bytes(b"mine")
    (left,) = lent.take_back(tmp_path / "lent")
    assert (left.file, left.altered) == (other, True)


def test_only_what_was_lent_is_discarded(tmp_path: Path) -> None:
    stranger = tmp_path / "mine.docx"
    stranger.write_bytes(DATA)
    with pytest.raises(KnownError, match="any more"):
        lent.discard(tmp_path / "lent", stranger)
    assert stranger.exists()


def test_a_copy_that_another_program_holds_is_listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = a_copy(tmp_path / "lent")

    def held(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "unlink", held)
    assert [copy.file for copy in lent.take_back(tmp_path / "lent")] == [file]
    with pytest.raises(KnownError, match="still open"):
        lent.discard(tmp_path / "lent", file)
    monkeypatch.setattr(Path, "read_bytes", held)
    assert [copy.altered for copy in lent.copies(tmp_path / "lent")] == [True]
