"""The rules of the house that a linter cannot hold: sizes, mirrored tests, the door, and what start-up may import."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "carfacilitator"
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if "_resources" not in path.parts)
NO_MIRROR = {"__init__.py", "__main__.py"}
LONGEST_FILE, LONGEST_FUNCTION, MOST_METHODS = 300, 40, 20

DOOR = PACKAGE / "sharing" / "door.py"
# What lets something out: paper, the clipboard, other programs. Qt's own part of the door is ui/printing.py.
OUTWARD_CALLS = {"openUrl", "setMimeData", "startDetached", "startfile", "print_"}
OUTWARD_NAMES = {"QDesktopServices", "QPrinter", "QPrintDialog", "QPdfWriter", "QClipboard", "smtplib", "webbrowser"}
QT_DOOR = PACKAGE / "ui" / "printing.py"
# The only other modules that write files, each inside the workspace, the data folder, or a folder for developers.
MAY_WRITE = {
    "log.py",
    "settings.py",
    "store/keys.py",
    "store/lock.py",
    "store/database.py",
    "store/backups.py",
    "store/containers.py",
    "store/drives.py",
    "sharing/door.py",
    "ui/pictures.py",
}
WRITING_CALLS = {"write_bytes", "write_text"}


def trees() -> Iterator[tuple[Path, ast.Module]]:
    for path in MODULES:
        yield path, ast.parse(path.read_text(encoding="utf-8"))


def named(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def is_migration(path: Path) -> bool:
    return "migrations" in path.parts


def test_no_file_is_too_long() -> None:
    long = [named(p) for p in MODULES if len(p.read_text(encoding="utf-8").splitlines()) > LONGEST_FILE]
    assert not long


def test_no_function_is_too_long_and_no_class_has_too_many_methods() -> None:
    found = []
    for path, tree in trees():
        if is_migration(path):
            continue
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                length = (node.end_lineno or node.lineno) - node.lineno + 1
                if length > LONGEST_FUNCTION:
                    found.append(f"{named(path)} {node.name}: {length} lines")
            if isinstance(node, ast.ClassDef):
                methods = sum(isinstance(item, ast.FunctionDef) for item in node.body)
                if methods > MOST_METHODS:
                    found.append(f"{named(path)} {node.name}: {methods} methods")
    assert not found


def test_every_module_has_its_mirrored_tests() -> None:
    missing = []
    for path in MODULES:
        if path.name in NO_MIRROR or is_migration(path):
            continue
        mirror = ROOT / "tests" / path.relative_to(PACKAGE).parent / f"test_{path.name}"
        if not mirror.exists():
            missing.append(named(path))
    assert not missing


def test_every_test_module_mirrors_a_module() -> None:
    strays = []
    for mirrored in ("document", "model", "store", "word", "handouts", "sharing", "services", "ui", "cli"):
        for test in (ROOT / "tests" / mirrored).rglob("test_*.py"):
            module = PACKAGE / test.relative_to(ROOT / "tests").parent / test.name.removeprefix("test_")
            if not module.exists() and not module.with_suffix("").is_dir():
                strays.append(test.relative_to(ROOT).as_posix())
    assert not strays


def test_imports_stand_at_the_top() -> None:
    """The only imports inside functions are those of start-up, each with its reason beside it."""
    found = []
    for path, tree in trees():
        if named(path) in {"__main__.py", "app.py"} or is_migration(path):
            continue
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef):
                inner = [n for n in ast.walk(node) if isinstance(n, ast.Import | ast.ImportFrom)]
                found += [f"{named(path)}:{n.lineno}" for n in inner]
    assert not found


def _called_name(node: ast.Call) -> str:
    if isinstance(node.func, ast.Attribute):
        return node.func.attr
    return node.func.id if isinstance(node.func, ast.Name) else ""


def test_only_the_door_lets_anything_out() -> None:
    found = []
    for path, tree in trees():
        if path in {DOOR, QT_DOOR}:
            continue
        for node in ast.walk(tree):
            if isinstance(node, ast.Name) and node.id in OUTWARD_NAMES:
                found.append(f"{named(path)}:{node.lineno} {node.id}")
            if isinstance(node, ast.Call) and _called_name(node) in OUTWARD_CALLS:
                found.append(f"{named(path)}:{node.lineno} {_called_name(node)}")
            if isinstance(node, ast.Attribute) and node.attr == "clipboard":
                found.append(f"{named(path)}:{node.lineno} clipboard")
    assert not found


def _opens_for_writing(node: ast.Call) -> bool:
    if _called_name(node) != "open":
        return False
    texts = [a.value for a in [*node.args, *(k.value for k in node.keywords)] if isinstance(a, ast.Constant)]
    return any(isinstance(t, str) and set(t) <= set("rwaxbt+") and set(t) & set("wax+") for t in texts)


def test_files_are_written_in_named_places_only() -> None:
    found = []
    for path, tree in trees():
        if named(path) in MAY_WRITE:
            continue
        calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
        writing = [call for call in calls if _called_name(call) in WRITING_CALLS or _opens_for_writing(call)]
        found += [f"{named(path)}:{call.lineno}" for call in writing]
    assert not found


def test_nothing_is_left_for_later() -> None:
    words = ("TO" + "DO", "FIX" + "ME", "raise NotImplemented" + "Error")
    found = [named(p) for p in MODULES if any(word in p.read_text(encoding="utf-8") for word in words)]
    assert not found


def loaded_after(statement: str) -> set[str]:
    code = f"import sys\n{statement}\nprint('\\n'.join(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


@pytest.mark.parametrize("entry", ["carfacilitator.ui.shell"])
def test_the_window_starts_without_the_heavy_libraries(entry: str) -> None:
    loaded = loaded_after(f"import {entry}")
    heavy = {"sqlalchemy", "alembic", "lxml", "docx", "typst", "rapidfuzz", "sqlcipher3", "cryptography"}
    assert not loaded & heavy
    assert not {name for name in loaded if name.startswith(("carfacilitator.services", "carfacilitator.ui.pages"))}


@pytest.mark.parametrize("entry", ["carfacilitator.cli.main", "carfacilitator.word.aside"])
def test_the_command_line_and_the_reading_child_never_load_qt(entry: str) -> None:
    assert not {name for name in loaded_after(f"import {entry}") if name.split(".")[0] == "PySide6"}
