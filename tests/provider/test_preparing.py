"""From raw files to a model: imported incidents, split places and stamped factors go straight in."""

import pytest
from qgis import processing
from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProcessingModelParameter,
    QgsProcessingParameterFeatureSource,
    QgsRasterLayer,
)

pytestmark = pytest.mark.usefixtures("provider")
TEMPORARY = "TEMPORARY_OUTPUT"


def test_the_city_of_london_from_its_raw_files_alone(shared_data, tmp_path):
    raw = shared_data / "raw"
    before = processing.run(
        "rtm:importincidents",
        {"FILES": [str(raw / "2014-09-city-of-london-street.csv")], "OUTPUT": TEMPORARY},
    )["OUTPUT"]
    incidents = processing.run(
        "rtm:importincidents",
        {"FILES": [str(raw / "2017-03-city-of-london-street.csv")], "OUTPUT": TEMPORARY},
    )["OUTPUT"]
    assert (before.featureCount(), incidents.featureCount()) == (490, 686)

    metres = processing.run(
        "native:reprojectlayer", {"INPUT": incidents, "TARGET_CRS": "EPSG:27700", "OUTPUT": TEMPORARY}
    )["OUTPUT"]
    area = processing.run("qgis:minimumboundinggeometry", {"INPUT": metres, "TYPE": 3, "OUTPUT": TEMPORARY})
    factors = processing.run(
        "rtm:splitfactors",
        {
            "INPUT": before,
            "CLASS_FIELD": "type",
            "KEEP": "drugs;shoplifting",
            "OUTPUT": str(tmp_path / "f.gpkg"),
        },
    )["LAYERS"]
    results = processing.run(
        "rtm:riskterrainmodel",
        {
            "STUDY_AREA": area["OUTPUT"],
            "INCIDENTS": incidents,
            "FACTORS": factors,
            "RISK_TERRAIN": str(tmp_path / "risk.tif"),
            "MODEL_TABLE": TEMPORARY,
        },
    )
    assert results["N_INCIDENTS"] == 686 and results["N_SELECTED"] >= 1
    assert QgsRasterLayer(results["RISK_TERRAIN"]).isValid()


def _child(model, name, algorithm, **sources):
    child = QgsProcessingModelChildAlgorithm(algorithm)
    child.setChildId(name)
    for key, source in sources.items():
        child.addParameterSources(key, source if isinstance(source, list) else [source])
    model.addChildAlgorithm(child)
    return child


def _value(value):
    return QgsProcessingModelChildParameterSource.fromStaticValue(value)


def test_places_and_factors_are_wired_in_a_model(town, make_layer, tmp_path):
    bars = list(town.bars.getFeatures())
    kinds = [("pub",)] * 6 + [("night club",)] * (len(bars) - 6)
    wkts = [feature.geometry().asWkt() for feature in bars]
    places = make_layer("places", "Point", wkts, fields=("fclass:string",), rows=kinds)

    model = QgsProcessingModelAlgorithm("town", "town")
    for name in ("area", "incidents", "places", "shops"):
        model.addModelParameter(QgsProcessingParameterFeatureSource(name, name), QgsProcessingModelParameter(name))

    def given(name):
        return QgsProcessingModelChildParameterSource.fromModelParameter(name)

    def output(child, name):
        return QgsProcessingModelChildParameterSource.fromChildOutput(child, name)

    _child(model, "split", "rtm:splitfactors", INPUT=given("places"), LOAD=_value(False))
    _child(
        model, "shop", "rtm:riskfactor",
        INPUT=given("shops"), NAME=_value("corner shops"), DIRECTION=_value("protective"),
    )  # fmt: skip
    final = _child(
        model, "model", "rtm:riskterrainmodel",
        STUDY_AREA=given("area"), INCIDENTS=given("incidents"),
        FACTORS=[output("split", "LAYERS"), output("shop", "OUTPUT")], OPERATIONALISATION=_value("proximity"),
    )  # fmt: skip
    wanted = QgsProcessingModelOutput("risk", "risk")
    wanted.setChildId("model")
    wanted.setChildOutputName("RISK_TERRAIN")
    final.setModelOutputs({"risk": wanted})
    model.childAlgorithm("model").setModelOutputs({"risk": wanted})
    model.updateDestinationParameters()

    context, feedback = QgsProcessingContext(), QgsProcessingFeedback()
    risk = str(tmp_path / "risk.tif")
    parameters = {
        "area": town.area,
        "incidents": town.incidents,
        "places": places,
        "shops": town.shops,
        "model:risk": risk,
    }
    results, ok = model.run(parameters, context, feedback)
    assert ok, feedback.textLog()
    children = results["CHILD_RESULTS"]
    assert children["split"]["N_FACTORS"] == 2
    # proximity of two kinds of bars in six bands each, and the shops with the settings that they carry
    assert children["model"]["N_CANDIDATES"] > 12
    assert QgsRasterLayer(risk).isValid()
