"""A field of dates in the main job: made from the earlier incidents, judged by the later ones."""

import json

import numpy as np
import pytest
from attributes import rows
from log import Log
from osgeo import gdal
from qgis.core import QgsFeature, QgsGeometry, QgsProcessingException, QgsVectorLayer
from qgis.PyQt.QtCore import QDate, QDateTime, QTime

ALGORITHM = "rtm:riskterrainmodel"


def run(parameters, feedback=None, algorithm=ALGORITHM):
    import processing

    return processing.run(algorithm, parameters, feedback=feedback)


@pytest.fixture
def dated(town):
    """The incidents of the town with a date each, in several ways, and which of them are the earlier ones."""
    day = np.random.RandomState(5).randint(0, 365, 630)
    days = [QDate(2022, 1, 1).addDays(int(number)) for number in day]
    uri = "Point?crs=EPSG:27700&field=month:string&field=day:date&field=moment:datetime&field=text:string"
    layer = QgsVectorLayer(uri, "thefts by day", "memory")
    features = []
    for incident, date in zip(town.incidents.getFeatures(), days):
        feature = QgsFeature(layer.fields())
        feature.setGeometry(QgsGeometry(incident.geometry()))
        moment = QDateTime(date, QTime(23, 59))
        feature.setAttributes([date.toString("yyyy-MM"), date, moment, date.toString("dd/MM/yyyy")])
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    return layer, np.array([date < QDate(2022, 7, 1) for date in days])


@pytest.fixture
def parameters(town, dated):
    return {
        "STUDY_AREA": town.area,
        "INCIDENTS": dated[0],
        "FACTORS": [town.bars, town.shops, town.road],
        "RISK_TERRAIN": "TEMPORARY_OUTPUT",
        "MODEL_TABLE": "memory:",
        "PERIOD_SPLIT": "2022-07",
    }


def part(layer, wanted):
    made = QgsVectorLayer("Point?crs=EPSG:27700", "part", "memory")
    chosen = []
    for feature, keep in zip(layer.getFeatures(), wanted):
        if keep:
            one = QgsFeature()
            one.setGeometry(feature.geometry())
            chosen.append(one)
    made.dataProvider().addFeatures(chosen)
    return made


def test_one_go_is_the_two_steps_by_hand(parameters, dated, tmp_path):
    layer, early = dated
    log = Log()
    page, model = tmp_path / "report.html", tmp_path / "model.json"
    asked = {"PERIOD_FIELD": "month", "VALIDATION": "memory:", "REPORT": str(page), "MODEL": str(model)}
    found = run({**parameters, **asked}, log)
    earlier, later = part(layer, early), part(layer, ~early)
    by_hand = run({**parameters, "INCIDENTS": earlier, "PERIOD_SPLIT": ""})
    bands = [gdal.Open(one["RISK_TERRAIN"]).ReadAsArray() for one in (found, by_hand)]
    assert (bands[0] == bands[1]).all()
    judged = run(
        {
            "RISK_TERRAINS": [by_hand["RISK_TERRAIN"]],
            "INCIDENTS": later,
            "EARLIER_INCIDENTS": earlier,
            "TABLE": "memory:",
        },
        algorithm="rtm:validate",
    )
    assert rows(found["VALIDATION"]) == rows(judged["TABLE"])
    assert found["VERDICT"] == judged["VERDICT"]
    assert found["SPLIT_DATE"] == "2022-07-01"
    assert found["N_INCIDENTS"] == early.sum() and found["N_INCIDENTS_LATER"] == (~early).sum()
    assert found["HIT_RATE_10"] == judged["HIT_RATE_10"]
    assert found["HIT_RATE_10_BASELINE"] == judged["BEST_BASELINE_HIT_RATE"]
    assert by_hand["VERDICT"] == "" and by_hand["N_INCIDENTS_LATER"] is None and "VALIDATION" not in by_hand
    assert any(found["VERDICT_WITH_HISTORY"] in text for text in log.texts)
    html = page.read_text(encoding="utf-8")
    assert "Judged by what happened later" in html and found["VERDICT"] in html
    assert "--PERIOD_FIELD=month" in html and "--PERIOD_SPLIT=2022-07-01" in html
    assert json.loads(model.read_text())["inputs"]["later_from"] == "2022-07-01"


@pytest.mark.parametrize("field", ["day", "moment", "text"])
def test_dates_of_all_types(parameters, dated, field):
    found = run({**parameters, "PERIOD_FIELD": field})
    assert found["N_INCIDENTS"] == dated[1].sum()
    assert found["SPLIT_DATE"] == "2022-07-01"


def test_bad_input_says_what_to_do(parameters):
    for change, message in (
        (
            {"PERIOD_FIELD": "when"},
            "Incidents 'thefts by day' have no field 'when': choose one of month, day",
        ),
        ({"PERIOD_SPLIT": "soon"}, "date field 'month': 'soon' is neither a date nor a share"),
        ({"PERIOD_SPLIT": "2023-01"}, "A split at 2023-01-01 leaves nothing on one side"),
    ):
        with pytest.raises(QgsProcessingException) as raised:
            run({**parameters, "PERIOD_FIELD": "month", **change})
        assert message in str(raised.value) and "Traceback" not in str(raised.value)


def test_incidents_without_a_date_are_counted(parameters, dated):
    layer, _ = dated
    ids = [feature.id() for feature in layer.getFeatures()][:3]
    layer.dataProvider().changeAttributeValues({one: {0: None} for one in ids})
    log = Log()
    found = run({**parameters, "PERIOD_FIELD": "month"}, log)
    assert "3 incidents of 'thefts by day' have no date in 'month' and are left out." in log.warnings
    assert found["N_INCIDENTS"] + found["N_INCIDENTS_LATER"] == 627
