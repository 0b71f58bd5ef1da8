"""Bad input through the real qgis_process: a sentence with the remedy, exit code 1, nothing left behind."""

import pytest


@pytest.fixture
def run(qgis_process, town, tmp_path):
    """Run the main job on the town, with changes; a value is a layer's name where the key is a layer's."""
    layers = ("STUDY_AREA", "INCIDENTS", "EXCLUDE", "FACTORS")

    def run(**changes):
        given = {"STUDY_AREA": "town", "INCIDENTS": "thefts", "FACTORS": ["bars", "shops"], **changes}
        for key in layers:
            if key in given:
                names = given[key]
                given[key] = [town(name) for name in names] if isinstance(names, list) else town(names)
        given.setdefault("RISK_TERRAIN", tmp_path / "out" / "risk.tif")
        given.setdefault("MODEL_TABLE", tmp_path / "out" / "model.csv")
        given.setdefault("MODEL", tmp_path / "out" / "model.json")
        return qgis_process("rtm:riskterrainmodel", **given)

    return run


BAD = {
    "study area in degrees": (
        {"STUDY_AREA": "town in degrees"},
        "Study area 'town in degrees' has no projected CRS (EPSG:4326, degrees): reproject it, for example "
        "to "
        "EPSG:27700.",
    ),
    "study area without CRS": (
        {"STUDY_AREA": "town without CRS"},
        "Study area 'town without CRS' has no coordinate reference system",
    ),
    "empty study area": ({"STUDY_AREA": "empty town"}, "Study area 'empty town' has no feature"),
    "no incidents": ({"INCIDENTS": "no thefts"}, "Incidents 'no thefts' has no feature"),
    "no incident inside": (
        {"INCIDENTS": "thefts elsewhere"},
        "Incidents 'thefts elsewhere': None of the 1 incidents lies inside the study area",
    ),
    "too few incidents": ({"INCIDENTS": "one theft"}, "incident"),
    "empty factor": ({"FACTORS": ["bars", "nothing"]}, "Risk factor 'nothing' has no feature"),
    "factor without CRS": (
        {"FACTORS": ["bars", "nowhere"]},
        "Risk factor 'nowhere' has no coordinate reference system",
    ),
    "no factor within reach": ({"FACTORS": ["far"]}, "No risk factor has a feature within reach"),
    "density of a line": (
        {"FACTORS": ["bars", "road"], "FACTOR_SETTINGS": "road,density,,,"},
        "Risk factor 'road' has lines: density is defined for points only; set its operationalisation to "
        "proximity.",
    ),
    "density of a polygon": (
        {"FACTORS": ["bars", "parks"], "OPERATIONALISATION": "density"},
        "Risk factor 'parks' has polygons: density is defined for points only",
    ),
    "cell size zero": ({"CELL_SIZE": 0}, "A cell size of 0 is not a length: use a number above 0"),
    "cell size negative": ({"CELL_SIZE": -50}, "A cell size of -50 is not a length: use a number above 0"),
    "too many cells": ({"CELL_SIZE": 0.1}, "use a cell size of 0.4 or more"),
    "block smaller than cell": (
        {"BLOCK_LENGTH": 100, "CELL_SIZE": 200},
        "The block length of 100 is smaller than the cell size of 200",
    ),
    "block length zero": ({"BLOCK_LENGTH": 0}, "A block length of 0 is not a length"),
    "two factors of one name": ({"FACTORS": ["bars", "bars"]}, "Two risk factors are called 'bars'"),
    "unknown factor in the settings": (
        {"FACTOR_SETTINGS": "pubs,density,,,"},
        "The factor settings name 'pubs', which is no risk factor of this model: use one of bars, shops.",
    ),
    "broken settings": ({"FACTOR_SETTINGS": "bars,density"}, "The factor settings have 2 cells"),
    "unknown factor field": ({"FACTOR_FIELD": "class"}, "No risk-factor layer has the field 'class'"),
    "one fold": ({"FOLDS": 1}, "fold"),
    "folder that is a file": (
        {"RISK_TERRAIN": "/dev/null/risk.tif"},
        "Output '/dev/null/risk.tif' cannot be written",
    ),
    "raster of another format": ({"RISK_TERRAIN": "risk.asc"}, "let its name end in .tif"),
}


@pytest.mark.parametrize("case", BAD)
def test_bad_input_ends_in_one_sentence(run, tmp_path, case):
    changes, sentence = BAD[case]
    done = run(**changes)
    assert sentence in done.stderr
    assert "Traceback" not in done.stderr
    assert done.returncode == 1
    assert not list(tmp_path.rglob("*"))


def test_what_is_not_fatal_is_warned_of(run, tmp_path):
    done = run(FACTORS=["bars", "far", "parks", "holes"])
    assert done.returncode == 0, done.stderr
    for warning in (
        "Risk factor 'far' has no feature within 300 map units of the study area: it is left out.",
        "Risk factor 'parks': 1 feature without a geometry skipped, 1 feature with an invalid geometry "
        "repaired.",
        "Risk factor 'holes': 2 features without a geometry skipped.",
    ):
        assert warning in done.stdout + done.stderr
