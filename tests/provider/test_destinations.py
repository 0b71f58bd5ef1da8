"""Where outputs may go: what QGIS would make another file of is refused, and what else a file or folder holds stays."""

import csv
import os
import shutil
import sqlite3
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal, ogr
from qgis.core import (
    QgsApplication,
    QgsFeature,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProject,
    QgsVectorLayer,
    QgsVectorLayerJoinInfo,
)
from town import SIDE, X, Y

from risk_terrain_modelling.processing_provider import destinations, staging
from risk_terrain_modelling.rtm_plugin.errors import RtmError

ALGORITHMS = [
    "rtm:riskterrainmodel", "rtm:factorrasters", "rtm:importincidents", "rtm:splitfactors", "rtm:riskfactor",
    "rtm:studyareas", "rtm:samplecity", "rtm:priorityplaces", "rtm:explainplace", "rtm:applymodel", "rtm:report",
    "rtm:mapsheet", "rtm:placesheets", "rtm:validate", "rtm:checkinputs", "rtm:blocklength",
    "rtm:exposure", "rtm:accountability",
    "rtm:trialdesign", "rtm:impact", "rtm:batch",
    "rtm:example_two_factors", "rtm:example_places_and_report", "rtm:example_before_and_after",
    "rtm:example_monthly_refresh",
]  # fmt: skip
FOREIGN = ["", ".json", ".foo", ".dbf", ".mif", ".txt", ".db", ".gpkg.bak", ".tif.gpkg.x"]


def features(layer="bars"):
    def of(path):
        found = QgsVectorLayer(f"{path}|layername={layer}", layer, "ogr")
        return found.featureCount() if found.isValid() else None

    return of


@pytest.fixture
def file(town, tmp_path):
    """A GeoPackage of the town's bars and shops."""
    import processing

    path = tmp_path / "town.gpkg"
    processing.run("native:package", {"LAYERS": [town.bars, town.shops], "OUTPUT": str(path)})
    return path


@pytest.mark.parametrize("end", FOREIGN)
@pytest.mark.parametrize("algorithm", ALGORITHMS)
def test_no_output_has_an_ending_that_qgis_would_complete(provider, algorithm, end, tmp_path):
    """Each output of each algorithm, with no ending and with those of other files."""
    made = QgsApplication.processingRegistry().algorithmById(algorithm)
    for definition in made.destinationParameterDefinitions():
        if definition.type() == "folderDestination":
            continue
        if end in destinations._suffixes(definition, Path(f"x{end}")):
            continue
        for destination in (f"{tmp_path}/in{end}", f"ogr:dbname='{tmp_path}/in{end}' table=\"a\" (geom)"):
            with pytest.raises(RtmError, match="a format that is not written here: let its name end in"):
                destinations.check_destination(definition, destination)
    assert [one.id() for one in provider.algorithms() if one.id() in ALGORITHMS] == ALGORITHMS or set(ALGORITHMS) == {
        one.id() for one in provider.algorithms()
    }


def test_a_name_without_an_ending_does_not_reach_the_file_beside_it(run, file):
    with pytest.raises(QgsProcessingException, match="let its name end in"):
        run("rtm:riskfactor", INPUT=f"{file}|layername=bars", OUTPUT=str(file.with_suffix("")))
    assert (features("bars")(file), features("shops")(file)) == (12, 25)


def test_a_layer_named_as_inputs_are_is_that_layer(run, file):
    written = run("rtm:riskfactor", INPUT=f"{file}|layername=bars", OUTPUT=f"{file.parent / 'new.gpkg'}|layername=foo")
    assert features("foo")(written["OUTPUT"].partition("|")[0]) == 12
    shutil.copy(file, file.parent / "pipe.gpkg")
    run("rtm:riskfactor", INPUT=f"{file}|layername=bars", OUTPUT=f"{file.parent / 'pipe.gpkg'}|layername=foo")
    assert features("foo")(file.parent / "pipe.gpkg") == 12
    assert (features("bars")(file.parent / "pipe.gpkg"), features("shops")(file.parent / "pipe.gpkg")) == (12, 25)


def test_a_database_that_is_open_for_writing_is_left_alone(run, file, town):
    layer = QgsVectorLayer(f"{file}|layername=shops", "shops", "ogr")
    assert layer.startEditing()
    added = QgsFeature(layer.fields())
    added.setGeometry(QgsGeometry.fromWkt(f"Point({X + 1} {Y + 1})"))
    layer.addFeature(added)
    with pytest.raises(QgsProcessingException, match="open for writing: end the editing"):
        run("rtm:riskfactor", INPUT=town.road, OUTPUT=f"ogr:dbname='{file}' table=\"mine\" (geom)")
    assert layer.commitChanges()
    del layer
    assert features("shops")(file) == 26


def test_pictures_projects_and_tables_in_a_geopackage_stay(run, town, tmp_path):
    path = tmp_path / "all.gpkg"
    picture = gdal.GetDriverByName("MEM").Create("", 8, 8, 1, gdal.GDT_Byte)
    picture.SetGeoTransform((X, 10, 0, Y, 0, -10))
    picture.GetRasterBand(1).WriteArray(np.full((8, 8), 7, dtype=np.uint8))
    gdal.GetDriverByName("GPKG").CreateCopy(str(path), picture, options=["RASTER_TABLE=basemap"])
    with sqlite3.connect(path) as database:
        database.execute("CREATE TABLE qgis_projects (name TEXT, content BLOB)")
        database.execute("INSERT INTO qgis_projects VALUES ('mine', x'00')")
    database.close()
    run("rtm:riskfactor", INPUT=town.bars, OUTPUT=f"ogr:dbname='{path}' table=\"mine\" (geom)")
    assert features("mine")(path) == 12
    assert gdal.OpenEx(str(path), gdal.OF_RASTER).ReadAsArray().max() == 7
    with sqlite3.connect(path) as database:
        assert database.execute("SELECT name FROM qgis_projects").fetchall() == [("mine",)]
    database.close()


def test_a_painted_layer_is_replaced_beside_others_without_a_question(run, fitted, town, tmp_path):
    """QGIS asks in a box whether a style may be replaced, for which nobody is there: the run would wait for ever."""
    file = tmp_path / "town.gpkg"
    run("rtm:riskfactor", INPUT=town.shops, OUTPUT=f"{file}|layername=shops")
    asked = {"RISK_TERRAIN": fitted.terrain, "PLACES": f"ogr:dbname='{file}' table=\"places\" (geom)"}
    run("rtm:priorityplaces", {**asked, "N_PLACES": 3})
    with sqlite3.connect(file) as database:
        database.execute("UPDATE layer_styles SET styleName = 'mine', useAsDefault = 0")  # and one of the user's own
    database.close()
    for n_places in (2, 1):
        run("rtm:priorityplaces", {**asked, "N_PLACES": n_places})
    with sqlite3.connect(file) as database:
        counts = [database.execute(f"SELECT count(*) FROM {one}").fetchone()[0] for one in ("places", "shops")]  # noqa: S608
        kept = database.execute("SELECT styleName, useAsDefault FROM layer_styles ORDER BY styleName").fetchall()
    database.close()
    assert counts == [1, 25] and kept == [("mine", 0), ("places", 1)]


def test_files_behind_virtual_and_joined_layers_are_inputs(run, file, town, tmp_path):
    project = QgsProject.instance()
    source = tmp_path / "source.geojson"
    import processing

    processing.run("native:savefeatures", {"INPUT": town.bars, "OUTPUT": str(source)})
    table = tmp_path / "facts.csv"
    with table.open("w", newline="") as opened:
        csv.writer(opened).writerows([["id", "size"], [1, 2]])
    behind = QgsVectorLayer(str(source), "vbars", "ogr")
    facts = QgsVectorLayer(f"file://{table}?type=csv&geomType=none", "facts", "delimitedtext")
    project.addMapLayers([behind, facts])
    asked = QgsVectorLayer("?query=select * from vbars", "asked", "virtual")
    uri = f"?layer=ogr:{source}:inner&query=select * from inner"  # noqa: S608
    embedded = QgsVectorLayer(uri, "embedded", "virtual")
    joined = QgsVectorLayer(f"{file}|layername=bars", "joined", "ogr")
    join = QgsVectorLayerJoinInfo()
    join.setJoinLayer(facts)
    join.setJoinFieldName("id")
    join.setTargetFieldName("fid")
    assert joined.addJoin(join)
    project.addMapLayers([asked, embedded, joined])
    try:
        for layer, victim in ((asked, source), (embedded, source), (joined, table), (joined, file)):
            before = victim.read_bytes()
            context = QgsProcessingContext()
            context.setProject(project)
            made = QgsApplication.processingRegistry().createAlgorithmById("rtm:riskfactor")
            ok, said = made.checkParameterValues({"INPUT": layer, "OUTPUT": str(victim)}, context)
            assert not ok and "which is read as 'Layer'" in said, layer.name()
            assert victim.read_bytes() == before
    finally:
        project.removeAllMapLayers()


@pytest.mark.parametrize("end", ["geojson", "fgb", "kml", "sqlite", "gml", "shp", "csv", "tab", "gpkg", "ods", "xlsx"])
def test_a_file_that_a_full_disk_has_cut_does_not_appear(run, town, tmp_path, end):
    """A limit on the size of files, at half of what the whole one has."""
    import resource

    path = tmp_path / f"cells.{end}"
    asked = {"STUDY_AREA": town.area, "INCIDENTS": town.incidents, "FACTORS": [town.bars], "FAMILIES": "poisson"}
    asked |= {"RISK_TERRAIN": "TEMPORARY_OUTPUT", "CELLS": str(path)}
    run("rtm:riskterrainmodel", asked)
    largest = max(one.stat().st_size for one in tmp_path.glob("cells.*"))
    before = {one.name: one.read_bytes() for one in tmp_path.glob("cells.*")}
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (largest // 2, hard))
    try:
        with pytest.raises(QgsProcessingException) as raised:
            run("rtm:riskterrainmodel", asked)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert "not foresee" not in str(raised.value) and ".part" not in str(raised.value)
    assert {one.name: one.read_bytes() for one in tmp_path.glob("cells.*")} == before


def test_what_somebody_else_has_written_meanwhile_is_not_replaced(run, file, town, monkeypatch):
    publish = staging.Stage.publish

    def late(self):
        with sqlite3.connect(file) as database:
            database.execute("CREATE TABLE theirs (a INTEGER)")
        database.close()
        publish(self)

    monkeypatch.setattr(staging.Stage, "publish", late)
    with pytest.raises(QgsProcessingException, match="was written to by somebody else during the run: run it again"):
        run("rtm:riskfactor", INPUT=town.road, OUTPUT=f"ogr:dbname='{file}' table=\"mine\" (geom)")
    assert features("bars")(file) == 12 and features("mine")(file) is None


def test_parts_of_a_shapefile_are_outputs_too(run, town, tmp_path):
    foreign = tmp_path / "foreign.dbf"
    foreign.write_bytes(b"not ours")
    with pytest.raises(
        QgsProcessingException, match=r"would replace the file '.*foreign.dbf', which belongs to something"
    ):
        run("rtm:riskfactor", INPUT=town.bars, OUTPUT=str(tmp_path / "foreign.shp"))
    assert foreign.read_bytes() == b"not ours"
    grid = tmp_path / "pop.asc"
    cells = f"ncols 2\nnrows 2\nxllcorner {X}\nyllcorner {Y}\ncellsize {SIDE / 2}\n1 2\n3 4\n"
    grid.write_text(cells)
    (tmp_path / "pop.prj").write_text(town.area.crs().toWkt())
    asked = {"STUDY_AREA": town.area, "INCIDENTS": town.incidents, "FACTORS": [town.bars], "DENOMINATOR": str(grid)}
    with pytest.raises(QgsProcessingException, match="would replace the file"):
        run("rtm:riskterrainmodel", asked, None, CELLS=str(tmp_path / "pop.shp"), RISK_TERRAIN="TEMPORARY_OUTPUT")


def test_indexes_and_overviews_of_what_was_there_before_go(run, town, fitted, tmp_path):
    path = tmp_path / "s.shp"
    run("rtm:riskfactor", INPUT=town.shops, OUTPUT=str(path))
    ogr.Open(str(path), 1).ExecuteSQL("CREATE SPATIAL INDEX ON s")
    assert path.with_suffix(".qix").exists()
    run("rtm:riskfactor", INPUT=town.bars, OUTPUT=str(path))
    assert not path.with_suffix(".qix").exists()
    raster = tmp_path / "risk.tif"
    shutil.copy(fitted.terrain, raster)
    gdal.Open(str(raster)).BuildOverviews("AVERAGE", [2, 4])
    assert Path(f"{raster}.ovr").exists()
    asked = {"STUDY_AREA": town.area, "INCIDENTS": town.incidents, "FACTORS": [town.shops]}
    run("rtm:riskterrainmodel", asked, None, RISK_TERRAIN=str(raster))
    assert not Path(f"{raster}.ovr").exists()


def test_a_folder_keeps_rasters_of_something_else(run, town, tmp_path):
    asked = {"STUDY_AREA": town.area, "FACTORS": [town.bars], "CELL_SIZE": 100, "FOLDER": str(tmp_path)}
    run("rtm:factorrasters", asked)
    run("rtm:factorrasters", asked)  # its own may be replaced
    gdal.GetDriverByName("GTiff").Create(str(tmp_path / "bars_distance.tif"), 2, 2)
    theirs = (tmp_path / "bars_distance.tif").read_bytes()
    with pytest.raises(QgsProcessingException, match=r"holds a raster 'bars_distance\.tif' of something else"):
        run("rtm:factorrasters", asked)
    assert (tmp_path / "bars_distance.tif").read_bytes() == theirs


def test_a_link_is_written_through(run, town, tmp_path):
    target, link = tmp_path / "there" / "target.gpkg", tmp_path / "link.gpkg"
    target.parent.mkdir()
    run("rtm:riskfactor", INPUT=town.shops, OUTPUT=str(target))
    link.symlink_to(target)
    run("rtm:riskfactor", INPUT=town.bars, OUTPUT=str(link))
    assert link.is_symlink() and features("link")(target) in (12, None)
    with sqlite3.connect(target) as database:
        tables = {name for (name,) in database.execute("SELECT table_name FROM gpkg_contents")}
    database.close()
    assert "target" in tables
    assert os.listdir(tmp_path / "there") == ["target.gpkg"]


def test_nothing_is_made_on_a_way_that_leads_back(run, town, tmp_path):
    run("rtm:riskfactor", INPUT=town.bars, OUTPUT=f"{tmp_path}/never/../here.gpkg")
    assert features("here")(tmp_path / "here.gpkg") == 12 and not (tmp_path / "never").exists()
