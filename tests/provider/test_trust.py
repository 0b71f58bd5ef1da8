"""Diagnostics in every run and stability on demand: log, numbers, model file and report say the same."""

import csv
import json
from pathlib import Path

import pytest
from log import Log
from qgis.core import QgsProcessingException, QgsVectorLayer

from risk_terrain_modelling.processing_provider.model_request import request_of
from risk_terrain_modelling.rtm_plugin.model.risk_terrain_model import RiskTerrainModel


@pytest.fixture
def parameters(town, tmp_path):
    return {
        "STUDY_AREA": town.area,
        "INCIDENTS": town.incidents,
        "FACTORS": [town.bars, town.shops],
        "RISK_TERRAIN": str(tmp_path / "risk.tif"),
        "MODEL": str(tmp_path / "model.json"),
    }


def test_findings_and_resamples(run, provider, parameters, tmp_path):
    log = Log()
    page = tmp_path / "report.html"
    result = run("rtm:riskterrainmodel", {**parameters, "RESAMPLES": 3, "REPORT": str(page)}, log)
    kept = json.loads((tmp_path / "model.json").read_text())["inputs"]
    findings = kept["diagnostics"]
    assert len(findings) >= 7
    shown = page.read_text().split('role="note"')[1].split("</div>")[0].count("<li>")
    assert result["N_WARNINGS"] == len(log.warnings) == shown
    for finding in findings:
        assert any(finding["verdict"] in text for text in log.texts)
        assert finding["verdict"].split("'")[0] in page.read_text()
    bars = next(one for one in kept["stability"]["factors"] if one["factor"] == "bars")
    assert bars["selected"] == 3
    assert any(text.startswith("bars: selected in 3 of 3 halves") for text in log.texts)
    assert "selected in 3 of 3 halves" in page.read_text()

    again = tmp_path / "again.html"
    run("rtm:report", {"MODEL": parameters["MODEL"], "REPORT": str(again)})
    assert "selected in 3 of 3 halves" in again.read_text()


def test_the_spatial_test_is_told_everywhere(run, parameters, tmp_path):
    log, page, table = Log(), tmp_path / "report.html", tmp_path / "model.csv"
    asked = {**parameters, "SPATIAL_TEST": "random_shift", "SHIFTS": 39}
    result = run("rtm:riskterrainmodel", {**asked, "REPORT": str(page), "MODEL_TABLE": str(table)}, log)
    model = json.loads((tmp_path / "model.json").read_text())
    test = model["spatial"]
    assert test["n_shifts"] == 39 == model["settings"]["shifts"] and test["as_high"] == 0
    stand = {one["factor"]: one["as_high"] for one in test["factors"]}
    assert set(stand) == {one["variable"]["factor"] for one in model["selected"]} and "bars" in stand
    assert len(stand) == result["N_SELECTED"]
    for sentence in (
        "Against 39 shifts of the same incidents, these go",
        "The factors of the model stand (p is the share",
    ):
        assert any(text.startswith(sentence) for text in log.texts) and sentence in page.read_text()
    beside = next(one for one in model["inputs"]["diagnostics"] if one["name"] == "Factor or surroundings")
    assert any(beside["verdict"] in text for text in log.texts)
    with table.open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines))
    for row, one in zip(rows, beside["values"]["variables"]):
        assert float(row["spatial_p"]) == (1 + stand[row["factor"]]) / 40
        for key in ("rrv_unshared", "rrv_beside", "rrv_beside_low", "rrv_beside_high"):
            assert float(row[key]) == one[key]
        assert 1 <= float(row["rrv_shrunk"]) <= float(row["rrv"])
    for heading in ("Without a surface", "Beside one (95%)", "Shifts as close", "Shrunken RRV"):
        assert heading in page.read_text()
    again = tmp_path / "again"
    again.mkdir()
    run("rtm:riskterrainmodel", {**asked, "RISK_TERRAIN": str(again / "risk.tif"), "MODEL": str(again / "model.json")})
    for name in ("risk.tif", "model.json"):
        assert (again / name).read_bytes() == (tmp_path / name).read_bytes()


def test_moved_incidents_are_told_everywhere(run, parameters, tmp_path):
    log, page, table, cells = Log(), tmp_path / "report.html", tmp_path / "model.csv", tmp_path / "cells.gpkg"
    asked = {**parameters, "SNAP_WIDTH": 60, "SNAP_DRAWS": 4}
    outputs = {"REPORT": str(page), "MODEL_TABLE": str(table), "CELLS": str(cells)}
    result = run("rtm:riskterrainmodel", {**asked, **outputs}, log)
    model = json.loads((tmp_path / "model.json").read_text())
    kept = model["inputs"]["displacement"]
    assert (kept["width"], kept["n_draws"]) == (60, 4)
    assert [one["factor"] for one in kept["factors"]] == [one["variable"]["factor"] for one in model["selected"]]
    bars = next(one for one in kept["factors"] if one["factor"] == "bars")
    assert bars["selected"] == 4 and 1 < bars["rrv_low"] <= bars["rrv_high"] < bars["rrv"]
    verdict = "Had incidents happened up to 60 m from where they were recorded (4 draws), "
    (said,) = (text for text in log.texts if text.startswith(verdict))
    assert said in page.read_text() and "If incidents happened elsewhere nearby" in page.read_text()
    assert any(text.startswith("bars: found in 4 of 4 draws, ×") for text in log.texts)
    with table.open(encoding="utf-8") as lines:
        row = next(row for row in csv.DictReader(lines) if row["factor"] == "bars")
    assert (row["snap_fate"], float(row["snap_kept"]), float(row["snap_low"])) == ("survives", 1.0, bars["rrv_low"])
    assert page.read_text().count("Where incidents are moved, ") >= 3, "each priority place says what became of it"
    assert [100 * one["stays"] for one in kept["levels"]] == pytest.approx(
        [result["SNAP_STAYS_5"], result["SNAP_STAYS_10"]]
    )
    assert result["SNAP_N_LOST"] == len(kept["factors"]) - int(said.split(" of ")[0].split()[-1])
    assert (said in log.warnings) == (said in model["warnings"]) == ("does not survive" in said)
    shown = page.read_text().split('role="note"')[1].split("</div>")[0].count("<li>") if log.warnings else 0
    assert result["N_WARNINGS"] == len(log.warnings) == shown
    layer = QgsVectorLayer(str(cells), "cells", "ogr")
    shares = [feature["snap_kept"] for feature in layer.getFeatures()]
    assert sum(shares) == pytest.approx(0.1 * len(shares)) and 0 <= min(shares) < max(shares) <= 1

    again, request = tmp_path / "again.html", request_of(RiskTerrainModel.from_json(json.dumps(model)))
    run("rtm:report", {"MODEL": parameters["MODEL"], "REPORT": str(again)})
    assert (
        said in again.read_text() and "--SNAP_WIDTH=60" in request.command() and "--SNAP_DRAWS=4" in request.command()
    )
    twice = tmp_path / "twice"
    twice.mkdir()
    run("rtm:riskterrainmodel", {**asked, "RISK_TERRAIN": str(twice / "risk.tif"), "MODEL": str(twice / "model.json")})
    for name in ("risk.tif", "model.json"):
        assert (twice / name).read_bytes() == (tmp_path / name).read_bytes()


def test_no_incident_moves_unless_asked_for(run, parameters, tmp_path):
    result = run("rtm:riskterrainmodel", parameters, SNAP_WIDTH=0, MODEL_TABLE=str(tmp_path / "model.csv"))
    content = json.loads((tmp_path / "model.json").read_text())
    assert "displacement" not in content["inputs"] and "SNAP_N_LOST" not in result
    with (tmp_path / "model.csv").open(encoding="utf-8") as lines:
        assert all(row["snap_kept"] == row["snap_fate"] == "" for row in csv.DictReader(lines))
    assert "SNAP" not in request_of(RiskTerrainModel.from_json(json.dumps(content))).command()


def test_a_run_whose_neighbours_are_alike_names_the_switch(run, parameters):
    """What likeness means for the factors of this very table, where they were not tested."""
    model = run("rtm:riskterrainmodel", parameters)["MODEL"]
    content = json.loads(Path(model).read_text())
    finding = next(one for one in content["inputs"]["diagnostics"] if one["name"] == "Likeness of neighbours")
    assert content["spatial"] is None and content["settings"]["spatial_test"] == "none"
    assert (finding["values"]["p_value"] <= 0.05) == ("SPATIAL_TEST" in finding["advice"])


def test_no_resamples_unless_asked_for(run, provider, parameters, tmp_path):
    run("rtm:riskterrainmodel", parameters)
    kept = json.loads((tmp_path / "model.json").read_text())["inputs"]
    assert "stability" not in kept and kept["diagnostics"]
    with pytest.raises(QgsProcessingException, match=r"-1 resamples cannot be drawn.*usually 100"):
        run("rtm:riskterrainmodel", {**parameters, "RESAMPLES": -1})
