import json
from collections.abc import Callable
from pathlib import Path

Run = Callable[..., tuple[int, str, str]]


def test_pictures_that_cannot_be_put_anywhere_are_said_plainly(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a file").write_text("in the way", encoding="utf-8")
    code, _, said = run("pictures", "-o", tmp_path / "a file" / "pictures")
    assert (code, said) == (1, "The pictures cannot be put there. Choose another folder.\n")


def test_the_program_proves_that_it_has_all_its_parts(run: Run, tmp_path: Path) -> None:
    code, told, said = run("selfcheck", "--report", tmp_path / "report.json", "--json")
    assert code == 0, said
    checks = json.loads(told)["checks"]
    assert [check["name"] for check in checks] == ["resources", "workspace", "word", "handouts", "window"]
    assert all(check["passed"] for check in checks)
    assert json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))["checks"] == checks
