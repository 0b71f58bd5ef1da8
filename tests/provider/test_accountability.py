"""The accountability file inside QGIS: from a model, with the tables of other algorithms, in two forms."""

import hashlib
import json
from html import escape
from pathlib import Path

import pytest
from log import Log
from qgis.core import QgsApplication, QgsProcessingException
from town import SIDE, X, Y

ALGORITHM = "rtm:accountability"
KEYS = ("MODEL_CARD", "ASSESSMENT", "RECORD")


@pytest.fixture
def write(run, fitted, tmp_path):
    """Run it: {key: text} of all six files, and the results."""

    def write(folder="out", **more):
        paths = {key: str(tmp_path / folder / f"{key}.html") for key in KEYS}
        paths |= {f"{key}_MD": str(tmp_path / folder / f"{key}.md") for key in KEYS}
        results = run(ALGORITHM, {"MODEL": fitted.model, **paths, **more})
        return {key: Path(path).read_text(encoding="utf-8") for key, path in paths.items()}, results

    return write


def test_a_model_alone_tells_what_it_knows_and_no_more(write, fitted):
    texts, results = write()
    algorithm = QgsApplication.processingRegistry().algorithmById(ALGORITHM)
    assert set(results) == {output.name() for output in algorithm.outputDefinitions()}
    digest = hashlib.sha256(Path(fitted.model).read_bytes()).hexdigest()
    assert results["MODEL_SHA256"] == digest
    assert results["N_FIELDS"] == 57 and results["N_KNOWN"] + results["N_BLANKS"] >= 57
    for key in KEYS:
        for text in (texts[key], texts[f"{key}_MD"]):
            assert "630 incidents" in text or "630 recorded incidents" in text
            assert "was not tested" in text or key == "ASSESSMENT"
        assert "https:" not in texts[key] and "<script" not in texts[key]
    assert digest in texts["MODEL_CARD"] and digest in texts["RECORD_MD"]
    assert "<pre>qgis_process run rtm:riskterrainmodel" in texts["MODEL_CARD"]
    assert "Looked at were the names of the factors and of their layers' fields" in texts["RECORD_MD"]
    model = json.loads(Path(fitted.model).read_text(encoding="utf-8"))
    dropped = {"shops", "road", "park"} - {one["variable"]["factor"] for one in model["selected"]}
    assert dropped and all(f"- Dropped factor: {name}: " in texts["RECORD_MD"] for name in dropped)
    assert write("again")[0] == texts
    assert "version 3.0" in write(STANDARD="3.0")[0]["RECORD"]
    said = algorithm.shortHelpString()
    assert "Part 3 of the Act" in said and "section 64" in said and "no library that writes DOCX" in said


def test_tables_of_other_algorithms_are_told_of(write, run, fitted, town, make_layer, tmp_path):
    quarters = [(X + dx, Y + dy) for dx in (0, SIDE / 2) for dy in (0, SIDE / 2)]
    census = make_layer(
        "census",
        "Polygon",
        [f"Polygon(({x} {y}, {x + 1000} {y}, {x + 1000} {y + 1000}, {x} {y + 1000}, {x} {y}))" for x, y in quarters],
        fields=["old:integer", "young:integer"],
        rows=[[400, 100], [300, 600], [200, 900], [100, 100]],
    )
    exposure, validation = str(tmp_path / "exposure.csv"), str(tmp_path / "validation.csv")
    asked = {"RISK_TERRAIN": fitted.terrain, "POPULATION": census, "GROUPS": ["old", "young"], "PERCENT": 10}
    run("rtm:exposure", {**asked, "TABLE": exposure})
    terrain = {"RISK_TERRAINS": [fitted.terrain], "INCIDENTS": town.incidents, "EARLIER_INCIDENTS": town.incidents}
    run("rtm:validate", {**terrain, "RESAMPLES": 20, "TABLE": validation})
    texts, _ = write(VALIDATION=validation, EXPOSURE=exposure)
    for key in KEYS:
        assert "Simpler ways to rank places were judged by the same later incidents: kernel density 75 m" in texts[key]
        assert "whether it is of this model was not checked" in texts[key]
        assert "Flagged are the riskiest 10% of the cells, 10% of the cells; counted are people in them" in texts[key]
        assert "People in flagged places; – is not told" in texts[key]
        assert "does not certify that the map" in texts[key]
        assert "| young | 1,700 | " in texts[f"{key}_MD"]
    assert "How well the model foretells later incidents was not tested" not in texts["RECORD"]
    assert "| the risk terrain minus chance | +" in texts["RECORD_MD"]


def test_layers_with_personal_data_are_flagged(write, run, town, make_layer, tmp_path):
    bars = [feature.geometry().asWkt() for feature in town.bars.getFeatures()]
    persons = make_layer("licensees", "Point", bars, fields=["surname:string", "DOB:string"], rows=[["a", "b"]] * 12)
    log, model = Log(), str(tmp_path / "model.json")
    asked = {"STUDY_AREA": town.area, "INCIDENTS": town.incidents, "FACTORS": [persons, town.shops]}
    run("rtm:riskterrainmodel", {**asked, "RISK_TERRAIN": "TEMPORARY_OUTPUT", "MODEL": model}, log)
    warning = (
        "Risk factor 'licensees' has fields that look like personal data ('surname', 'DOB'). A model needs places "
        "only: take these fields out of the layer, and make sure that the layer may be used."
    )
    assert warning in log.warnings
    checked = Log()
    run("rtm:checkinputs", {**asked, "OUTPUT": "memory:"}, checked)
    assert any(warning in one for one in checked.warnings)
    texts, _ = write(MODEL=model)
    flagged = "Layer ‘licensees’ has fields that look like personal data: ‘surname’, ‘DOB’."
    assert all(flagged in texts[key] for key in KEYS)
    assert escape(warning, quote=False) in texts["RECORD"].replace("&#39;", "'")  # among the risks
    assert "No factor was flagged" not in texts["RECORD"]


def test_incidents_with_personal_data_are_warned_of(write, run, town, make_layer, tmp_path):
    places = [feature.geometry().asWkt() for feature in town.incidents.getFeatures()]
    rows = [[f"offender {number}", 17, "2020-01-02"] for number in range(len(places))]
    fields = ["offender_name:string", "age:integer", "address:string"]
    incidents = make_layer("robbery", "Point", places, fields=fields, rows=rows)
    log, model = Log(), str(tmp_path / "model.json")
    asked = {"STUDY_AREA": town.area, "INCIDENTS": incidents, "FACTORS": [town.bars, town.shops]}
    run("rtm:riskterrainmodel", {**asked, "RISK_TERRAIN": "TEMPORARY_OUTPUT", "MODEL": model}, log)
    warning = (
        "Incidents 'robbery' have fields that look like personal data ('offender_name', 'age'): they are not read, "
        "never used, and need not be given. Take them out of the layer."
    )
    assert warning in log.warnings
    texts, _ = write(MODEL=model)
    said = "Layer ‘robbery’ has fields that look like personal data: ‘offender_name’, ‘age’."
    assert all(said in texts[key] for key in KEYS)
    assert "By their names, no variable of the model is about persons." in texts["MODEL_CARD"]
    chosen = Log()
    run("rtm:checkinputs", {**asked, "INCIDENT_FILTER": '"age" > 5', "OUTPUT": "memory:"}, chosen)
    assert any("are chosen by fields that look like personal data ('age')" in one for one in chosen.warnings)


def test_completed_documents_are_replaced_only_where_they_are_named(write, run, fitted, tmp_path):
    write()
    mine = tmp_path / "out" / "RECORD.md"
    mine.write_text("completed by hand", encoding="utf-8")
    run(ALGORITHM, {"MODEL": fitted.model, "RECORD": str(tmp_path / "out" / "RECORD.html")})
    assert mine.read_text(encoding="utf-8") == "completed by hand"
    with pytest.raises(QgsProcessingException, match="No document is asked for"):
        run(ALGORITHM, {"MODEL": fitted.model})
