"""How far the memory of a fresh process grows while it reads one file, or only parses its parts.

Run by `bench_reader` as `python -m tests.bench.peak_memory parse FILE` or `… read FILE`; Linux only. Prints kilobytes.
"""

import io
import re
import sys
import zipfile
from pathlib import Path

from lxml import etree

from carfacilitator.word.names import Element
from carfacilitator.word.reader import read

_MOST = re.compile(r"VmHWM:\s+(\d+) kB")  # the peak of this very program; rusage knows that of its parent, too


def raw_trees(data: bytes) -> list[Element]:
    """Unzip and parse: what no reader can do without."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return [etree.fromstring(archive.read(name)) for name in archive.namelist() if name.endswith(".xml")]


def most() -> int:
    found = _MOST.search(Path("/proc/self/status").read_text(encoding="ascii"))
    return int(found[1]) if found else 0


def main() -> None:
    """Print by how many kilobytes the peak grew."""
    work, file = sys.argv[1:]
    data = Path(file).read_bytes()
    before = most()
    kept = read(data) if work == "read" else raw_trees(data)
    print(most() - before)
    del kept


if __name__ == "__main__":
    main()
