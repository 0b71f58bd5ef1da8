"""Diagnostics in every run and stability on demand: log, numbers, model file and report say the same."""

import csv
import json
from pathlib import Path

import pytest
from log import Log
from qgis.core import QgsProcessingException


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
    sentence = "Against 39 shifts of the same incidents the factors of the model stand"
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
    for heading in (
        "Weighed alike, without a surface",
        "Beside a surface (95%)",
        "Shifts that did as well",
        "Shrunken RRV",
    ):
        assert heading in page.read_text()
    again = tmp_path / "again"
    again.mkdir()
    run("rtm:riskterrainmodel", {**asked, "RISK_TERRAIN": str(again / "risk.tif"), "MODEL": str(again / "model.json")})
    for name in ("risk.tif", "model.json"):
        assert (again / name).read_bytes() == (tmp_path / name).read_bytes()


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
