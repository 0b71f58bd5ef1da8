"""Explanations inside QGIS: tables whose factors make up the score, for points, polygons and places."""

import math

import numpy as np
import pytest
from attributes import rows
from osgeo import gdal
from qgis.core import NULL, QgsProcessingException


def explain_place(fitted, **parameters):
    import processing

    parameters = {
        "MODEL": fitted.model,
        "FACTORS": list(fitted.factors.values()),
        "OUTPUT": "memory:",
        **parameters,
    }
    return processing.run("rtm:explainplace", parameters)


def by_place(table):
    places = {}
    for row in rows(table):
        places.setdefault(row["place"], []).append(row)
    return places


def score_at(fitted, x, y):
    dataset = gdal.Open(fitted.terrain)
    x0, size, _, y0, _, _ = dataset.GetGeoTransform()
    scores = dataset.GetRasterBand(1).ReadAsArray()
    return scores[int((y0 - y) / size), int((x - x0) / size)]


def test_the_parts_make_up_the_score_of_points(fitted, make_layer):
    xy = np.random.RandomState(2).uniform((530010, 180010), (531990, 181990), (40, 2)).tolist()
    points = make_layer("asked", "Point", [f"Point({x} {y})" for x, y in xy])
    result = explain_place(fitted, INPUT=points, PLACES="memory:")
    places = by_place(result["OUTPUT"])
    assert len(places) == result["N_PLACES"] == 40
    acting = 0
    for (x, y), (name, parts) in zip(xy, places.items()):
        score = parts[0]["rrs"]
        assert score == pytest.approx(score_at(fitted, x, y), rel=1e-9)
        total = math.log(parts[0]["base"]) + sum(math.log(row["multiplier"]) for row in parts)
        assert total == pytest.approx(math.log(score), abs=1e-9)
        for row in parts:
            acting += row["acts_percent"] == 100
            assert row["rrs_without"] == pytest.approx(score / row["multiplier"], rel=1e-9)
            assert row["distance" if row["operationalisation"] == "density" else "density_per_ha"] == NULL
            if row["operationalisation"] == "density":
                acts = row["density_per_ha"] >= row["high_density_per_ha"]
            else:
                acts = row["distance"] <= row["influence"]
            assert acts == (row["acts_percent"] == 100) == (row["words"] != NULL)
        assert name.startswith("Place ")
    assert acting > 1
    explained = rows(result["PLACES"])
    assert [row["rrs"] for row in explained] == [parts[0]["rrs"] for parts in places.values()]
    assert result["SENTENCES"].split("\n") == [row["explanation"] for row in explained]


def test_polygons_have_the_cells_whose_centroids_they_hold(fitted, make_layer):
    wkts = [
        "Polygon((530100 180100, 530400 180100, 530400 180300, 530100 180300, 530100 180100))",
        "Polygon((530501 180501, 530510 180501, 530510 180510, 530501 180501))",  # holds no centroid
        "MultiPolygon(((531000 181000, 531100 181000, 531100 181100, 531000 181000)),((531500 181500, "
        "531600 181500, 531600 181600, 531500 181600, 531500 181500)))",
    ]
    areas = make_layer("areas", "MultiPolygon", wkts, fields=["title:string"], rows=[["Market"], ["Kiosk"], ["Estate"]])
    result = explain_place(fitted, INPUT=areas, PLACE_FIELD="title", PLACES="memory:")
    places = by_place(result["OUTPUT"])
    assert {name: parts[0]["cells"] for name, parts in places.items()} == {
        "Market": 24,
        "Kiosk": 1,
        "Estate": 7,
    }
    wanted = [score_at(fitted, x, y) for x in range(530125, 530400, 50) for y in range(180125, 180300, 50)]
    assert places["Market"][0]["rrs"] == pytest.approx(np.mean(wanted), rel=1e-9)
    for parts in places.values():
        total = parts[0]["base"] * math.prod(row["multiplier"] for row in parts)
        assert total == pytest.approx(parts[0]["rrs"], rel=1e-8)
        for row in parts:
            full = row["rrv"] if row["direction"] == "aggravating" else 1 / row["rrv"]
            share = row["acts_percent"]
            assert row["multiplier"] == pytest.approx(full if share == 100 else 1.0, rel=1e-9) or 0 < share < 100
            assert min(1, full) <= row["multiplier"] * (1 + 1e-9) and row["multiplier"] <= max(1, full) * (1 + 1e-9)
    assert any(0 < row["acts_percent"] < 100 for row in places["Market"])
    assert [feature.geometry().isMultipart() for feature in result["PLACES"].getFeatures()] == [True] * 3
    assert "Market, 24 cells, has a mean relative risk score of" in result["SENTENCES"]


def test_priority_places_have_the_scores_that_they_were_given(fitted):
    import processing

    found = processing.run("rtm:priorityplaces", {"RISK_TERRAIN": fitted.terrain, "SMOOTH": True, "PLACES": "memory:"})[
        "PLACES"
    ]
    result = explain_place(fitted, INPUT=found, PLACE_FIELD="label", RISK_TERRAIN=fitted.terrain)
    places = by_place(result["OUTPUT"])
    for place in rows(found):
        assert places[place["label"]][0]["rrs"] == pytest.approx(place["rrs_mean"], rel=1e-9)
        assert places[place["label"]][0]["cells"] == place["cells"]


def test_one_point_in_another_crs(fitted):
    (bar,) = (feature.geometry().asPoint() for feature in list(fitted.factors["bars"].getFeatures())[:1])
    here = explain_place(fitted, POINT=f"{bar.x()},{bar.y()} [EPSG:27700]")
    assert here["N_PLACES"] == 1
    assert here["RRS"] == pytest.approx(score_at(fitted, bar.x(), bar.y()), rel=1e-9)
    assert here["SENTENCES"].startswith("This place has a relative risk score of")
    (bars,) = (row for row in rows(here["OUTPUT"]) if row["factor"] == "bars")
    assert bars["features"].split(", ")[0] == "The A"
    from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsProject

    british, degrees = (QgsCoordinateReferenceSystem(f"EPSG:{code}") for code in (27700, 4326))
    far = QgsCoordinateTransform(british, degrees, QgsProject.instance()).transform(bar)
    there = explain_place(fitted, POINT=f"{far.x()},{far.y()} [EPSG:4326]")
    assert there["SENTENCES"] == here["SENTENCES"]


def test_places_outside_are_counted(fitted, make_layer):
    import processing
    from qgis.core import QgsProcessingFeedback

    class Feedback(QgsProcessingFeedback):
        warnings = []

        def pushWarning(self, text):
            self.warnings.append(text)

    points = make_layer("asked", "Point", ["Point(531000 181000)", "Point(560000 181000)"])
    parameters = {"MODEL": fitted.model, "FACTORS": list(fitted.factors.values()), "INPUT": points}
    processing.run("rtm:explainplace", {**parameters, "OUTPUT": "memory:"}, feedback=Feedback())
    assert Feedback.warnings == ["Places outside the risk terrain, which are left out: 1."]
    outside = make_layer("asked", "Point", ["Point(560000 181000)"])
    with pytest.raises(QgsProcessingException, match="None of the 1 places to explain lies in a cell"):
        explain_place(fitted, INPUT=outside)
    with pytest.raises(QgsProcessingException, match="No place is given"):
        explain_place(fitted)


def test_what_terrain_and_history_expect_is_split(fitted, make_layer):
    """Landscape, around and here are the bands of the place's cells; without being asked for, nothing is told."""
    data = gdal.Open(fitted.terrain)
    joined, around, here = (data.GetRasterBand(number).ReadAsArray() for number in (3, 4, 5))
    x0, size, _, y0, _, _ = data.GetGeoTransform()
    square = make_layer("asked", "Polygon", ["Polygon((530300 180300, 530700 180300, 530700 180600, 530300 180300))"])
    asked = {"RISK_TERRAIN": fitted.terrain, "INPUT": square, "PLACES": "memory:"}
    result = explain_place(fitted, **asked, RISK="terrain_and_history")
    (place,) = rows(result["PLACES"])
    inside = []
    for row, col in np.ndindex(joined.shape):
        x, y = x0 + (col + 0.5) * size, y0 - (row + 0.5) * size
        if y > 180300 and x < 530700 and (y - 180300) / (x - 530300) < 0.75 and x > 530300:
            inside.append((row, col))
    assert len(inside) == place["cells"]
    cells = tuple(np.array(inside).T)
    assert place["here"] == pytest.approx(here[cells].sum(), rel=1e-9, abs=1e-12)
    assert place["around"] == pytest.approx(around[cells].sum(), rel=1e-9)
    assert place["landscape"] == pytest.approx((joined - around - here)[cells].sum(), rel=1e-9)
    assert "Given terrain and history" in place["explanation"]
    (plain,) = rows(explain_place(fitted, **asked)["PLACES"])
    assert plain["here"] == NULL and "Given terrain and history" not in plain["explanation"]
