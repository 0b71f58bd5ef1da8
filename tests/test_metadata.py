"""metadata.txt and the zip, as QGIS and the plugin site read them."""

import re
import shutil
import zipfile
from configparser import ConfigParser
from pathlib import Path

import package
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


def test_what_qgis_and_the_site_ask_for(metadata):
    assert metadata["hasprocessingprovider"] == "yes"
    assert (ROOT / metadata["icon"]).is_file()
    assert "plugin" not in metadata["name"].lower()
    assert "/" not in metadata["author"]
    assert "numpy" in metadata["about"] and "scipy" in metadata["about"]
    assert not (ROOT / "metadata.txt").read_bytes().startswith(b"\xef\xbb\xbf")
    for key in ("homepage", "tracker", "repository"):
        assert metadata[key].startswith("https://")


def test_zip_has_no_faults(tmp_path):
    if not (ROOT / ".git").exists() or shutil.which("git") is None:
        pytest.skip("the zip is made by git archive, and this is no git checkout")
    assert package.find_faults(package.build(tmp_path)) == []


def test_faults_of_a_zip_are_seen(tmp_path):
    archive = tmp_path / "bad.zip"
    with zipfile.ZipFile(archive, "w") as content:
        content.writestr("risk_terrain_modelling/metadata.txt", "[general]\nname=x\nicon=none.svg\n")
        content.writestr("risk_terrain_modelling/a.pyc", "")
        content.writestr(
            "risk_terrain_modelling/docs/a.md", "[here](../metadata.txt) [there](https://b.org) [no](b.md)"
        )
        content.writestr("elsewhere/__init__.py", "")
    text = "\n".join(package.find_faults(archive))
    for fault in ("LICENSE", "a.pyc", "elsewhere", "none.svg", "homepage", "a.md links to b.md"):
        assert fault in text
    assert text.count("links to") == 1
