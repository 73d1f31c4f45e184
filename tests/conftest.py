"""What every test stands on: no screen, no network, no facilitator's real data, and what was skipped is said."""

import os
import shutil
import socket
from collections.abc import Callable, Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before anything imports Qt

import pytest

from carfacilitator.services import sample
from carfacilitator.services.workspace import Circumstances, Services, open_workspace
from tests.builders import CHEAP, PASSPHRASE

LOCAL = {"127.0.0.1", "::1", "localhost"}


@pytest.fixture(autouse=True)
def own_data_folder(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep every test away from the data of the person who runs it."""
    folder = tmp_path_factory.mktemp("data")
    monkeypatch.setenv("CARFACILITATOR_DATA", str(folder))
    return folder


@pytest.fixture(autouse=True, scope="session")
def no_network() -> Iterator[None]:
    """Fail whatever tries to reach another machine."""
    real: Callable[..., None] = socket.socket.connect

    def only_local(self: socket.socket, address: object) -> None:
        host = address[0] if isinstance(address, tuple) else None
        if host is not None and host not in LOCAL:
            pytest.fail(f"tried to reach {host}")
        real(self, address)

    socket.socket.connect = only_local  # type: ignore[method-assign, assignment]
    yield
    socket.socket.connect = real  # type: ignore[method-assign]


@pytest.fixture(scope="session")
def kept_sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make the sample workspace once."""
    folder = tmp_path_factory.mktemp("sample") / "Sample.car"
    sample.create(folder, PASSPHRASE, Circumstances(cost=CHEAP)).close()
    return folder


@pytest.fixture
def sampled(kept_sample: Path, tmp_path: Path) -> Iterator[Services]:
    """Open a sample workspace of the test's own, on a Tuesday in March."""
    folder = Path(shutil.copytree(kept_sample, tmp_path / "Sample.car"))
    opened = open_workspace(folder, PASSPHRASE, Circumstances(cost=CHEAP))
    yield opened
    opened.close()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Count the tests that wanted an outside program or outside data and did not find it."""
    skipped = terminalreporter.stats.get("skipped", [])
    oracles = [report for report in skipped if "oracle" in getattr(report, "keywords", {})]
    outside = [report for report in skipped if "outside" in getattr(report, "keywords", {})]
    terminalreporter.write_line(f"skipped for want of an oracle: {len(oracles)}; of outside data: {len(outside)}")


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Fail where oracles are promised (CARFACILITATOR_ORACLES=required) and one was missing."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("CARFACILITATOR_ORACLES") == "required" and reporter is not None:
        skipped = reporter.stats.get("skipped", [])
        if any("oracle" in report.keywords for report in skipped):
            session.exitstatus = pytest.ExitCode.TESTS_FAILED
