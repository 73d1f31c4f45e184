import os
from pathlib import Path

import pytest

from carfacilitator.store.secret_stores import NoSecretStoreError, SecretService, SecretStore, of_this_system

TOOL = """#!/bin/sh
for last; do :; done
case "$1" in
  store) cat > "$WALLET/$last" ;;
  lookup) cat "$WALLET/$last" ;;
  clear) rm -f "$WALLET/$last" ;;
esac
"""


@pytest.fixture
def desktop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in for a desktop's keyring: a tool that takes the same words and keeps files."""
    tool = tmp_path / "bin" / "secret-tool"
    tool.parent.mkdir()
    tool.write_text(TOOL, encoding="utf-8")
    tool.chmod(0o700)
    monkeypatch.setenv("PATH", f"{tool.parent}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("WALLET", str(tmp_path))
    return tmp_path


@pytest.mark.skipif(os.name == "nt", reason="the tool is of Linux desktops")
def test_the_keyring_of_a_desktop_keeps_and_forgets(desktop: Path) -> None:
    store = SecretService()
    assert store.is_there()
    store.keep("a-workspace", bytes(range(32)))
    assert store.fetch("a-workspace") == bytes(range(32))
    store.forget("a-workspace")
    store.forget("a-workspace")
    with pytest.raises(NoSecretStoreError):
        store.fetch("a-workspace")
    (desktop / "a-workspace").write_text("not what was kept", encoding="utf-8")
    with pytest.raises(NoSecretStoreError):
        store.fetch("a-workspace")


def test_where_there_is_none_that_is_said_plainly() -> None:
    store = SecretStore()
    assert not store.is_there()
    for asked in (lambda: store.keep("a", b""), lambda: store.fetch("a")):
        with pytest.raises(NoSecretStoreError, match="passphrase"):
            asked()
    store.forget("a")


def test_every_system_has_a_store_if_only_one_that_keeps_nothing() -> None:
    assert isinstance(of_this_system(), SecretStore)
