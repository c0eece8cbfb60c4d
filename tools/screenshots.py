"""Takes the pictures of the pages that the documentation shows, from a record of the samples.

usage: screenshots.py [FOLDER]

Writes NAME-wide.webp and NAME-narrow.webp into docs/screenshots, or FOLDER. Needs Debian's chromium.
"""

import io
import shutil
import sys
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from onrecord.record import Record
from onrecord.record.correction import Action, Correction
from onrecord.record.paging import Page
from onrecord.record.search import Sieve
from onrecord.web.app import make_app
from onrecord.web.reading import OneReader

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
from serving import serving

OUT = Path(__file__).parents[1] / "docs/screenshots"
WIDTHS = {"wide": (1280, 860), "narrow": (390, 780)}
QUALITY = 62
AUTHOR = "A. Reader"
ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--hide-scrollbars")


def main(out: Path) -> None:
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        where = Path(folder) / "onrecord.db"
        pages = prepare(where)
        with serving(make_app(str(where))) as site, sync_playwright() as playwright:
            chromium = shutil.which("chromium") or shutil.which("chromium-browser")
            browser = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
            for name, path in pages.items():
                take(browser, site + path, out / name, dark=name.endswith("dark"))
            browser.close()
        with serving(make_app(str(Path(folder) / "empty.db"))) as site, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
            take(browser, site, out / "first-visit", dark=False)
            browser.close()
    print(f"{sum(file.stat().st_size for file in out.glob('*.webp')):,} bytes in {out}")


def prepare(where: Path) -> dict[str, str]:
    """Fills a record with the samples, a watch and two decisions, and gives the pages by name."""
    with Record(where) as record:
        OneReader().read_samples(record)
        watch = record.watches.add("Border deaths", "killed", Sieve(), author=AUTHOR)
        record.watches.see(watch.key, record.counts().reports // 2)
        for action, event in zip((Action.EDIT, Action.REJECT), record.queue(Page(limit=2)).rows.events, strict=True):
            record.correct(Correction(action=action, document=event.document.id, item=event.id, author=AUTHOR))
        incident = max(record.all_incidents(), key=lambda rows: (len(rows.reports), len(rows.events)))
        report = incident.reports[0].document.id
        return {
            "today": "/",
            "today-dark": "/",
            "report": f"/report?id={report}",
            "report-dark": f"/report?id={report}",
            "pair": "/pair?a=KEN&b=SDN",
            "actor": "/actor?name=Sudan&kind=state",
            "incidents": "/incidents",
            "incident": f"/incidents/{incident.id}",
            "claims": "/claims?disputed=true",
            "search": "/search?q=army",
            "watch": f"/watches/{watch.key}",
            "review": "/review",
            "paste": "/paste",
            "guide": "/guide",
        }


def take(browser: Browser, address: str, out: Path, *, dark: bool) -> None:
    """One picture at each width."""
    for name, (width, height) in WIDTHS.items():
        scheme = "dark" if dark else "light"
        page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)
        page.goto(address)
        picture = Image.open(io.BytesIO(page.screenshot()))
        picture.convert("RGB").save(out.with_name(f"{out.name}-{name}.webp"), quality=QUALITY, method=6)
        page.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else OUT)
