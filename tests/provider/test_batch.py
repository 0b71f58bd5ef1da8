"""What a batch plans, what it takes up again, and what it leaves; whole batches are in tests/headless."""

import json
import os
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest
from qgis.core import (
    QgsApplication,
    QgsFeature,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProject,
    QgsVectorLayer,
)
from town import SIDE, X, Y, points

from risk_terrain_modelling.processing_provider.batch import processes, runs
from risk_terrain_modelling.processing_provider.batch.folder import LOCK, FolderNames, locked
from risk_terrain_modelling.processing_provider.batch.plan import BatchRequest, make_plan
from risk_terrain_modelling.processing_provider.model_request import ModelRequest
from risk_terrain_modelling.processing_provider.reading.batch_layers import address_of
from risk_terrain_modelling.processing_provider.staging import staged
from risk_terrain_modelling.processing_provider.writing.batch_results import paint_strongest
from risk_terrain_modelling.rtm_plugin.errors import IncidentError
from risk_terrain_modelling.rtm_plugin.progress import Progress


def rectangle(x, width):
    x, end = X + x, X + x + width
    return f"Polygon(({x} {Y}, {end} {Y}, {end} {Y + SIDE}, {x} {Y + SIDE}, {x} {Y}))"


@pytest.fixture
def force(make_layer, town):
    """Districts with names, and crimes of two types."""
    crimes = [feature.geometry().asWkt() for feature in town.incidents.getFeatures()]
    rows = [["robbery" if number % 3 else "it's theft", "2024-05-01"] for number in range(len(crimes))]
    return SimpleNamespace(
        districts=make_layer(
            "districts",
            "Polygon",
            [rectangle(0, 800), rectangle(900, 800), rectangle(1800, 200)],
            fields=["name:string"],
            rows=[["East"], ["West"], ["East"]],
        ),
        crimes=make_layer("crimes", "Point", crimes, fields=["type:string", "date:string"], rows=rows),
        bars=town.bars,
        shops=town.shops,
    )


@pytest.fixture
def plan(force, tmp_path):
    """The plan of a batch of the force, with changes of what is asked."""

    def plan(model=None, **changes):
        request = ModelRequest(study_area=force.districts, factors=(force.bars, force.shops), **(model or {}))
        asked = BatchRequest(request, (force.crimes,), str(tmp_path / "out"), "name", "type")
        with staged() as stage:
            return make_plan(replace(asked, **changes), QgsProcessingContext(), Progress(), stage)

    return plan


def keys(plan):
    return {(run.area, run.incidents): run.made_from for run in plan.runs}


def changed(before, after):
    return {run for run, key in after.items() if before.get(run) != key}


def test_a_run_for_each_name_and_each_type(plan, tmp_path):
    made = plan()
    robbery, theft = "robbery", "it's theft"
    assert [(run.area, run.incidents) for run in made.runs] == [
        *((area, kind) for kind in (theft, robbery) for area in ("East", "West")),
    ]
    assert len(made.areas["East"].geometries) == 2, "features of one name are one area"
    assert made.runs[0].request.incident_filter == "\"type\" = 'it''s theft'"
    assert made.runs[0].folder == tmp_path / "out" / "East" / theft
    layers = [made.runs[0].request.incidents, *made.runs[0].request.factors]
    assert [QgsVectorLayer(one, "copy", "ogr").featureCount() for one in layers] == [630, 12, 25]
    only = plan(model={"incident_filter": "\"date\" > '2024'"}, types=(robbery,))
    assert {run.request.incident_filter for run in only.runs} == {"\"type\" = 'robbery' AND (\"date\" > '2024')"}


def test_a_key_changes_with_what_a_run_is_made_from_and_nothing_else(plan, force):
    before = keys(plan())
    assert len({tuple(one.values()) for one in before.values()}) == 4
    assert changed(before, keys(plan())) == set()
    assert changed(before, keys(plan(types=("robbery",)))) == set()
    every = set(before)
    assert changed(before, keys(plan(model={"max_blocks": 2.0}))) == every
    assert changed(before, keys(plan(leaves=("model_table",)))) == every
    force.districts.dataProvider().changeGeometryValues({3: QgsGeometry.fromWkt(rectangle(1800, 210))})
    moved = keys(plan())
    assert changed(before, moved) == {("East", "robbery"), ("East", "it's theft")}
    added = QgsFeature(force.bars.fields())
    added.setGeometry(QgsGeometry.fromWkt(points([[X + 5, Y + 5]])[0]))
    force.bars.dataProvider().addFeatures([added])
    with_bar = keys(plan())
    assert changed(moved, with_bar) == every
    force.crimes.dataProvider().changeAttributeValues({1: {1: "2024-06-01"}})
    assert changed(with_bar, keys(plan())) == every, "the model tells the dates of its incidents"


def test_a_layer_that_is_not_as_its_file_has_it_has_no_address(town, tmp_path):
    import processing

    path = tmp_path / "bars.gpkg"
    processing.run("native:savefeatures", {"INPUT": town.bars, "OUTPUT": str(path)})
    context = QgsProcessingContext()
    layer = QgsVectorLayer(f"{path}|layername=bars", "bars", "ogr")
    assert address_of(layer, context) == f"{path}|layername=bars" and address_of(town.bars, context) is None
    layer.setSubsetString("fid < 5")
    assert QgsVectorLayer(address_of(layer, context), "again", "ogr").featureCount() == 4
    layer.setName("Pubs")
    assert address_of(layer, context) is None, "another process would call the factor otherwise"
    layer.setName("bars")
    layer.startEditing()
    assert address_of(layer, context) is None
    layer.rollBack()


def test_folders_have_names_that_every_system_takes():
    names = FolderNames()
    given = ["a/b", "A:B", "..", "con.txt", "50%", "Kingston upon Thames", "x" * 300, "trailing. ", " "]
    assert list(map(names, given)) == [
        *("a_b", "A_B 2", "_", "con.txt_", "50_", "Kingston upon Thames", "x" * 80, "trailing", "_ 2"),
    ]


class Feedback(QgsProcessingFeedback):
    """Cancels as soon as a process runs."""

    def __init__(self, folder):
        super().__init__(False)
        self.folder, self.seen = folder, False

    def isCanceled(self):
        self.seen |= any(self.folder.rglob("log.txt"))
        return self.seen


def test_layers_in_memory_are_modelled_and_loaded(force, tmp_path):
    """With a selection of districts, as the desktop hands it over, and without what nobody asked for."""
    folder = tmp_path / "out"
    setup = tmp_path / "setup.json"
    settings = {"CELL_SIZE": 200, "BLOCK_LENGTH": 200, "FAMILIES": "poisson", "OPERATIONALISATION": "proximity"}
    setup.write_text(json.dumps({"inputs": settings}), encoding="utf-8")
    asked = {
        "SETTINGS": str(setup),
        "STUDY_AREAS": selected(force.districts, 2),
        "NAME_FIELD": "name",
        "INCIDENTS": [force.crimes],
        "FACTORS": [force.bars],
        "LEAVES": [],
        "FOLDER": str(folder),
    }
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("rtm:batch")
    results, ok = algorithm.run(asked, context, Feedback(folder))
    assert ok and not results and not [one for one in folder.rglob("*") if one.is_file()]
    results, ok = algorithm.create().run(asked, context, QgsProcessingFeedback(False))
    assert ok and set(context.layersToLoadOnCompletion()) == {results["COMPARISON"], *results["AREAS"]}
    assert results["N_MADE"] == 1 and results["N_FAILED"] == 0
    left = {path.name for path in (folder / "West" / "crimes").iterdir()}
    assert left == {"model.json", "model.run.json", "finished.json", "log.txt", "setup.json", "study_area.gpkg"}
    assert not list(folder.rglob("incidents*"))
    model = json.loads((folder / "West" / "crimes" / "model.json").read_text(encoding="utf-8"))
    assert model["inputs"]["study_area"] == "West" and model["settings"]["cell_size"] == 200
    areas = QgsVectorLayer(results["AREAS"][0], "areas", "ogr")
    (feature,) = areas.getFeatures()
    assert feature["area"] == "West" and feature["strongest"] == "bars"
    assert feature["bars_rrv"] == feature["strongest_rrv"] > 1
    table = QgsVectorLayer(results["COMPARISON"], "comparison", "ogr")
    assert table.featureCount() == 1
    QgsProject.instance().removeMapLayer(force.districts.id())


def selected(layer, feature):
    from qgis.core import QgsProcessingFeatureSourceDefinition

    QgsProject.instance().addMapLayer(layer, False)
    layer.selectByIds([feature])
    return QgsProcessingFeatureSourceDefinition(layer.id(), True)


def test_without_qgis_process_it_is_said(run, force, tmp_path, monkeypatch):
    monkeypatch.setattr(processes, "_NAMES", ("no_such_program",))
    asked = {"STUDY_AREAS": force.districts, "INCIDENTS": [force.crimes], "FACTORS": [force.bars]}
    with pytest.raises(QgsProcessingException, match="The program qgis_process, in which each run is made, is not"):
        run("rtm:batch", **asked, FOLDER=str(tmp_path / "out"))
    assert not Path(tmp_path / "out").exists()


OUTPUTS = ("MODEL", "RISK_TERRAIN", "MODEL_TABLE", "REPORT")
LEFT = ("model.json", "model.run.json", "risk_terrain.tif", "risk_terrain.qml", "model_table.csv", "report.html")


@pytest.fixture
def make(monkeypatch):
    """A function that has the runs of a plan made, where every process leaves a text in place of all that it makes, or
    fails; gives the problems, and what was warned of."""

    def make(plan, text, code=0):
        def run_all(commands, *_):
            for place, command in enumerate(commands):
                log = Path(command()["log"])
                asked = json.loads(log.with_name("asked.json").read_text(encoding="utf-8"))["inputs"]
                outputs = [Path(asked[key]).name for key in OUTPUTS if key in asked]
                for name in ("log.txt", *(("model.run.json", "risk_terrain.qml", *outputs) if not code else ())):
                    log.with_name(name).write_text(f"{text} {log.with_name('study_area.gpkg')}\n", encoding="utf-8")
                assert left_in(log.parent.parent) == before.get(log.parent.parent, {}), "nothing goes before the end"
                yield place, code, 1.0

        before = {run.folder: left_in(run.folder) for run in plan.runs if run.folder.is_dir()}
        monkeypatch.setattr(runs, "run_all", run_all)
        progress = Progress()
        _, problems = runs.make_runs(plan, 1, "", QgsProcessingContext(), progress)
        return problems, progress.warnings

    return make


def left_in(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def test_an_earlier_run_stays_until_the_next_is_complete(plan, make):
    first = plan(types=("robbery",))
    run = first.runs[0]
    assert make(first, "first") == ({}, []) and run.is_finished()
    place = str(run.folder / "study_area.gpkg")
    assert (run.folder / "report.html").read_text(encoding="utf-8") == f"first {place}\n", "no hidden folder is named"
    before = left_in(run.folder)
    assert set(before) == {*LEFT, "finished.json", "log.txt", "setup.json", "study_area.gpkg"}
    second = plan(model={"max_blocks": 2.0}, types=("robbery",), leaves=("model_table",))
    problems, warned = make(second, "ERROR: No.", code=1)
    told = "Finished runs that are made anew, because they were made from other settings: 2 of 2."
    assert len(problems) == 2 and len(warned) == 3 and warned[0].startswith(told)
    after = left_in(run.folder)
    assert after.pop("log.txt") != before.pop("log.txt") and after == before and run.is_finished()
    assert not second.runs[0].is_finished()
    make(second, "second")
    assert second.runs[0].is_finished() and not run.is_finished()
    others = set(LEFT) - {"risk_terrain.tif", "risk_terrain.qml", "report.html"}
    assert set(left_in(run.folder)) == {*others, "finished.json", "log.txt", "setup.json", "study_area.gpkg"}
    assert make(second, "third") == ({}, []) and b"second" in left_in(run.folder)["log.txt"], "it is taken up"


def test_what_cannot_be_replaced_leaves_the_earlier_run_finished(plan, make):
    first = plan(types=("robbery",))
    make(first, "first")
    run, before = first.runs[0], left_in(first.runs[0].folder)
    (run.folder / "risk_terrain.tif").unlink()
    (run.folder / "risk_terrain.tif").mkdir()
    problems, _ = make(plan(model={"max_blocks": 2.0}, types=("robbery",)), "second")
    assert "cannot be replaced" in problems[run.folder]
    (run.folder / "risk_terrain.tif").rmdir()
    (run.folder / "risk_terrain.tif").write_bytes(before["risk_terrain.tif"])
    assert left_in(run.folder) == before and run.is_finished()


def test_a_second_batch_in_the_folder_is_refused_and_a_killed_one_is_none(run, force, tmp_path):
    asked = {"STUDY_AREAS": force.districts, "INCIDENTS": [force.crimes], "FACTORS": [force.bars]}
    folder = tmp_path / "out"
    with locked(folder):
        with pytest.raises(QgsProcessingException, match=rf"Another batch is at work in .*\(process {os.getpid()} on"):
            run("rtm:batch", **asked, FOLDER=str(folder))
        assert {one.name for one in folder.iterdir()} == {LOCK}
    assert not list(folder.iterdir())
    take = "import os, signal, sys; from qgis.PyQt.QtCore import QLockFile; lock = QLockFile(sys.argv[1])"
    killed = f"{take}; lock.setStaleLockTime(0); lock.tryLock(0) and os.kill(os.getpid(), signal.SIGKILL)"
    done = subprocess.run([sys.executable, "-c", killed, str(folder / LOCK)], capture_output=True)
    assert done.returncode == -signal.SIGKILL and (folder / LOCK).exists()
    with locked(folder):
        pass


def test_settings_of_the_models_are_refused_and_types_named_as_of_the_import(run, plan, force, tmp_path):
    asked = {"STUDY_AREAS": force.districts, "INCIDENTS": [force.crimes], "FACTORS": [force.bars]}
    folder = tmp_path / "out"
    with pytest.raises(QgsProcessingException, match="BLOCK_LENGTH and SEED are settings of the models, not of the"):
        run("rtm:batch", **asked, FOLDER=str(folder), BLOCK_LENGTH=200, SEED=2)
    assert not folder.exists()
    assert {one.incidents for one in plan(types=("ROBB*",)).runs} == {"robbery"}
    assert [one.incidents for one in plan(types=("robbery", "*")).runs] == ["robbery"] * 2 + ["it's theft"] * 2
    with pytest.raises(IncidentError, match="have no type 'fraud; arson' in 'type': choose among it's theft; robbery"):
        plan(types=("fraud", "robbery", "arson"))


def test_what_others_colour_the_strongest_is_one_class():
    names = [f"factor {number:02d}" for number in range(11)]
    layer = QgsVectorLayer("MultiPolygon?crs=EPSG:27700&field=area:string&field=strongest:string", "areas", "memory")
    for number, name in enumerate(names):
        for _ in range(20 - number):
            feature = QgsFeature(layer.fields())
            feature.setAttributes(["A", name])
            layer.dataProvider().addFeature(feature)
    paint_strongest(layer)
    categories = layer.renderer().categories()
    assert [one.value() for one in categories] == [*names[:8], names[8:], ""]
    assert categories[8].label() == "others (33): factor 08, factor 09 and factor 10"
    colours = [one.symbol().color().name() for one in categories]
    assert len(set(colours)) == len(colours)
    assert layer.blendMode() == QgsVectorLayer("Point", "", "memory").blendMode(), "colours are those of the legend"


def test_a_setting_that_there_is_not_is_refused_in_the_setup_file_too(run, force, tmp_path):
    setup = tmp_path / "setup.json"
    setup.write_text(json.dumps({"inputs": {"BLOK_LENGTH": 250, "SEED": 2}}), encoding="utf-8")
    asked = {"STUDY_AREAS": force.districts, "INCIDENTS": [force.crimes], "FACTORS": [force.bars]}
    with pytest.raises(QgsProcessingException, match="no parameter 'BLOK_LENGTH', 'BLOCK_LENGTH' may be meant"):
        run("rtm:batch", **asked, SETTINGS=str(setup), FOLDER=str(tmp_path / "out"))
