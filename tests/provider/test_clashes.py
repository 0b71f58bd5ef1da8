"""No output replaces what the run reads, however the path is spelt; outputs are whole or not there."""

import os
import shutil
import sqlite3
from pathlib import Path

import pytest
from log import Log
from osgeo import ogr
from qgis.core import QgsApplication, QgsProcessingContext, QgsProcessingFeatureSourceDefinition, QgsRasterLayer

from risk_terrain_modelling.processing_provider import staging
from risk_terrain_modelling.processing_provider.clashes import check_clashes
from risk_terrain_modelling.rtm_plugin.errors import RtmError

DESTINATIONS = ("sink", "rasterDestination", "fileDestination")
READ = ("source", "vector", "raster", "layer", "multilayer", "file")


def algorithms():
    return QgsApplication.processingRegistry().providerById("rtm").algorithms()


@pytest.fixture
def gpkg(tmp_path):
    """A GeoPackage with two layers, of one point each."""
    path = tmp_path / "City.gpkg"
    data = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    for name in ("town", "bars"):
        layer = data.CreateLayer(name, None, ogr.wkbPoint)
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetGeometry(ogr.CreateGeometryFromWkt("POINT (1 2)"))
        layer.CreateFeature(feature)
    return path


def spellings(path):
    """The same file in other words."""
    link, hard = path.with_name("link.gpkg"), path.with_name("hard.gpkg")
    link.symlink_to(path)
    os.link(path, hard)
    (path.parent / "fit").mkdir()
    return [
        str(path),
        str(path.parent / "fit" / ".." / path.name),
        os.path.relpath(path),
        str(link),
        str(hard),
        f"ogr:dbname='{path}' table=\"town\" (geom)",
        f"{path}|layername=town",
    ]


def test_every_output_of_every_algorithm_onto_every_input(provider, gpkg):
    context = QgsProcessingContext()
    tried = 0
    for algorithm in algorithms():
        definitions = algorithm.parameterDefinitions()
        for read in (one for one in definitions if one.type() in READ):
            source = f"{gpkg}|layername=bars"
            value = [source] if read.type() == "multilayer" else source
            for written in (one for one in definitions if one.type() in DESTINATIONS):
                parameters = {read.name(): value, written.name(): str(gpkg)}
                with pytest.raises(RtmError, match="would replace the file") as raised:
                    check_clashes(algorithm, parameters, context)
                assert read.description() in str(raised.value) and written.description() in str(raised.value)
                tried += 1
    assert tried > 60


def test_however_it_is_spelt(provider, gpkg):
    algorithm = QgsApplication.processingRegistry().algorithmById("rtm:studyareas")
    for output in spellings(gpkg):
        for read in (f"{gpkg}|layername=bars", QgsProcessingFeatureSourceDefinition(str(gpkg), True)):
            with pytest.raises(RtmError, match="would replace"):
                check_clashes(algorithm, {"INCIDENTS": read, "STUDY_AREAS": output}, QgsProcessingContext())
    other = str(gpkg.with_name("areas.gpkg"))
    check_clashes(algorithm, {"INCIDENTS": str(gpkg), "STUDY_AREAS": other}, QgsProcessingContext())


def test_two_outputs_are_never_one_file_and_side_files_count(provider, tmp_path):
    model = QgsApplication.processingRegistry().algorithmById("rtm:riskterrainmodel")
    same = str(tmp_path / "a.csv")
    for parameters in (
        {"MODEL_TABLE": same, "CANDIDATES": str(tmp_path / "." / "a.csv")},
        {"CELLS": same, "REPORT": same},
        {"MODEL": str(tmp_path / "m.json"), "REPORT": str(tmp_path / "m.run.json")},
        {"RISK_TERRAIN": str(tmp_path / "r.tif"), "REPORT": str(tmp_path / "r.qml")},
    ):
        with pytest.raises(RtmError, match="would be the same file"):
            check_clashes(model, parameters, QgsProcessingContext())
    town = tmp_path / "town.gpkg"
    layers = {key: f"ogr:dbname='{town}' table=\"{key}\" (geom)" for key in ("MODEL_TABLE", "CANDIDATES")}
    check_clashes(model, layers, QgsProcessingContext())


def test_a_layer_joins_a_geopackage_and_the_others_stay(provider, town, gpkg, tmp_path):
    import processing

    before = _layers(gpkg)
    for output in (str(gpkg), f"ogr:dbname='{gpkg}' table=\"areas\" (geom)", str(gpkg)):
        processing.run(
            "rtm:studyareas", {"INCIDENTS": town.incidents, "MIN_INCIDENTS": 50, "MIN_AREA": 0.1, "STUDY_AREAS": output}
        )
    assert before | {"City", "areas"} == _layers(gpkg)
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []
    with sqlite3.connect(gpkg) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_the_same_run_writes_the_same_bytes(provider, fitted, tmp_path):
    import processing

    for name in ("one", "two"):
        output = tmp_path / name / "places.gpkg"
        processing.run("rtm:priorityplaces", {"RISK_TERRAIN": fitted.terrain, "PLACES": str(output)})
    assert (tmp_path / "one/places.gpkg").read_bytes() == (tmp_path / "two/places.gpkg").read_bytes()


def test_what_a_killed_run_has_left_is_removed_by_the_next(tmp_path):
    dead = tmp_path / f"{staging._prefix(2**22 + 1)}x{staging._UNFINISHED}"
    alive = tmp_path / f"{staging._prefix(os.getpid())}x{staging._UNFINISHED}"
    for folder in (dead, alive):
        folder.mkdir()
        (folder / "secret.csv").write_text("")
    with staging.staged() as stage:
        stage(tmp_path / "new.txt").write_text("new")
    assert not dead.exists() and alive.exists() and (tmp_path / "new.txt").read_text() == "new"
    shutil.rmtree(alive)


def test_where_one_output_cannot_be_replaced_all_stay_as_they_were(tmp_path, monkeypatch):
    for name in ("a", "b", "c"):
        (tmp_path / name).write_text("before")
    (tmp_path / "c").unlink()
    replace = os.replace

    def fail_at_the_third(source, target):
        if Path(target).name == "c" and Path(source).name == "c":
            raise PermissionError(13, "in use")
        replace(source, target)

    monkeypatch.setattr(os, "replace", fail_at_the_third)
    with pytest.raises(RtmError, match="cannot be replaced"), staging.staged() as stage:
        for name in ("a", "b", "c"):
            stage(tmp_path / name).write_text("after")
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {"a": "before", "b": "before"}


def _layers(path):
    data = ogr.Open(str(path))
    return {data.GetLayer(number).GetName() for number in range(data.GetLayerCount())}


def test_what_somebody_else_has_put_beside_an_output_stays(provider, town, tmp_path):
    """A style that somebody saved and a file that only has the name of a run's record; our own are written anew."""
    import processing

    style, record = tmp_path / "risk.qml", tmp_path / "model.run.json"
    parameters = {
        "STUDY_AREA": town.area,
        "INCIDENTS": town.incidents,
        "FACTORS": [town.bars],
        "RISK_TERRAIN": str(tmp_path / "risk.tif"),
        "MODEL": str(tmp_path / "model.json"),
        "CELL_SIZE": 100,
        "FAMILIES": "poisson",
    }
    processing.run("rtm:riskterrainmodel", parameters)
    ours = style.read_bytes()
    style.write_bytes(ours.replace(b"#", b"#0"))  # still with our mark: written anew
    processing.run("rtm:riskterrainmodel", parameters)
    assert style.read_bytes() == ours and '"seconds"' in record.read_text()
    layer = QgsRasterLayer(str(tmp_path / "risk.tif"), "risk")
    layer.saveDefaultStyle()
    theirs = style.read_bytes()
    assert theirs != ours
    record.write_text("notes")
    log = Log()
    processing.run("rtm:riskterrainmodel", parameters, feedback=log)
    assert style.read_bytes() == theirs and record.read_text() == "notes"
    assert sum("it stays as it is" in text for text in log.texts) == 2
