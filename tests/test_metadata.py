"""metadata.txt, as QGIS and the plugin site read it."""

import re
from configparser import ConfigParser
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def metadata():
    parser = ConfigParser()  # with interpolation, as the site has it: a bare percent sign would raise
    parser.read_string((ROOT / "metadata.txt").read_bytes().decode("utf-8"))
    return {key: parser["general"][key] for key in parser["general"]}


def numbers(version):
    return tuple(int(part) for part in version.split("."))


def test_versions(metadata):
    assert re.fullmatch(r"\d+\.\d+\.\d+", metadata["version"])
    assert numbers(metadata["qgisminimumversion"]) == (3, 22)
    assert numbers(metadata["qgismaximumversion"]) == (4, 99)


def test_changelog_is_as_new_as_the_version(metadata):
    newest = re.search(r"^## \[(\d[^]]*)\] - \d{4}-\d\d-\d\d$", (ROOT / "CHANGELOG.md").read_text(), re.MULTILINE)
    assert newest[1] == metadata["version"]


def test_the_site_shows_what_is_new_in_a_few_lines(metadata):
    first, *lines = metadata["changelog"].splitlines()
    assert first == metadata["version"] and 1 < len(lines) < 10
    assert all(line.startswith("- ") for line in lines[:-1]) and "CHANGELOG.md" in lines[-1]


def test_what_qgis_and_the_site_ask_for(metadata):
    assert metadata["hasprocessingprovider"] == "yes"
    assert (ROOT / metadata["icon"]).is_file()
    assert "plugin" not in metadata["name"].lower()
    assert "/" not in metadata["author"]
    assert "numpy" in metadata["about"] and "scipy" in metadata["about"]
    assert not (ROOT / "metadata.txt").read_bytes().startswith(b"\xef\xbb\xbf")
    for key in ("homepage", "tracker", "repository"):
        assert metadata[key].startswith("https://")
