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


# A few of each kind: the catalogue itself is in tests/provider, where a case takes no second
BAD = {
    "refused before the run": (
        {"STUDY_AREA": "town in degrees"},
        "Study area 'town in degrees' has no projected CRS (EPSG:4326, degrees): reproject it, for example "
        "to EPSG:27700.",
    ),
    "refused while reading": ({"INCIDENTS": "no thefts"}, "Incidents 'no thefts' has no feature"),
    "a factor twice": ({"FACTORS": ["bars", "bars"]}, "Two risk factors are called 'bars'"),
    "a matrix with too few cells": ({"FACTOR_SETTINGS": "bars,density"}, "The factor settings have 2 cells"),
    "folder that is a file": (
        {"RISK_TERRAIN": "/dev/null/risk.tif"},
        "Output '/dev/null/risk.tif' cannot be written",
    ),
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
        "Risk factor 'parks': 1 feature without a geometry skipped, 1 feature with an invalid geometry repaired.",
        "Risk factor 'holes': 2 features without a geometry skipped.",
    ):
        assert warning in done.stdout + done.stderr
