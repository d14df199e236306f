"""Take the pictures in `docs/img/` in Chromium: the page of the demonstration report, and of a comparison (`make examples`)."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parents[1]
IMAGES = ROOT / "docs" / "img"
WIDTH, HEIGHT = 1280, 860


def main() -> None:
    """Write `page.png` and `compared.png`."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    onrecord = str(Path(sys.executable).with_name("onrecord"))
    for command, shown, name in (("read", "seminar.pdf", "page.png"), ("compare", "bridge", "compared.png")):
        with tempfile.TemporaryDirectory() as folder:
            page = Path(folder) / "page.html"
            subprocess.run([onrecord, command, f"examples/{shown}", "--html", str(page)], cwd=ROOT, check=True)
            _picture(page, IMAGES / name)


def _picture(page: Path, out: Path) -> None:
    with sync_playwright() as playwright:
        # As root, as on most machines that build documentation, Chromium refuses its own sandbox.
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        window = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light")
        window.goto(page.as_uri())
        window.screenshot(path=out)
        browser.close()


if __name__ == "__main__":
    main()
