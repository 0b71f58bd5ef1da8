"""From raw files to layers on the command line: incidents, factors by class, one factor's settings."""

import csv

from osgeo import ogr


def features(source):
    """Attributes of all features of a file or of one layer in it."""
    path, _, name = str(source).partition("|layername=")
    data = ogr.Open(path)
    layer = data.GetLayerByName(name) if name else data.GetLayer(0)
    return [feature.items() for feature in layer]


def test_raw_police_files(qgis_process, shared_data, tmp_path):
    run = qgis_process(
        "rtm:importincidents",
        FILES=sorted((shared_data / "raw").glob("*-street.csv")),
        TYPES="burglary; Robbery",
        OUTPUT=tmp_path / "the incidents.gpkg",
        LOG=tmp_path / "log.csv",
    )
    assert run.returncode == 0, run.stderr
    rows = []
    for path in (shared_data / "raw").glob("*-street.csv"):
        with open(path, encoding="utf-8", newline="") as file:
            rows += list(csv.DictReader(file))
    wanted = [row for row in rows if row["Crime type"] in ("Burglary", "Robbery") and row["Longitude"]]
    found = features(tmp_path / "the incidents.gpkg")
    assert len(found) == run.results["N_INCIDENTS"] == len({row["Crime ID"] for row in wanted})
    assert {row["type"] for row in found} == {"Burglary", "Robbery"}
    with open(tmp_path / "log.csv", encoding="utf-8", newline="") as file:
        log = {row["reason"]: int(row["count"]) for row in csv.DictReader(file)}
    assert sum(log.values()) + len(found) == len(rows) == run.results["N_ROWS"]


def test_a_bad_file_ends_in_one_sentence(qgis_process, tmp_path):
    path = tmp_path / "feet.csv"
    path.write_text("longitude,latitude\n1176123,1892345\n")
    run = qgis_process("rtm:importincidents", FILES=path, OUTPUT=tmp_path / "out.gpkg")
    assert run.returncode != 0
    assert "hold values such as 1176123, 1892345, which are not degrees" in run.stderr + run.stdout
    assert "Traceback" not in run.stderr + run.stdout
    assert not (tmp_path / "out.gpkg").exists()


def test_places_by_class(qgis_process, shared_data, tmp_path):
    run = qgis_process(
        "rtm:splitfactors",
        INPUT=f"{shared_data / 'london_camden.gpkg'}|layername=poi_osm_2019_all",
        KEEP="pub;atm",
        OUTPUT=tmp_path / "factors.gpkg",
    )
    assert run.returncode == 0, run.stderr
    assert run.results["LAYERS"] == [f"{tmp_path / 'factors.gpkg'}|layername={name}" for name in ("atm", "pub")]
    assert [len(features(layer)) for layer in run.results["LAYERS"]] == [228, 341]
