"""The zip that is published, installed in a profile of its own as QGIS installs it: no checkout is in reach."""

import csv
import json
import os
import shutil
import subprocess
import zipfile

import pytest
from checkout import PACKAGE
from osgeo import gdal


@pytest.fixture(scope="module")
def profile(tmp_path_factory):
    """The folder of a fresh profile's configuration; the user's own is not looked at."""
    return tmp_path_factory.mktemp("fresh")


@pytest.fixture(scope="module")
def installed(built_zip, profile):
    """The folder of the plugin, unpacked from the zip into the profile."""
    plugins = profile / "profiles" / "default" / "python" / "plugins"
    with zipfile.ZipFile(built_zip) as content:
        content.extractall(plugins)
    return plugins / PACKAGE


@pytest.fixture(scope="module")
def plain_qgis_process(profile):
    """The system's qgis_process with nothing but that profile, run from an empty folder."""
    elsewhere = profile / "elsewhere"
    elsewhere.mkdir(mode=0o700)
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("QGIS_", "PYTHON", "RTM_"))}
    environment = {
        **kept,
        "QGIS_CUSTOM_CONFIG_PATH": str(profile),
        "XDG_RUNTIME_DIR": str(elsewhere),
        "HOME": str(elsewhere),
        "QT_QPA_PLATFORM": "offscreen",
        "PATH": f"/usr/bin:/bin:{os.environ['PATH']}",
    }
    program = shutil.which("qgis_process.bin", path=environment["PATH"]) or "qgis_process"

    def command(*arguments):
        return subprocess.run(
            [program, *map(str, arguments)],
            env=environment,
            cwd=elsewhere,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=600,
        )

    return command


def files_below(folder):
    return {path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts}


def test_the_zip_is_installed_switched_on_and_does_the_main_job(plain_qgis_process, installed, town, tmp_path):
    unpacked = files_below(installed)
    assert "rtm:" not in plain_qgis_process("list").stdout
    assert plain_qgis_process("plugins", "enable", PACKAGE).returncode == 0
    outputs = {"RISK_TERRAIN": "risk.tif", "MODEL_TABLE": "model.csv", "MODEL": "model.json", "REPORT": "report.html"}
    done = plain_qgis_process(
        *("run", "rtm:riskterrainmodel", "--json"),
        *(f"--STUDY_AREA={town('town')}", f"--INCIDENTS={town('thefts')}"),
        *(f"--FACTORS={town('bars')}", f"--FACTORS={town('shops')}"),
        *(f"--{key}={tmp_path / name}" for key, name in outputs.items()),
    )
    assert done.returncode == 0, done.stderr
    results = json.loads(done.stdout)["results"]
    assert results["N_SELECTED"] == 1 and results["N_CELLS"] == 1600
    terrain = gdal.Open(str(tmp_path / "risk.tif"))
    assert terrain.GetRasterBand(1).ReadAsArray().max() == pytest.approx(results["RRS_MAX"], rel=1e-6)
    with (tmp_path / "model.csv").open() as file:
        assert [row["factor"] for row in csv.DictReader(file)] == ["bars"]
    assert "<svg" in (tmp_path / "report.html").read_text(encoding="utf-8")
    assert files_below(installed) == unpacked  # the plugin writes nothing into its own folder
