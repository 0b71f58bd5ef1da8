"""``rtm:checkinputs`` and ``rtm:blocklength``: what is known before a model is fitted."""

import pytest
from attributes import rows
from log import Log
from qgis.core import QgsProcessingException
from town import X, Y

CHECK, MODEL = "rtm:checkinputs", "rtm:riskterrainmodel"


@pytest.fixture
def parameters(town):
    return {"STUDY_AREA": town.area, "INCIDENTS": town.incidents, "FACTORS": [town.bars, town.shops, town.road]}


def test_it_counts_what_the_model_counts_and_suggests_what_auto_does(run, parameters, town):
    found = run(CHECK, {**parameters, "OUTPUT": "memory:"})
    model = run(MODEL, {**parameters, "OPERATIONALISATION": "auto", "RISK_TERRAIN": "TEMPORARY_OUTPUT"}, said := Log())
    assert found["N_CELLS"] == model["N_CELLS"]
    assert found["N_INCIDENTS_INSIDE"] == model["N_INCIDENTS"]
    assert found["N_INCIDENTS"] == model["N_INCIDENTS"] + model["N_INCIDENTS_OUTSIDE"]
    table = {row["factor"]: row for row in rows(found["OUTPUT"])}
    assert list(table) == ["bars", "road", "shops"] and found["N_FACTORS"] == 3 and not found["N_PROBLEMS"]
    for name in ("bars", "shops"):
        sentence = "Risk factor '{factor}': {suggested}, because {why}.".format(**table[name])
        assert any(sentence in text for text in said.texts)
    assert table["road"]["suggested"] == "proximity" and "lines" in table["road"]["why"]
    assert all("in the study area" in row["features"] for row in table.values())


def test_one_bad_layer_is_a_row_and_the_others_are_checked(run, parameters, make_layer, town):
    empty = make_layer("nothing", "Point", [])
    astray = make_layer("elsewhere", "Point", ["POINT(1 1)"])
    again = make_layer("bars", "Point", [f"POINT({X + 10} {Y + 10})"])
    asked = {**parameters, "FACTORS": [*parameters["FACTORS"], empty, astray, again], "OUTPUT": "memory:"}
    found = run(CHECK, asked)
    problems = [(row["factor"], row["problem"]) for row in rows(found["OUTPUT"]) if row["problem"]]
    assert [name for name, _ in problems] == ["bars", "elsewhere", "nothing"] and found["N_PROBLEMS"] == 3
    assert "Two risk factors are called 'bars'" in problems[0][1]
    assert "has no feature: leave its layer out" in problems[2][1]
    with pytest.raises(QgsProcessingException):
        run(MODEL, {**asked, "OUTPUT": None, "RISK_TERRAIN": "TEMPORARY_OUTPUT"})


def test_incidents_alone_are_counted_as_they_are_chosen(run, town):
    found = run(CHECK, {"STUDY_AREA": town.area, "INCIDENTS": town.incidents, "INCIDENT_FILTER": "$id <= 100"})
    assert found["N_INCIDENTS"] == 100 and found["N_FACTORS"] == 0 and "OUTPUT" not in found


def test_the_block_length_is_that_of_the_streets(run, town, make_layer):
    across = [f"LINESTRING({X} {Y + 150 * row}, {X + 1000} {Y + 150 * row})" for row in range(5)]
    # drawn without vertices at the junctions they would never meet: so each is cut there
    streets = []
    for row in range(5):
        for column in range(5):
            x, y = X + 90 * column, Y + 150 * row
            streets += [f"LINESTRING({x} {y}, {x + 90} {y})", f"LINESTRING({x} {y}, {x} {y + 150})"]
    layer = make_layer("streets", "LineString", streets)
    found = run("rtm:blocklength", {"STUDY_AREA": town.area, "STREETS": layer})
    assert found["LOWER_QUARTILE"] == 90 and found["UPPER_QUARTILE"] == 150 and found["N_BLOCKS"] == 39
    with pytest.raises(QgsProcessingException, match="have no block between two junctions in study area 'Town'"):
        run("rtm:blocklength", {"STUDY_AREA": town.area, "STREETS": make_layer("apart", "LineString", across)})
