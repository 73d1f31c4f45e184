"""Draws the kept pictures of all pages anew: `python -m tests.golden.renew`, and look at what changed."""

import os
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before anything imports Qt

from carfacilitator import app
from carfacilitator.services import sample
from tests.golden.drawing import FOLDER, renew


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        services = sample.create(Path(folder) / "Sample.car", "drawn and thrown away")
        names = renew(app.make_application(), services)
        services.close()
    size = sum(file.stat().st_size for file in FOLDER.glob("*.png"))
    print(f"{len(names)} pictures, {size:,} bytes: {', '.join(names)}")


if __name__ == "__main__":
    main()
