"""Diagnostics in every run and stability on demand: log, numbers, model file and report say the same."""

import json

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
    assert any(text.startswith("bars: selected in 3 of 3 resamples") for text in log.texts)
    assert "selected in 3 of 3 resamples" in page.read_text()

    again = tmp_path / "again.html"
    run("rtm:report", {"MODEL": parameters["MODEL"], "REPORT": str(again)})
    assert "selected in 3 of 3 resamples" in again.read_text()


def test_no_resamples_unless_asked_for(run, provider, parameters, tmp_path):
    run("rtm:riskterrainmodel", parameters)
    kept = json.loads((tmp_path / "model.json").read_text())["inputs"]
    assert "stability" not in kept and kept["diagnostics"]
    with pytest.raises(QgsProcessingException, match=r"-1 resamples cannot be drawn.*usually 100"):
        run("rtm:riskterrainmodel", {**parameters, "RESAMPLES": -1})
