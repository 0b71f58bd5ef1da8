"""The comparison of versions sees what differs, and adds up what pytest says."""

import numpy as np
import pytest
from matrix import counts
from same_results import TOLERANCE, compare

FOUND = {
    "versions": np.array(["QGIS 3.22.16"]),
    "city/factors": np.array(["bars, density 200, aggravating"]),
    "city/bic": np.array([15771.1, 15570.2, 15562.9]),
    "city/raster": np.array([[-9999.0, 250.0, np.nan]]),
}


@pytest.mark.parametrize(
    "name, other, fault",
    [
        ("versions", np.array(["QGIS 3.44.15"]), None),
        ("city/bic", FOUND["city/bic"] + 0.5 * TOLERANCE, None),
        ("city/bic", FOUND["city/bic"] + 2 * TOLERANCE, "city/bic differs by 2e-06"),
        ("city/raster", FOUND["city/raster"] * (1 + 0.5 * TOLERANCE), None),
        ("city/raster", FOUND["city/raster"] * (1 + 2 * TOLERANCE), "city/raster differs by 2e-06"),
        ("city/raster", np.zeros((1, 3)), "city/raster has other cells"),
        ("city/raster", np.zeros((2, 2)), "city/raster has other cells"),
        ("city/factors", np.array(["bars, proximity 200, aggravating"]), "city/factors are bars, proximity 200"),
    ],
)
def test_what_differs_is_told(name, other, fault):
    faults, _ = compare(FOUND, {**FOUND, name: other})
    assert (not faults) if fault is None else faults[0].startswith(fault)


def test_what_one_version_has_not_found_is_told():
    assert compare(FOUND, {"versions": FOUND["versions"]})[0][0] == "city/factors is missing"


def test_counts_of_several_runs_are_added_up():
    lines = [
        "===== 2 failed, 1564 passed, 4 skipped, 21 warnings in 1075.26s (0:17:55) =====",
        "tests/science/test_x.py:3: AssertionError: 3 failed in 5s",
        "============================= 27 passed in 96.88s =============================",
    ]
    assert counts(lines) == "1591 passed, 2 failed, 0 error, 4 skipped"
