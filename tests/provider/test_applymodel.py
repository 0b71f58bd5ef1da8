"""What if: the same layers change nothing, fewer bars change what the model says, and the map shows it."""

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from log import Log
from osgeo import gdal
from qgis.core import (
    QgsApplication,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputLayerDefinition,
    QgsProject,
    QgsRasterLayer,
)

from risk_terrain_modelling.processing_provider.writing import applicability_style, place_styles
from risk_terrain_modelling.rtm_plugin.model.risk_terrain_model import Adjustment, RiskTerrainModel


def apply_model(fitted, factors, folder, log=None, **parameters):
    import processing

    parameters = {
        "MODEL": fitted.model,
        "FACTORS": factors,
        "RISK_TERRAIN_BEFORE": fitted.terrain,
        "RISK_TERRAIN": str(folder / "new.tif"),
        "DIFFERENCE": str(folder / "difference.tif"),
        **parameters,
    }
    return processing.run("rtm:applymodel", parameters, feedback=log)


def bands(path):
    dataset = gdal.Open(str(path))
    return [dataset.GetRasterBand(number).ReadAsArray() for number in range(1, dataset.RasterCount + 1)]


def test_the_same_layers_change_nothing(fitted, tmp_path):
    result = apply_model(fitted, list(fitted.factors.values())[::-1], tmp_path)
    for before, after in zip(bands(fitted.terrain), bands(tmp_path / "new.tif")):
        assert after == pytest.approx(before, rel=1e-10)
    assert not any(band.any() for band in bands(tmp_path / "difference.tif"))
    assert result["N_CELLS_CHANGED"] == result["N_CELLS_LOWER"] == result["N_CELLS_HIGHER"] == 0
    assert result["EXPECTED_AFTER"] == pytest.approx(result["EXPECTED_BEFORE"], rel=1e-9)
    assert result["EXPECTED_CHANGE"] == result["EXPECTED_CHANGE_PERCENT"] == 0
    assert result["N_HIGHEST_AFTER"] == result["N_HIGHEST_BEFORE"] > 0
    again = tmp_path / "again"
    apply_model(fitted, list(fitted.factors.values()), again)
    for name in ("new.tif", "difference.tif"):
        assert (again / name).read_bytes() == (tmp_path / name).read_bytes()


def test_closed_bars_lower_the_risk_around_them_and_nowhere_else(fitted, make_layer, tmp_path):
    open_bars = [feature.geometry() for feature in fitted.factors["bars"].getFeatures()][3:]
    closed = [feature.geometry() for feature in fitted.factors["bars"].getFeatures()][:3]
    bars = make_layer("bars", "Point", [one.asWkt() for one in open_bars])
    result = apply_model(fitted, [bars, *list(fitted.factors.values())[1:]], tmp_path)
    before, after, change = (
        bands(path) for path in (fitted.terrain, tmp_path / "new.tif", tmp_path / "difference.tif")
    )
    for number in (0, 1):
        assert change[number] == pytest.approx(after[number] - before[number], abs=1e-6)
    lower = change[0] < 0
    assert result["N_CELLS_CHANGED"] == result["N_CELLS_LOWER"] == lower.sum() > 0
    assert result["EXPECTED_CHANGE"] == pytest.approx(after[1].sum() - before[1].sum())
    percent = 100 * (after[1].sum() / before[1].sum() - 1)
    assert result["EXPECTED_CHANGE_PERCENT"] == pytest.approx(percent)
    assert result["N_HIGHEST_AFTER"] < result["N_HIGHEST_BEFORE"]
    model = RiskTerrainModel.from_json(Path(fitted.model).read_text(encoding="utf-8"))
    (chosen,) = (one for one in model.selected if one.variable.factor == "bars")
    assert after[0][lower] == pytest.approx(before[0][lower] / chosen.rrv, rel=1e-9)
    for row, col in np.argwhere(lower).tolist():
        x, y = 530000 + (col + 0.5) * 50, 182000 - (row + 0.5) * 50
        near = min(np.hypot(bar.asPoint().x() - x, bar.asPoint().y() - y) for bar in closed)
        assert near <= chosen.variable.distance


def test_a_factor_may_lose_its_last_feature_or_gain_some(fitted, make_layer, tmp_path):
    others = list(fitted.factors.values())[1:]
    none = apply_model(fitted, [make_layer("bars", "Point", []), *others], tmp_path)
    assert none["RRS_MAX"] < 3
    everywhere = [f"Point({x} {y})" for x in range(530010, 532000, 40) for y in range(180010, 182000, 40)]
    many = apply_model(fitted, [make_layer("bars", "Point", everywhere), *others], tmp_path / "many")
    assert many["N_CELLS_HIGHER"] > 0
    assert many["N_CELLS_LOWER"] == 0


def test_elsewhere_without_a_risk_terrain_before(fitted, make_layer, tmp_path):
    area = make_layer("North", "Polygon", ["Polygon((530000 181000, 532000 181000, 532000 182500, 530000 181000))"])
    result = apply_model(fitted, list(fitted.factors.values()), tmp_path, RISK_TERRAIN_BEFORE=None, STUDY_AREA=area)
    assert "DIFFERENCE" not in result
    assert "EXPECTED_BEFORE" not in result
    assert not (tmp_path / "difference.tif").exists()
    shared = bands(fitted.terrain)[0][:20, 30:]
    assert bands(tmp_path / "new.tif")[0][10:30, 30:40] == pytest.approx(shared, rel=1e-9)


def test_both_maps_arrive_painted(fitted, make_layer, load_results, tmp_path):
    project, feedback = QgsProject(), QgsProcessingFeedback()
    context = QgsProcessingContext()
    context.setProject(project)
    context.setFeedback(feedback)
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("rtm:applymodel")
    factors = [make_layer("bars", "Point", []), *list(fitted.factors.values())[1:]]
    files = {
        key: QgsProcessingOutputLayerDefinition(str(tmp_path / f"{key}.tif"), project)
        for key in ("RISK_TERRAIN", "DIFFERENCE")
    }
    inputs = {"MODEL": fitted.model, "FACTORS": factors, "RISK_TERRAIN_BEFORE": fitted.terrain}
    _, ok = algorithm.run({**inputs, **files}, context, feedback)
    assert ok, feedback.textLog()
    load_results(algorithm, context, feedback)
    legends = {
        made.name(): [label for label, _ in made.renderer().legendSymbologyItems()]
        for made in project.mapLayers().values()
    }
    assert legends["New risk terrain"][-1].startswith("Highest risk: above mean + 2 SD")
    threshold = f"(over {fitted.numbers['HIGHEST_RISK_THRESHOLD']:.3g})"
    assert legends["New risk terrain"][-1].endswith(threshold), "the model's own classes"
    assert [label.split(" (")[0] for label in legends["Difference"]] == [
        "Lower by more than 1 SD",
        "Lower risk",
        "No change",
        "Higher risk",
        "Higher by more than 1 SD",
    ]
    project.clear()


@pytest.fixture
def another_place(fitted, make_layer, tmp_path):
    """The model on a square to the north, whose only bar and shop stand in its corner; and what the log says."""
    import processing

    area = make_layer("North", "Polygon", ["Polygon((530000 184000, 532000 184000, 532000 186000, 530000 186000))"])
    places = dict.fromkeys(("bars", "shops"), ("Point", ["Point(530010 184010)"]))
    factors = [make_layer(name, *places.get(name, ("LineString", ["LineString(0 0, 1 1)"]))) for name in fitted.factors]
    log = Log()
    asked = {"MODEL": fitted.model, "FACTORS": factors, "STUDY_AREA": area, "RISK_TERRAIN": str(tmp_path / "new.tif")}
    result = processing.run("rtm:applymodel", {**asked, "APPLICABILITY": str(tmp_path / "unlike.tif")}, feedback=log)
    return result, log, asked


def test_a_new_place_says_where_it_is_unlike_and_what_makes_it_so(fitted, another_place, tmp_path):
    result, log, _ = another_place
    unlike, driver, beyond, alike = bands(tmp_path / "unlike.tif")
    outside = int((unlike > 0).sum())
    assert outside == result["N_CELLS_OUTSIDE"] > 40 and result["OUTSIDE_PERCENT"] == outside / 16
    assert result["N_CELLS_BEYOND"] == (beyond > 0).sum() and result["N_CELLS_UNSEEN"] == (alike < 10).sum()
    assert ((driver > 0) == (unlike > 0)).all()
    assert result["APPLIES"].startswith(f"{outside:,} of 1,600 cells")
    assert any(text.startswith(f"{outside:,} of 1,600 cells") for text in log.warnings)
    model = RiskTerrainModel.from_json(Path(fitted.model).read_text(encoding="utf-8"))
    dataset = gdal.Open(str(tmp_path / "unlike.tif"))
    items = dataset.GetRasterBand(2).GetMetadata()
    said = [items[f"RTM_FACTOR_{number}"] for number in range(1, len(model.selected) + 1)]
    assert [one.split(",")[0] for one in said] == [one.variable.factor for one in model.selected]
    most = said[np.bincount(driver[driver > 0].astype(int)).argmax() - 1]
    assert f"how many of them: {most} (" in result["APPLIES"]


def test_in_its_own_place_a_model_is_at_home(fitted, tmp_path):
    factors = list(fitted.factors.values())
    asked = {"APPLICABILITY": str(tmp_path / "unlike.tif"), "FEWEST_CELLS": 1000}
    result = apply_model(fitted, factors, tmp_path, **asked)
    assert result["N_CELLS_OUTSIDE"] == result["OUTSIDE_PERCENT_OF_FIT"] == 0
    assert result["N_CELLS_BEYOND"] == result["N_CELLS_ABOVE"] == 0
    unlike, driver, _, alike = bands(tmp_path / "unlike.tif")
    assert not np.clip(unlike, 0, None).any() and not driver[unlike == 0].any() and alike[unlike == 0].min() >= 1
    assert (alike[unlike == 0] < 1000).any(), "rare combinations, too, are told as seen"
    assert "it has seen them all" in result["APPLIES"]
    apply_model(fitted, factors, tmp_path / "2", **{**asked, "APPLICABILITY": str(tmp_path / "again.tif")})
    assert (tmp_path / "again.tif").read_bytes() == (tmp_path / "unlike.tif").read_bytes()


def test_a_model_of_an_earlier_version_is_applied_and_says_what_it_lacks(fitted, another_place, tmp_path):
    import processing

    model = RiskTerrainModel.from_json(Path(fitted.model).read_text(encoding="utf-8"))
    old, log = tmp_path / "old.json", Log()
    content = json.loads(replace(model, seen=None).to_json())
    del content["seen"]
    old.write_text(json.dumps(content), encoding="utf-8")
    asked = {**another_place[2], "MODEL": str(old), "APPLICABILITY": str(tmp_path / "none.tif")}
    result = processing.run("rtm:applymodel", asked, feedback=log)
    assert "N_CELLS_OUTSIDE" not in result and "APPLICABILITY" not in result and not (tmp_path / "none.tif").exists()
    sentence = "Model 'old.json': The file does not hold which combinations of factors the model was fitted to"
    assert any(text.startswith(sentence) for text in log.warnings) and result["APPLIES"].startswith(sentence)
    assert result["RRS_MAX"] == another_place[0]["RRS_MAX"]


def test_rasters_have_their_look_beside_them(fitted, tmp_path):
    """As qgis_process writes them: whoever opens a file in another project sees its classes."""
    files = {key: str(tmp_path / f"{key}.tif") for key in ("DIFFERENCE", "APPLICABILITY")}
    apply_model(fitted, list(fitted.factors.values()), tmp_path, **files)
    legends = {}
    for path in tmp_path.glob("*.tif"):
        assert path.with_suffix(".qml").exists(), path
        layer = QgsRasterLayer(str(path), "opened")  # which looks for its style
        legends[path.stem] = [label for label, _ in layer.renderer().legendSymbologyItems()]
    assert len(legends) == 3 and legends["APPLICABILITY"][0] == "Seen: like cells of the fit"
    assert all(len(legend) >= 3 for legend in legends.values()), legends


def test_a_band_that_is_the_same_everywhere_is_no_error(fitted, tmp_path, capfd):
    """QGIS asks GDAL for a histogram of each band, of which a constant one has none: nothing of it is shown."""
    path = str(tmp_path / "a.tif")
    apply_model(fitted, list(fitted.factors.values()), tmp_path, APPLICABILITY=path)
    assert gdal.Open(path).GetRasterBand(3).ComputeRasterMinMax() == (0.0, 0.0)
    assert "ERROR" not in capfd.readouterr().err
    QgsRasterLayer(path, "with its look beside it")
    assert "ERROR" not in capfd.readouterr().err


def test_the_applicability_arrives_painted_with_a_style_for_the_factors(fitted, load_results, tmp_path):
    project, feedback = QgsProject(), QgsProcessingFeedback()
    context = QgsProcessingContext()
    context.setProject(project)
    context.setFeedback(feedback)
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("rtm:applymodel")
    files = {
        key: QgsProcessingOutputLayerDefinition(str(tmp_path / f"{key}.tif"), project)
        for key in ("RISK_TERRAIN", "APPLICABILITY")
    }
    inputs = {"MODEL": fitted.model, "FACTORS": list(fitted.factors.values()), "RISK_TERRAIN_BEFORE": fitted.terrain}
    _, ok = algorithm.run({**inputs, **files}, context, feedback)
    assert ok, feedback.textLog()
    load_results(algorithm, context, feedback)
    (layer,) = project.mapLayersByName("Applicability")
    legend = [label for label, _ in layer.renderer().legendSymbologyItems()]
    assert legend[0] == "Seen: like cells of the fit" and len(legend) == 4
    assert layer.styleManager().setCurrentStyle("Which factor makes the difference")
    assert layer.renderer().legendSymbologyItems()[1][0].startswith("bars, within")
    project.clear()


def test_the_diverging_scale_can_be_read_in_grey():
    colours = [colour for _, colour, _ in place_styles.difference_legend(2.0)]
    shown = [colour for _, colour, _ in applicability_style.dissimilarity_legend()]
    unlike = [0.299 * int(c[1:3], 16) + 0.587 * int(c[3:5], 16) + 0.114 * int(c[5:7], 16) for c in shown]
    assert max(np.diff(unlike)) < -15
    grey = sorted(0.299 * int(c[1:3], 16) + 0.587 * int(c[3:5], 16) + 0.114 * int(c[5:7], 16) for c in colours)
    assert min(np.diff(grey)) > 15


def test_bad_input_ends_in_one_sentence(fitted, town, make_layer, tmp_path):
    factors = list(fitted.factors.values())
    adjusted = tmp_path / "adjusted.json"
    model = RiskTerrainModel.from_json(Path(fitted.model).read_text(encoding="utf-8"))
    adjustment = Adjustment("income", 0.1, 0.01, 0.001, 20.0)
    adjusted.write_text(replace(model, adjustments=(adjustment,)).to_json(), encoding="utf-8")
    corner = "Polygon((699000 5700000, 700000 5700000, 700000 5701000, 699000 5700000))"
    cases = [
        ({"RISK_TERRAIN_BEFORE": None}, "Where to score is not given"),
        (
            {"FACTORS": factors[1:]},
            "Model 'model.json' needs risk factors for which there is no layer ('bars')",
        ),
        (
            {
                "RISK_TERRAIN_BEFORE": None,
                "STUDY_AREA": make_layer("Y", "Polygon", [corner], crs="EPSG:32630"),
            },
            "EPSG:32630",
        ),
        ({"MODEL": str(adjusted)}, "adjusts for income"),
        ({"RISK_TERRAIN": str(tmp_path / "new.asc")}, "asc"),
    ]
    for parameters, words in cases:
        with pytest.raises(QgsProcessingException) as raised:
            apply_model(fitted, parameters.get("FACTORS", factors), tmp_path / "out", **parameters)
        assert words in str(raised.value), parameters
        assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("split", (False, True), ids=("a layer each", "one layer split by a field"))
def test_features_left_out_are_as_if_their_layer_had_never_had_them(fitted, make_layer, tmp_path, split):
    bars, *others = fitted.factors.values()
    places = [feature.geometry().asWkt() for feature in bars.getFeatures()]
    numbered = make_layer(
        "all" if split else "bars",
        "Point",
        places,
        fields=("capacity:integer", "kind:string"),
        rows=[(number, "bars") for number in range(len(places))],
    )
    fewer = make_layer("bars", "Point", places[3:])
    by_hand = apply_model(fitted, [fewer, *others], tmp_path / "by hand")
    asked = {"WITHOUT": 'bars = "capacity" < 3', "FACTOR_FIELD": "kind" if split else ""}
    found = apply_model(fitted, [numbered, *others], tmp_path / "left out", **asked)
    assert {**found, "RISK_TERRAIN": 0, "DIFFERENCE": 0} == {**by_hand, "RISK_TERRAIN": 0, "DIFFERENCE": 0}
    for one, other in zip(bands(found["DIFFERENCE"]), bands(by_hand["DIFFERENCE"])):
        assert (one == other).all() and one.min() < 0


def test_a_whole_factor_left_out_acts_nowhere(fitted, make_layer, tmp_path):
    bars, *others = fitted.factors.values()
    gone, empty, left_out = make_layer("bars", "Point", []), Log(), Log()
    by_hand = apply_model(fitted, [gone, *others], tmp_path / "by hand", empty)
    found = apply_model(fitted, [bars, *others], tmp_path / "left out", left_out, WITHOUT="bars")
    assert "Risk factor 'bars' has no feature here: it acts nowhere." in empty.warnings
    said = f"Risk factor 'bars' is left out, with all its features: {bars.featureCount()}."
    assert said in left_out.texts and not left_out.warnings, "it was asked for"
    assert found["EXPECTED_AFTER"] == by_hand["EXPECTED_AFTER"] < found["EXPECTED_BEFORE"]


@pytest.mark.parametrize(
    "without, sentence",
    [
        ("pubs", "has no risk factor 'pubs' to leave features out of"),
        ('bars = "capacity" < 3', "which layer 'bars' does not have"),
        ("bars\nbars = $id = 1", "has two lines of what is left out"),
    ],
)
def test_what_cannot_be_left_out_is_refused(fitted, tmp_path, without, sentence):
    with pytest.raises(QgsProcessingException, match=sentence):
        apply_model(fitted, list(fitted.factors.values()), tmp_path, WITHOUT=without)
