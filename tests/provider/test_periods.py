"""A field of dates in the main job: made from the earlier incidents, judged by the later ones."""

import json

import numpy as np
import pytest
from attributes import rows
from log import Log
from osgeo import gdal
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsGeometry,
    QgsProcessingException,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QDate, QDateTime, QTime
from town import SQUARE, X, Y

ALGORITHM = "rtm:riskterrainmodel"


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


def test_one_go_is_the_two_steps_by_hand(run, parameters, dated, tmp_path):
    layer, early = dated
    log = Log()
    page, model = tmp_path / "report.html", tmp_path / "model.json"
    asked = {"PERIOD_FIELD": "month", "VALIDATION": "memory:", "REPORT": str(page), "MODEL": str(model)}
    found = run(ALGORITHM, {**parameters, **asked}, log)
    earlier, later = part(layer, early), part(layer, ~early)
    by_hand = run(ALGORITHM, {**parameters, "INCIDENTS": earlier, "PERIOD_SPLIT": ""})
    bands = [gdal.Open(one["RISK_TERRAIN"]).ReadAsArray() for one in (found, by_hand)]
    assert (bands[0] == bands[1]).all()
    judged = run(
        "rtm:validate",
        {
            "RISK_TERRAINS": [by_hand["RISK_TERRAIN"]],
            "INCIDENTS": later,
            "EARLIER_INCIDENTS": earlier,
            "TABLE": "memory:",
        },
    )
    assert rows(found["VALIDATION"]) == rows(judged["TABLE"])
    assert found["VERDICT"] == judged["VERDICT"]
    assert found["SPLIT_DATE"] == "2022-07-01"
    assert found["N_INCIDENTS"] == early.sum() and found["N_INCIDENTS_LATER"] == (~early).sum()
    assert found["HIT_RATE_10"] == judged["HIT_RATE_10"]
    assert found["HIT_RATE_10_BASELINE"] == judged["BEST_BASELINE_HIT_RATE"]
    assert not {"VERDICT", "N_INCIDENTS_LATER", "VALIDATION"} & set(by_hand), "the log lists no empty results"
    assert any(found["VERDICT_WITH_HISTORY"] in text for text in log.texts)
    html = page.read_text(encoding="utf-8")
    assert "Judged by what happened later" in html and found["VERDICT"] in html
    assert "--PERIOD_FIELD=month" in html and "--PERIOD_SPLIT=2022-07-01" in html
    assert json.loads(model.read_text())["inputs"]["later_from"] == "2022-07-01"


@pytest.mark.parametrize("field", ["day", "moment", "text"])
def test_dates_of_all_types(run, parameters, dated, field):
    found = run(ALGORITHM, {**parameters, "PERIOD_FIELD": field})
    assert found["N_INCIDENTS"] == dated[1].sum()
    assert found["SPLIT_DATE"] == "2022-07-01"


def test_bad_input_says_what_to_do(run, parameters):
    for change, message in (
        (
            {"PERIOD_FIELD": "when"},
            "Incidents 'thefts by day' have no field 'when': choose one of month, day",
        ),
        ({"PERIOD_SPLIT": "soon"}, "date field 'month': 'soon' is neither a date nor a share"),
        ({"PERIOD_SPLIT": "2023-01"}, "A split at 2023-01-01 leaves nothing on one side"),
    ):
        with pytest.raises(QgsProcessingException) as raised:
            run(ALGORITHM, {**parameters, "PERIOD_FIELD": "month", **change})
        assert message in str(raised.value) and "Traceback" not in str(raised.value)


def test_incidents_without_a_date_are_counted(run, parameters, dated):
    layer, _ = dated
    ids = [feature.id() for feature in layer.getFeatures()][:3]
    layer.dataProvider().changeAttributeValues({one: {0: None} for one in ids})
    log = Log()
    found = run(ALGORITHM, {**parameters, "PERIOD_FIELD": "month"}, log)
    assert "3 incidents of 'thefts by day' have no date in 'month' and are left out." in log.warnings
    assert found["N_INCIDENTS"] + found["N_INCIDENTS_LATER"] == 627


def test_the_same_incidents_are_as_many_wherever_they_are_counted(run, parameters, dated, make_layer, tmp_path):
    """The boundary is no line of the grid: what lies beyond it, in cells that it cuts, counts nowhere."""
    layer, early = dated
    west, south, east, north = X + 20, Y + 20, X + 1980, Y + 1890
    corners = f"{west} {south}, {east} {south}, {east} {north}, {west} {north}, {west} {south}"
    edge = make_layer("Edge", "Polygon", [f"Polygon(({corners}))"])
    xy = np.array([feature.geometry().asPoint() for feature in layer.getFeatures()])
    inside = ((xy >= [west, south]) & (xy <= [east, north])).all(axis=1)
    model, page, log = tmp_path / "model.json", tmp_path / "report.html", Log()
    asked = {"STUDY_AREA": edge, "PERIOD_FIELD": "month", "VALIDATION": "memory:"}
    found = run(ALGORITHM, {**parameters, **asked, "MODEL": str(model), "REPORT": str(page)}, log)
    n_earlier, n_later = int((inside & early).sum()), int((inside & ~early).sum())
    assert 0 < n_earlier < early.sum() and 0 < n_later < (~early).sum()

    # the main job: outputs, model file, log and report
    assert (found["N_INCIDENTS"], found["N_INCIDENTS_LATER"]) == (n_earlier, n_later)
    content = json.loads(model.read_text(encoding="utf-8"))
    assert content["n_incidents"] == n_earlier
    stacked = [one for one in content["inputs"]["diagnostics"] if one["name"] == "Stacked incidents"]
    assert stacked[0]["values"]["n_incidents"] == n_earlier
    made = (
        f"The model is made from the {n_earlier} incidents before 2022-07-01 and judged by the {n_later} from then on."
    )
    assert made in log.texts
    left_out = (
        f"{(~early).sum() - n_later} of {(~early).sum()} later incidents lie outside the study area and are left out."
    )
    assert left_out in log.warnings
    html = page.read_text(encoding="utf-8")
    assert left_out in html and f"Percent of the {n_later} later incidents" in html
    assert f"<p>{n_earlier} incidents in " in html and f"{early.sum()} incidents are on" not in html

    # the same judgement by hand
    by_hand = {
        "RISK_TERRAINS": [found["RISK_TERRAIN"]],
        "INCIDENTS": part(layer, ~early),
        "EARLIER_INCIDENTS": part(layer, early),
        "TABLE": "memory:",
    }
    log, page = Log(), tmp_path / "validation.html"
    judged = run("rtm:validate", {**by_hand, "STUDY_AREA": edge, "REPORT": str(page)}, log)
    assert (judged["N_INCIDENTS"], judged["N_INCIDENTS_OUTSIDE"]) == (n_later, (~early).sum() - n_later)
    assert rows(judged["TABLE"]) == rows(found["VALIDATION"]) and judged["VERDICT"] == found["VERDICT"]
    assert left_out in log.warnings and left_out in page.read_text(encoding="utf-8")
    again = run("rtm:validate", {**by_hand, "INCIDENTS": by_hand["EARLIER_INCIDENTS"], "STUDY_AREA": edge})
    assert again["N_INCIDENTS"] == n_earlier  # as the model counted them

    # without the study area all cells count, and that is said
    log = Log()
    in_cells = run("rtm:validate", {**by_hand, "REPORT": str(page)}, log)
    assert n_later < in_cells["N_INCIDENTS"] < (~early).sum()
    said = "No study area is given: incidents count in all cells of the risk terrain"
    assert any(text.startswith(said) for text in log.texts) and said in page.read_text(encoding="utf-8")

    # the places, which here are all cells
    everywhere = {
        "RISK_TERRAIN": found["RISK_TERRAIN"],
        "METHOD": "top_percent",
        "PERCENT": 100,
        "INCIDENTS": by_hand["EARLIER_INCIDENTS"],
        "PLACES": "memory:",
    }
    assert run("rtm:priorityplaces", {**everywhere, "STUDY_AREA": edge})["OBSERVED"] == n_earlier
    assert run("rtm:priorityplaces", everywhere)["OBSERVED"] > n_earlier


def test_a_study_area_in_degrees_counts_as_well(run, parameters, dated, make_layer):
    layer, early = dated
    there = QgsCoordinateReferenceSystem("EPSG:4326")
    to_degrees = QgsCoordinateTransform(layer.crs(), there, QgsCoordinateTransformContext())
    outline = QgsGeometry.fromWkt(SQUARE).densifyByCount(50)
    outline.transform(to_degrees)
    degrees = make_layer("Town", "Polygon", [outline.asWkt(12)], "EPSG:4326")
    terrain = run(ALGORITHM, parameters)["RISK_TERRAIN"]
    judged = {"RISK_TERRAINS": [terrain], "INCIDENTS": part(layer, ~early), "TABLE": "memory:"}
    results = [run("rtm:validate", {**judged, "STUDY_AREA": area}) for area in (degrees, parameters["STUDY_AREA"])]
    assert results[0]["N_INCIDENTS"] == results[1]["N_INCIDENTS"] == (~early).sum()


def chosen(dated, wanted):
    """The part of the dated incidents whose day is wanted."""
    layer, _ = dated
    return part(layer, [wanted(feature["day"]) for feature in layer.getFeatures()])


@pytest.mark.parametrize("field", ("month", "day", "moment", "text"))
def test_dates_and_a_filter_choose_incidents_as_if_others_were_not_there(run, parameters, dated, town, tmp_path, field):
    spring = chosen(dated, lambda day: QDate(2022, 3, 1) <= day <= QDate(2022, 5, 31) and day.dayOfWeek() < 6)
    limits = {"PERIOD_FIELD": field, "DATE_FROM": "2022-03", "DATE_TO": "2022-05-31", "PERIOD_SPLIT": "none"}
    limits["INCIDENT_FILTER"] = 'to_int(day_of_week("day")) not in (0, 6)'
    found = run(ALGORITHM, {**parameters, **limits, "MODEL": str(tmp_path / "chosen.json")})
    plain = run(ALGORITHM, {**parameters, "INCIDENTS": spring, "MODEL": str(tmp_path / "alone.json")})
    assert found["N_INCIDENTS"] == plain["N_INCIDENTS"] == spring.featureCount()
    assert found["BIC"] == plain["BIC"] and "SPLIT_DATE" not in found
    inputs = json.loads((tmp_path / "chosen.json").read_text())["inputs"]
    assert [inputs[key] for key in ("date_from", "date_to", "period_field")] == ["2022-03", "2022-05-31", field]
    assert inputs["incident_filter"] == limits["INCIDENT_FILTER"] and "later_from" not in inputs


def test_the_split_is_within_the_dates(run, parameters, dated):
    limits = {"PERIOD_FIELD": "day", "DATE_FROM": "2022-03-01", "DATE_TO": "2022-10-31", "PERIOD_SPLIT": "2022-07"}
    found = run(ALGORITHM, {**parameters, **limits})
    earlier = chosen(dated, lambda day: QDate(2022, 3, 1) <= day < QDate(2022, 7, 1))
    later = chosen(dated, lambda day: QDate(2022, 7, 1) <= day <= QDate(2022, 10, 31))
    assert found["N_INCIDENTS"] == earlier.featureCount()
    assert found["N_INCIDENTS_LATER"] == later.featureCount()


@pytest.mark.parametrize(
    "asked, sentence",
    [
        ({"INCIDENT_FILTER": '"offence" = 1'}, "which layer 'thefts by day' does not have"),
        ({"INCIDENT_FILTER": '"day" >'}, "is no valid expression"),
        ({"INCIDENT_FILTER": "\"month\" = '1999'"}, "have none for which the filter"),
        ({"PERIOD_FIELD": "day", "DATE_FROM": "soon"}, "'soon' is no date"),
        (
            {"PERIOD_FIELD": "day", "DATE_FROM": "2022-05", "DATE_TO": "2022-04"},
            "let the first date be the earlier one",
        ),
        ({"PERIOD_FIELD": "day", "DATE_FROM": "2031-01-01"}, "theirs are 2022-01-01 to 2022-12-31"),
        ({"DATE_FROM": "2022-03"}, "are chosen by a field of dates"),
    ],
)
def test_a_choice_that_cannot_be_made_is_refused(run, parameters, asked, sentence):
    with pytest.raises(QgsProcessingException, match=sentence):
        run(ALGORITHM, {**parameters, **asked})
