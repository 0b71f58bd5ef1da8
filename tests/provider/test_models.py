"""The example models: in the toolbox, valid, as their script writes them, and with the results of their parts."""

import filecmp
import sys
from types import SimpleNamespace

import example_models
import numpy as np
import pytest
from osgeo import gdal
from qgis.core import (
    Qgis,
    QgsApplication,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingModelAlgorithm,
    QgsProcessingOutputLayerDefinition,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
)
from town import ROAD

from risk_terrain_modelling.ui.example_copy import OpenCopy


class Designer:
    """Stands in for the window of the model designer; keeps the models that it is asked to show."""

    def __init__(self, opened):
        self.opened = opened
        self.update_model = SimpleNamespace(connect=lambda slot: None)

    def create(self, model):
        self.opened.append(model.create())
        return self

    def show(self):
        self.shown = True

    activate = show


IDS = [f"rtm:{example.file}" for example in example_models.EXAMPLES]


def made(model):
    return QgsApplication.processingRegistry().createAlgorithmById(model)


def test_the_toolbox_has_them_in_a_group_of_their_own(provider):
    assert sorted(one.id() for one in provider.algorithms() if one.groupId() == "examples") == sorted(IDS)
    for example, model in zip(example_models.EXAMPLES, map(made, IDS)):
        assert (model.displayName(), model.group()) == (example.name, example_models.GROUP)
        assert example.about[:40] in model.shortHelpString()
        assert all(output.description() for output in model.outputDefinitions())


@pytest.mark.parametrize("model", IDS)
def test_they_are_valid_and_all_that_they_ask_for_is_explained(provider, model):
    model = made(model)
    valid, problems = model.validate()
    assert valid, problems
    asked = {one.name() for one in model.parameterDefinitions()}
    assert asked and asked <= {key for key, text in model.helpContent().items() if text}


@pytest.mark.parametrize("example", example_models.EXAMPLES, ids=IDS)
def test_the_files_are_what_the_script_writes(provider, example, tmp_path):
    if Qgis.QGIS_VERSION_INT >= 32300:
        pytest.skip("models are written with QGIS 3.22: later ones write another form of the same")
    written = tmp_path / "example.model3"
    example_models.write(example_models.build(example), written)
    assert filecmp.cmp(written, example_models.FOLDER / f"{example.file}.model3", shallow=False)


def test_a_copy_for_the_model_designer_is_a_model_of_the_users_own(provider, monkeypatch):
    opened = []
    window = SimpleNamespace(ModelerDialog=Designer(opened))
    monkeypatch.setitem(sys.modules, "processing.modeler.ModelerDialog", window)
    entry, toolbox = OpenCopy(), None
    entry.setData(made("rtm:report"), toolbox)
    assert not entry.isEnabled()
    entry.setData(made("rtm:example_two_factors"), toolbox)
    assert entry.isEnabled()
    entry.execute()
    (model,) = opened
    assert type(model) is QgsProcessingModelAlgorithm and model.sourceFilePath() == ""
    assert model.toVariant() == made("rtm:example_two_factors").toVariant()
    assert model.validate()[0]


def test_the_results_of_a_model_arrive_styled(provider, town, load_results, tmp_path):
    model = made("rtm:example_two_factors")
    project = QgsProject()
    context, feedback = QgsProcessingContext(), QgsProcessingFeedback()
    context.setProject(project)
    context.setFeedback(feedback)
    for layer in (town.area, town.incidents, town.bars, town.shops):
        project.addMapLayer(layer.clone())
    by_name = {layer.name(): layer.id() for layer in project.mapLayers().values()}
    outputs = {
        name: QgsProcessingOutputLayerDefinition(str(tmp_path / file), project)
        for name, file in (("model:Risk terrain", "risk.tif"), ("model:Model table", "model.csv"))
    }
    inputs = {"STUDY_AREA": "Town", "INCIDENTS": "thefts", "BARS": "bars", "BUS_STOPS": "shops"}
    parameters = {**{key: by_name[name] for key, name in inputs.items()}, **outputs}
    results, ok = model.run(parameters, context, feedback)
    assert ok, feedback.textLog()
    load_results(model, context, feedback)
    (terrain,) = (one for one in project.mapLayers().values() if isinstance(one, QgsRasterLayer))
    assert terrain.name() == "Risk terrain"
    labels = [label for label, _ in terrain.renderer().legendSymbologyItems()]
    assert len(labels) == 4
    assert "rtm:riskterrainmodel, seed 1" in terrain.metadata().history()[0]
    assert results["CHILD_RESULTS"]["model"]["N_CELLS"] == 1600
    project.clear()


def test_no_result_replaces_what_a_later_step_reads(provider, town, tmp_path):
    """The first step knows nothing of the streets, and the second would read what is left of them."""
    streets = tmp_path / "streets.geojson"
    streets.write_text('{"type": "FeatureCollection", "features": []}', encoding="utf-8")
    model, context = made("rtm:example_places_and_report"), QgsProcessingContext()
    inputs = {"STUDY_AREA": town.area, "INCIDENTS": town.incidents, "FACTORS": [town.bars], "STREETS": str(streets)}
    results = {one.name(): "TEMPORARY_OUTPUT" for one in model.destinationParameterDefinitions()}
    asked = {**inputs, **results}
    ok, why = model.checkParameterValues({**asked, "places:Priority places": str(streets)}, context)
    assert not ok and "'Priority places' would replace the file" in why and "'Streets'" in why
    beside = {"model:Model file": str(tmp_path / "a.json"), "report:Report": str(tmp_path / "a.run.json")}
    ok, why = model.checkParameterValues({**asked, **beside}, context)
    assert not ok and "a.run.json" in why


def rows(path):
    layer = QgsVectorLayer(str(path), "table", "ogr")
    assert layer.isValid()
    return [(feature.attributes(), feature.geometry().asWkt(3)) for feature in layer.getFeatures()]


def bands(path):
    raster = gdal.Open(str(path))
    return raster.ReadAsArray()


def test_places_and_report_gives_what_its_parts_give(run, town, make_layer, tmp_path):
    factors = [town.bars, town.shops]
    streets = make_layer("streets", "LineString", [ROAD], fields=["called:string"], rows=[["High Street"]])
    area = {"STUDY_AREA": town.area}
    names = {"risk.tif", "factors.csv", "model.json", "places.gpkg", "report.html"}
    alone, together = ({name: str(tmp_path / folder / name) for name in names} for folder in ("alone", "together"))
    run(
        "rtm:riskterrainmodel",
        {**area, "INCIDENTS": town.incidents, "FACTORS": factors, "BLOCK_LENGTH": 120},
        RISK_TERRAIN=alone["risk.tif"],
        MODEL_TABLE=alone["factors.csv"],
        MODEL=alone["model.json"],
    )
    from_model = {**area, "RISK_TERRAIN": alone["risk.tif"], "MODEL": alone["model.json"]}
    run(
        "rtm:priorityplaces",
        {**from_model, "FACTORS": factors, "INCIDENTS": town.incidents, "NAMES": streets, "NAMES_FIELD": "called"},
        PLACES=alone["places.gpkg"],
    )
    run("rtm:report", from_model, PLACES=alone["places.gpkg"], REPORT=alone["report.html"])
    run(
        "rtm:example_places_and_report",
        {**area, "INCIDENTS": town.incidents, "FACTORS": factors, "BLOCK_LENGTH": 120},
        **{
            "STREETS": streets,
            "NAME_FIELD": "called",
            "model:Risk terrain": together["risk.tif"],
            "model:Model table": together["factors.csv"],
            "model:Model file": together["model.json"],
            "places:Priority places": together["places.gpkg"],
            "report:Report": together["report.html"],
        },
    )
    for name in ("factors.csv", "model.json", "report.html"):
        assert filecmp.cmp(alone[name], together[name], shallow=False), name
    np.testing.assert_array_equal(bands(alone["risk.tif"]), bands(together["risk.tif"]))
    assert rows(alone["places.gpkg"]) == rows(together["places.gpkg"]) != []


def test_before_and_after_gives_what_its_parts_give(run, town, make_layer, tmp_path):
    earlier, later = (
        make_layer(name, "Point", [one.geometry().asWkt() for one in town.incidents.getFeatures()][part::2])
        for part, name in enumerate(("earlier", "later"))
    )
    factors = [town.bars, town.shops]
    terrain, table, report = (str(tmp_path / name) for name in ("risk.tif", "alone.csv", "alone.html"))
    run(
        "rtm:riskterrainmodel",
        {"STUDY_AREA": town.area, "INCIDENTS": earlier, "FACTORS": factors},
        RISK_TERRAIN=terrain,
        MODEL_TABLE=str(tmp_path / "factors.csv"),
        MODEL=str(tmp_path / "model.json"),
    )
    run(
        "rtm:validate",
        {"RISK_TERRAINS": [terrain], "INCIDENTS": later, "EARLIER_INCIDENTS": earlier, "STUDY_AREA": town.area},
        TABLE=table,
        REPORT=report,
    )
    places = run(
        "rtm:priorityplaces",
        {"RISK_TERRAIN": terrain, "MODEL": str(tmp_path / "model.json"), "FACTORS": factors, "STUDY_AREA": town.area},
        INCIDENTS=later,
        PLACES=str(tmp_path / "places.gpkg"),
    )
    together = tmp_path / "together"
    run(
        "rtm:example_before_and_after",
        {"STUDY_AREA": town.area, "EARLIER": earlier, "LATER": later, "FACTORS": factors},
        **{
            "model:Risk terrain": str(together / "risk.tif"),
            "model:Model table": str(together / "factors.csv"),
            "validation:Validation": str(together / "validation.csv"),
            "validation:Validation report": str(together / "validation.html"),
            "places:Priority places": str(together / "places.gpkg"),
        },
    )
    np.testing.assert_array_equal(bands(terrain), bands(together / "risk.tif"))
    assert filecmp.cmp(table, together / "validation.csv", shallow=False)
    assert filecmp.cmp(report, together / "validation.html", shallow=False)
    assert rows(places["PLACES"]) == rows(together / "places.gpkg") != []
