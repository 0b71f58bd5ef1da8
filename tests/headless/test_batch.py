"""A batch through the real qgis_process: killed and taken up, with a run that fails, and on a Dask scheduler."""

import csv
import json
import os
import shutil
import signal
import subprocess
import time

import pytest
from osgeo import ogr
from town import SIDE, X, Y

from .conftest import write_layer

pytestmark = pytest.mark.slow

GATHERED = ("comparison.csv", "areas.gpkg", "overview.html")


def rectangle(x, width):
    x, end = X + x, X + x + width
    return f"POLYGON (({x} {Y}, {end} {Y}, {end} {Y + SIDE}, {x} {Y + SIDE}, {x} {Y}))"


@pytest.fixture(scope="module")
def layers(town, tmp_path_factory):
    """The town's GeoPackage with districts: two that have incidents, one that has none."""
    path = tmp_path_factory.mktemp("batch") / "town.gpkg"
    shutil.copy(town("town").partition("|")[0], path)
    districts = [rectangle(0, 1000), rectangle(1000, 1000), rectangle(-250, 200)]
    write_layer(path, "districts", "Polygon", districts)
    name(path, ["East/End", "West", "No man's land"])
    return lambda name: f"{path}|layername={name}"


def name(path, names):
    data = ogr.Open(str(path), 1)
    districts = data.GetLayerByName("districts")
    districts.CreateField(ogr.FieldDefn("name", ogr.OFTString))
    for feature, one in zip(list(districts), names):
        feature.SetField("name", one)
        districts.SetFeature(feature)


@pytest.fixture(scope="module")
def setup(layers, tmp_path_factory):
    """A setup as the panel saves it, by which a run takes a moment."""
    asked = {
        "STUDY_AREA": layers("districts"),
        "INCIDENTS": layers("thefts"),
        "FACTORS": [layers("bars"), layers("shops")],
        "FACTOR_SETTINGS": ["bars", "proximity", 2, "half", ""],
        "CELL_SIZE": 100,
        "FAMILIES": "poisson",
    }
    path = tmp_path_factory.mktemp("setup") / "setup.json"
    path.write_text(json.dumps({"inputs": asked}), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def batch(qgis_process, setup):
    def run(folder, **more):
        asked = {"SETTINGS": setup, "NAME_FIELD": "name", "LEAVES": "risk_terrain,model_table", "FOLDER": folder}
        return qgis_process("rtm:batch", **{**asked, **more})

    return run


@pytest.fixture(scope="module")
def whole(batch, tmp_path_factory):
    """A batch that nobody has disturbed, and what it said."""
    folder = tmp_path_factory.mktemp("whole") / "out"
    return folder, batch(folder)


def contents(folder):
    """Content of all files, but for those that hold times, and the setup, which holds the path of the study area."""
    timed = ("log.txt", "finished.json", "model.run.json", "setup.json")
    files = [path for path in folder.rglob("*") if path.is_file() and path.name not in timed]
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


def records(folder):
    return {path.parent.parent.name: path.stat().st_mtime_ns for path in folder.rglob("finished.json")}


def test_a_run_that_fails_is_named_and_the_others_are_there(whole):
    folder, done = whole
    assert done.returncode == 1
    assert "1 of 3 runs failed (No man's land, thefts), all else is done" in done.stderr
    why = "None of the 630 incidents lies inside the study area"
    assert "overview.html', and start the batch again, which makes only these." in done.stderr
    assert set(records(folder)) == {"East_End", "West"}
    assert {one.name for one in folder.iterdir() if one.is_file()} == {*GATHERED, "batch.json"}
    assert why in (folder / "overview.html").read_text(encoding="utf-8")
    left = {one.name for one in (folder / "No man's land" / "thefts").iterdir()}
    assert left == {"log.txt", "setup.json", "study_area.gpkg"}
    assert not list(folder.rglob(".*"))


def test_the_table_holds_the_numbers_of_single_runs(whole, qgis_process, layers, tmp_path):
    folder, _ = whole
    with (folder / "comparison.csv").open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    failed = [row for row in rows if row["fate"] == "failed"]
    assert [(row["area"], row["factor"]) for row in failed] == [("No man's land", "")]
    assert {row["area"] for row in rows if row not in failed} == {"East/End", "West"}
    inputs = json.loads((folder / "West" / "thefts" / "setup.json").read_text(encoding="utf-8"))["inputs"]
    inputs["FACTOR_SETTINGS"] = ",".join(map(str, inputs["FACTOR_SETTINGS"]))
    inputs["STUDY_AREA"] = f"{layers('districts')}|subset=name='West'"
    single = qgis_process(
        "rtm:riskterrainmodel", **inputs, RISK_TERRAIN=tmp_path / "risk.tif", MODEL_TABLE=tmp_path / "model.csv"
    )
    assert single.returncode == 0, single.stderr
    with (tmp_path / "model.csv").open(newline="", encoding="utf-8") as file:
        expected = list(csv.DictReader(file))
    found = [row for row in rows if row["area"] == "West" and row["fate"] == "selected"]
    assert expected and len(found) == len(expected)
    for row, wanted in zip(found, expected):
        for key, value in wanted.items():
            assert row[key] == value or float(row[key]) == float(value), key
    assert found[0]["n_incidents"] == str(single.results["N_INCIDENTS"])
    others = {row["factor"]: row["fate"] for row in rows if row["area"] == "West" and row not in found}
    assert others == {"shops": "not_selected"} or not others


def test_killed_in_the_middle_and_taken_up_it_is_the_same(whole, batch, setup, tmp_path, pytestconfig):
    expected, _ = whole
    folder = tmp_path / "out"
    command = [str(pytestconfig.rootpath / "tools/qgis_process.sh"), "run", "rtm:batch"]
    asked = {"SETTINGS": setup, "NAME_FIELD": "name", "LEAVES": "risk_terrain,model_table", "FOLDER": folder}
    command += [f"--{key}={value}" for key, value in {**asked, "RUNS_AT_ONCE": 1}.items()]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "start_new_session": True}
    environment = {**os.environ, "RTM_PROFILE": str(tmp_path / "profile")}
    killed = subprocess.Popen(command, env=environment, **quiet)
    until = time.monotonic() + 60
    while len(records(folder)) < 1 and time.monotonic() < until:
        time.sleep(0.1)
    time.sleep(0.5)
    os.killpg(killed.pid, signal.SIGKILL)
    killed.wait()
    before = records(folder)
    assert len(before) == 1 and not (folder / "overview.html").exists()
    done = batch(folder, FAIL=False)
    assert done.returncode == 0
    assert (done.results["N_MADE"], done.results["N_TAKEN_UP"], done.results["N_FAILED"]) == (1, 1, 1)
    assert before.items() <= records(folder).items()
    found, wanted = contents(folder), contents(expected)
    assert set(found) == set(wanted)
    assert not [name for name in wanted if found[name] != wanted[name]]
    assert not list(folder.rglob(".*"))


def test_only_what_has_changed_is_made_again(whole, batch, layers, tmp_path):
    """A district gets a corner more, and the one without incidents is gone."""
    folder = tmp_path / "out"
    shutil.copytree(whole[0], folder)
    changed = tmp_path / "changed.gpkg"
    write_layer(changed, "districts", "Polygon", [rectangle(0, 1050), rectangle(1000, 1000)])
    name(changed, ["East/End", "West"])
    before = records(folder)
    done = batch(folder, STUDY_AREAS=f"{changed}|layername=districts")
    assert done.returncode == 0, done.stderr
    assert (done.results["N_MADE"], done.results["N_TAKEN_UP"], done.results["N_FAILED"]) == (1, 1, 0)
    after = records(folder)
    assert after["West"] == before["West"] and after["East_End"] > before["East_End"]


@pytest.mark.filterwarnings("ignore")  # those of distributed itself
def test_the_workers_of_a_scheduler_make_the_same(whole, batch, tmp_path):
    distributed = pytest.importorskip("distributed")
    folder = tmp_path / "out"
    with distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:
        done = batch(folder, SCHEDULER=cluster.scheduler_address)
    assert done.returncode == 1 and "1 of 3 runs failed" in done.stderr
    found, wanted = contents(folder), contents(whole[0])
    assert [name for name in wanted if found[name] != wanted[name]] == []
