"""The documentation as a site: it is built without a warning, and asks nothing of the network."""

import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
GENERATOR = ("sphinx", "myst_parser", "furo")


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    absent = [name for name in GENERATOR if find_spec(name) is None]
    if absent:
        pytest.skip(f"the generator of the site is not installed: {', '.join(absent)} (tools/requirements-dev.txt)")
    folder = tmp_path_factory.mktemp("site")
    strictly = ["-W", "--keep-going", "--quiet", "-c", "tools/site", "-d", str(folder / ".doctrees")]
    done = subprocess.run(
        [sys.executable, "-m", "sphinx", *strictly, ".", str(folder)], cwd=ROOT, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    return folder


def test_every_page_is_built(site):
    pages = [*ROOT.glob("docs/*.md"), *map(ROOT.joinpath, ("README.md", "CONTRIBUTING.md", "benchmarks/RESULTS.md"))]
    for page in pages:
        assert (site / page.relative_to(ROOT).with_suffix(".html")).is_file(), page
    assert 'url=README.html"' in (site / "index.html").read_text()


def test_nothing_is_fetched(site):
    for page in site.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        fetched = re.findall(r"<(?:script|img|iframe|link)\b[^>]*?\b(?:src|href)=.(?:https?:)?//[^>]*", text)
        assert fetched == [], page
    for style in site.rglob("*.css"):
        fetched = re.findall(r"(?:url\(|@import)\s*[\"']?(?:https?:)?//[^)]*", style.read_text(encoding="utf-8"))
        assert fetched == [], style
