"""The zip for plugins.qgis.org: the one that is built has no faults, and what the site refuses is seen."""

import zipfile

import package
import pytest
import site_rules
import translations
from checkout import PACKAGE
from site_rules import find_faults

METADATA = """[general]
name=Risk
description=Risk.
about=Risk.
version=1.0.0
qgisMinimumVersion=3.22
author=Somebody
email=somebody@example.org
homepage=https://example.org
tracker=https://example.org/issues
repository=https://example.org/code
icon=icon.svg
"""
SMALLEST = {"LICENSE": "Free.", "__init__.py": "", "metadata.txt": METADATA, "icon.svg": "<svg/>"}


@pytest.fixture
def make_zip(tmp_path):
    """A function from files, beside or instead of those that a zip must have, to its path."""

    def make(files, name=f"{PACKAGE}.zip"):
        archive = tmp_path / name
        with zipfile.ZipFile(archive, "w") as content:
            for path, text in {**SMALLEST, **files}.items():
                if text is not None:
                    content.writestr(f"{PACKAGE}/{path}", text)
        return archive

    return make


def test_the_zip_that_is_built_has_no_faults(built_zip):
    assert built_zip.name == "risk_terrain_modelling.zip"
    assert find_faults(built_zip) == []


def test_files_that_are_made_are_added_to_what_git_holds(tmp_path, monkeypatch, built_zip):
    made = tmp_path / "made.txt"
    made.write_text("made", encoding="utf-8")
    monkeypatch.setattr(package, "make_files", lambda scratch: {"i18n": [made]})
    with zipfile.ZipFile(package.build(tmp_path)) as content, zipfile.ZipFile(built_zip) as without:
        assert content.read(f"{PACKAGE}/i18n/made.txt") == b"made"
        assert {f"{PACKAGE}/i18n/risk_terrain_modelling_de.qm"} == set(without.namelist()) - set(content.namelist())
        assert content.namelist()[0].split("/")[0] == PACKAGE  # the site takes the name from the first entry


# Put together here, so that no scan of this repository takes the tests for the thing.
KEY = "AKIA" + "Z7Q2MB4VN6XK3J5H"
DIGEST = "9f86d081884c7d65" + "9a2feaa0c55ad015"
PLANTED = {
    "a key of a cloud": ({"a.py": f'"""."""\n\nNAME = "{KEY}"\n'}, ["a.py, line 3: detect-secrets, AWS Access Key."]),
    "a digest in a page": ({"a.md": f'the sum is "{DIGEST}"\n'}, ["a.md, line 1: detect-secrets, Hex High Entropy"]),
    "an assertion": ({"a.py": '"""."""\n\nassert __name__\n'}, ["a.py, line 3: bandit B101"]),
    "a digest that is weak": ({"a.py": "import hashlib\n\nhashlib.md5(b'')\n"}, ["a.py, line 3: bandit B324"]),
    "code that cannot be read": ({"a.py": "if\n"}, ["bandit could not read"]),
}


@pytest.mark.parametrize(("files", "told"), PLANTED.values(), ids=PLANTED.keys())
def test_what_is_planted_stops_the_packaging(make_zip, monkeypatch, tmp_path, files, told):
    monkeypatch.setattr(package, "build", lambda folder: make_zip(files))
    with pytest.raises(SystemExit) as stopped:
        package.main(tmp_path)
    first, *faults = str(stopped.value).splitlines()
    assert first == "risk_terrain_modelling.zip would be refused:"
    assert len(faults) == len(told)
    assert all(expected in fault for expected, fault in zip(told, faults))


def test_what_is_refused_is_never_left_to_be_uploaded(make_zip, monkeypatch, tmp_path):
    folder = tmp_path / "dist"
    ready = folder / f"{PACKAGE}.zip"
    monkeypatch.setattr(package, "build", lambda aside: make_zip({}))
    package.main(folder)
    assert zipfile.ZipFile(ready).testzip() is None
    monkeypatch.setattr(package, "build", lambda aside: make_zip({"LICENSE": None}))
    with pytest.raises(SystemExit, match="LICENSE is missing"):
        package.main(folder)
    assert not list(folder.iterdir())


def test_texts_that_are_not_translated_stop_the_packaging(make_zip, monkeypatch, tmp_path):
    known = "<message><source>{}</source><translation{}>{}</translation></message>"
    messages = known.format("Old", "", "Alt") + known.format("Begun", ' type="unfinished"', "Angefangen")
    monkeypatch.setattr(translations, "committed", lambda: {"x_de.ts": f"<TS><context>{messages}</context></TS>"})
    texts = '"""."""\n\ntr("Old")\ntr("New")\ntr("Begun")\n'
    monkeypatch.setattr(package, "build", lambda aside: make_zip({"ui/a.py": texts}))
    with pytest.raises(SystemExit) as stopped:
        package.main(tmp_path / "dist")
    assert str(stopped.value).splitlines()[1:] == [
        "x_de.ts lacks texts: 1, such as 'New'; run make translations.",
        "x_de.ts has texts that are not translated: 1, such as 'Begun'; run make translations.",
    ]


def test_without_a_scanner_it_is_said_in_a_sentence(monkeypatch, tmp_path):
    monkeypatch.setattr(site_rules, "SCANNERS", ("bandit", "no_such_scanner"))
    with pytest.raises(
        SystemExit, match="Without no-such-scanner nobody knows whether the site would refuse the zip: "
    ):
        package.main(tmp_path)


def test_nothing_planted_nothing_found(make_zip, monkeypatch, tmp_path, capsys):
    monkeypatch.setattr(package, "build", lambda folder: make_zip({}))
    package.main(tmp_path)
    assert "no faults" in capsys.readouterr().out


REFUSED = {
    "LICENSE is missing": {"LICENSE": None},
    "has no homepage": {"metadata.txt": METADATA.replace("homepage", "home")},
    "The tracker of metadata.txt is no address": {"metadata.txt": METADATA.replace("https://example.org/issues", "x")},
    "cannot be read": {"metadata.txt": METADATA + "about=50% more\n"},
    "has a slash": {"metadata.txt": METADATA.replace("Somebody", "A/B")},
    "1.0 is not of three numbers": {"metadata.txt": METADATA.replace("1.0.0", "1.0")},
    "The icon none.svg is missing": {"metadata.txt": METADATA.replace("icon.svg", "none.svg")},
    "a.pyc must not be in it": {"a.pyc": ""},
    ".secret must not be in it": {".secret": ""},
    "a.sh must not be in it": {"a.sh": ""},
    "a.bin is no text": {"a.bin": b"\x00\x01\xff"},
    "docs/a.md links to b.md, which is missing": {"docs/a.md": "[a](../metadata.txt) [b](https://b.org) [c](b.md)"},
}


@pytest.mark.parametrize(("fault", "files"), REFUSED.items(), ids=REFUSED.keys())
def test_what_the_site_refuses_is_seen(make_zip, monkeypatch, fault, files):
    monkeypatch.setattr("site_rules.find_weaknesses", lambda folder: [])  # no need to scan, and seconds saved
    monkeypatch.setattr("site_rules.find_secrets", lambda folder: [])
    faults = find_faults(make_zip(files))
    assert len(faults) == 1
    assert fault in faults[0]


def test_a_second_folder_and_a_program_are_seen(make_zip):
    archive = make_zip({})
    program = zipfile.ZipInfo(f"{PACKAGE}/run.py")
    program.external_attr = 0o100755 << 16
    with zipfile.ZipFile(archive, "a") as content:
        content.writestr("elsewhere/__init__.py", "")
        content.writestr(program, "")
    first, second = find_faults(archive)
    assert "['elsewhere', 'risk_terrain_modelling']" in first
    assert second == "risk_terrain_modelling/run.py can be executed."
