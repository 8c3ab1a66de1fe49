"""The picture in README.md, of the page that is made of a sample: ``python -m bench.picture`` writes docs/page.webp."""

from __future__ import annotations

import base64
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.structure import ROOT
from claimwire import process, render
from tests import browser

SAMPLE = "grain-corridor.en.html"
PICTURE = ROOT / "docs" / "page.webp"
SIZE = (1120, 900)  # css px, one device pixel each: what fits a README
QUALITY = 60  # of 100; text stays sharp


def _beside(_article: str, _version: str, file: str) -> str:
    return file


def main() -> None:
    """The upper end of the Portuguese page, as a desktop shows it."""
    digest = process((ROOT / "examples" / SAMPLE).read_bytes(), SAMPLE, ["pt"])
    page = render.files(digest, _beside)["digest.pt.html"]
    with TemporaryDirectory() as folder, browser.running() as chromium:
        path = Path(folder, "digest.pt.html")
        path.write_bytes(page)
        with browser.visit(chromium, path.as_uri(), SIZE) as seen:
            session = seen.page.context.new_cdp_session(seen.page)
            shot = session.send("Page.captureScreenshot", {"format": "webp", "quality": QUALITY})
    PICTURE.write_bytes(base64.b64decode(shot["data"]))
    print(f"{PICTURE.relative_to(ROOT)}: {PICTURE.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
