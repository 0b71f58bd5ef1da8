"""Bad input through the real qgis_process: a sentence with the remedy, exit code 1, nothing left behind."""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

import pytest


@pytest.fixture
def run(qgis_process, town, tmp_path):
    """Run the main job on the town, with changes; a value is a layer's name where the key is a layer's."""
    layers = ("STUDY_AREA", "INCIDENTS", "EXCLUDE", "FACTORS")

    def run(**changes):
        given = {"STUDY_AREA": "town", "INCIDENTS": "thefts", "FACTORS": ["bars", "shops"], **changes}
        for key in layers:
            if key in given:
                names = given[key]
                given[key] = [town(name) for name in names] if isinstance(names, list) else town(names)
        given.setdefault("RISK_TERRAIN", tmp_path / "out" / "risk.tif")
        given.setdefault("MODEL_TABLE", tmp_path / "out" / "model.csv")
        given.setdefault("MODEL", tmp_path / "out" / "model.json")
        return qgis_process("rtm:riskterrainmodel", **given)

    return run


# A few of each kind: the catalogue itself is in tests/provider, where a case takes no second
BAD = {
    "refused before the run": (
        {"STUDY_AREA": "town in degrees"},
        "Study area 'town in degrees' has no projected CRS (EPSG:4326, degrees): reproject it, for example "
        "to EPSG:27700.",
    ),
    "refused while reading": ({"INCIDENTS": "no thefts"}, "Incidents 'no thefts' has no feature"),
    "a factor twice": ({"FACTORS": ["bars", "bars"]}, "Two risk factors are called 'bars'"),
    "a matrix with too few cells": ({"FACTOR_SETTINGS": "bars,density"}, "The factor settings have 2 cells"),
    "folder that is a file": (
        {"RISK_TERRAIN": "/dev/null/risk.tif"},
        "Output '/dev/null/risk.tif' cannot be written",
    ),
}


@pytest.mark.parametrize("case", BAD)
def test_bad_input_ends_in_one_sentence(run, tmp_path, case):
    changes, sentence = BAD[case]
    done = run(**changes)
    assert sentence in done.stderr
    assert "Traceback" not in done.stderr
    assert done.returncode == 1
    assert not list(tmp_path.rglob("*"))


def test_what_is_not_fatal_is_warned_of(run, tmp_path):
    done = run(FACTORS=["bars", "far", "parks", "holes"])
    assert done.returncode == 0, done.stderr
    for warning in (
        "Risk factor 'far' has no feature within 300 m of the study area: it is left out.",
        "Risk factor 'parks': 1 feature without a geometry skipped, 1 feature with an invalid geometry repaired.",
        "Risk factor 'holes': 2 features without a geometry skipped.",
    ):
        assert warning in done.stdout + done.stderr


@pytest.fixture
def broken(tmp_path, monkeypatch):
    """A function that puts a package before the one there is, which fails while it is imported."""

    def broken(name):
        folder = tmp_path / "broken" / name
        folder.mkdir(parents=True)
        (folder / "__init__.py").write_text("raise ValueError('numpy.dtype size changed')")
        monkeypatch.setenv("PYTHONPATH", str(folder.parent))

    return broken


def test_a_scipy_that_does_not_fit_is_named(run, broken, tmp_path):
    broken("scipy")
    done = run()
    assert done.returncode == 1
    said = "The Python package 'scipy' is installed but cannot be loaded (ValueError: numpy.dtype size changed)"
    assert said in done.stderr and "Traceback" not in done.stderr
    assert not (tmp_path / "out").exists()


def test_with_a_matplotlib_that_does_not_fit_log_and_report_say_that_charts_are_missing(run, broken, tmp_path):
    broken("matplotlib")
    report = tmp_path / "out" / "report.html"
    done = run(REPORT=report)
    assert done.returncode == 0, done.stderr
    said = "The charts are left out, because the Python package 'matplotlib' is installed but cannot be loaded"
    assert said in done.stdout + done.stderr
    page = report.read_text(encoding="utf-8").replace("&#39;", "'")
    assert said in page and 'role="img"' not in page


@pytest.mark.parametrize("key", ["RISK_TERRAIN", "MODEL_TABLE", "MODEL", "REPORT", "STUDY_AREA", "FACTORS"])
def test_where_a_folder_may_not_be_entered(town, pytestconfig, key):
    """As another user: what is not allowed is said, and the process does not break off."""
    if os.geteuid() or not shutil.which("setpriv"):
        pytest.skip("only root can become another user")
    with tempfile.TemporaryDirectory() as folder:
        free, denied = Path(folder), Path(folder) / "denied"
        denied.mkdir(mode=0o700)
        free.chmod(0o777)
        source = Path(town("town").partition("|")[0])
        data = Path(shutil.copy(source, free / "town.gpkg"))
        data.chmod(0o644)
        given = {
            "STUDY_AREA": f"{data}|layername=town",
            "INCIDENTS": f"{data}|layername=thefts",
            "FACTORS": f"{data}|layername=bars",
            "RISK_TERRAIN": free / "r.tif",
        }
        given[key] = denied / {"RISK_TERRAIN": "r.tif", "MODEL_TABLE": "t.csv"}.get(key, "x.json")
        tool = pytestconfig.rootpath / "tools" / "qgis_process.sh"
        options = [f"--{name}={value}" for name, value in given.items()]
        done = subprocess.run(
            ["setpriv", "--reuid=65534", "--clear-groups", str(tool), "run", "rtm:riskterrainmodel", *options],
            env={**os.environ, "RTM_PROFILE": str(free / "profile")},
            capture_output=True,
            text=True,
            timeout=120,
        )
        assert done.returncode == 1, done.stderr
        said = "Permission denied" if key not in ("STUDY_AREA", "FACTORS") else key
        assert said in done.stderr, done.stderr
        assert "Traceback" not in done.stderr and "not foresee" not in done.stderr
        assert {path.name for path in free.iterdir()} == {"denied", "town.gpkg", "profile"}
