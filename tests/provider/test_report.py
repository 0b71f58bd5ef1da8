"""The report inside QGIS: with its map, from a run and from a saved model, whatever the layers are called."""

import base64
import json
import re
import shlex
import sys
from html import escape, unescape

import pytest
from attributes import rows
from qgis.PyQt.QtGui import QImage

from risk_terrain_modelling.processing_provider.model_request import ModelRequest, request_of
from risk_terrain_modelling.processing_provider.reading import layer_records
from risk_terrain_modelling.rtm_plugin.model.risk_terrain_model import RiskTerrainModel

NASTY = "<script>alert(1)</script>"
CAFE = 'Café "O\'Neill"'


@pytest.fixture
def inputs(town):
    town.bars.setName(CAFE)
    town.shops.setName(NASTY)
    return {
        "STUDY_AREA": town.area,
        "INCIDENTS": town.incidents,
        "FACTORS": [town.bars, town.shops, town.road],
    }


def _picture(html):
    image = QImage()
    image.loadFromData(base64.b64decode(re.search(r"base64,([^\"]*)", html).group(1)), "PNG")
    return image


def _colours(image):
    return {image.pixelColor(x, y).name() for x in range(0, image.width(), 7) for y in range(0, image.height(), 7)}


def test_the_main_job_writes_a_report_with_its_map(run, inputs, tmp_path):
    files = {key: str(tmp_path / name) for key, name in (("RISK_TERRAIN", "risk.tif"), ("MODEL", "model.json"))}
    result = run("rtm:riskterrainmodel", {**inputs, **files, "REPORT": str(tmp_path / "report.html")})
    html = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert result["REPORT"] == str(tmp_path / "report.html")
    assert "<script" not in html
    for name in (NASTY, CAFE):
        assert escape(name).replace("&#x27;", "&#39;").replace("&quot;", "&#34;") in html
    picture = _picture(html)
    assert picture.width() == 1400
    assert {"#fef0d9", "#d7301f", "#000000", "#ffffff"} <= _colours(picture)
    assert "630 incidents" in html
    assert "Priority place, with its rank" in html
    layers = json.loads((tmp_path / "model.json").read_text(encoding="utf-8"))["inputs"]["layers"]
    assert [layer["role"] for layer in layers] == ["STUDY_AREA", "INCIDENTS", "FACTORS", "FACTORS", "FACTORS"]
    assert [layer["features"] for layer in layers] == [1, 630, 25, 12, 1]
    assert str(tmp_path) not in (tmp_path / "model.json").read_text(encoding="utf-8")


def test_the_same_run_writes_the_same_report(run, inputs, tmp_path):
    for name in ("first", "second"):
        run(
            "rtm:riskterrainmodel",
            {**inputs, "RISK_TERRAIN": "TEMPORARY_OUTPUT", "REPORT": str(tmp_path / f"{name}.html")},
        )
    assert (tmp_path / "first.html").read_bytes() == (tmp_path / "second.html").read_bytes()


def test_a_saved_model_has_its_report_too(run, inputs, tmp_path):
    saved = {key: str(tmp_path / name) for key, name in (("RISK_TERRAIN", "risk.tif"), ("MODEL", "model.json"))}
    run("rtm:riskterrainmodel", {**inputs, **saved})
    output = tmp_path / "report.html"
    for more in ({"STUDY_AREA": inputs["STUDY_AREA"]}, {}):
        run("rtm:report", {**saved, **more, "TITLE": NASTY, "DATE": "1 June 2024", "REPORT": str(output)})
        html = output.read_text(encoding="utf-8")
        assert f"<h1>{escape(NASTY)}</h1>" in html
        assert "1 June 2024" in html
        assert {"#fef0d9", "#d7301f"} <= _colours(_picture(html))
    run("rtm:report", {"MODEL": saved["MODEL"], "REPORT": str(output)})
    html = output.read_text(encoding="utf-8")
    assert "No map was drawn" in html
    assert "within 50 m" in html or "within 100 m" in html


def test_places_of_the_users_choice_are_listed(run, inputs, tmp_path):
    saved = {key: str(tmp_path / name) for key, name in (("RISK_TERRAIN", "risk.tif"), ("MODEL", "model.json"))}
    run("rtm:riskterrainmodel", {**inputs, **saved})
    made = run(
        "rtm:priorityplaces",
        {**saved, **inputs, "METHOD": "top_places", "N_PLACES": 2, "PLACES": str(tmp_path / "places.gpkg")},
    )
    output = tmp_path / "report.html"
    run("rtm:report", {**saved, "PLACES": made["PLACES"], "REPORT": str(output)})
    html = output.read_text(encoding="utf-8")
    assert "The 2 priority places listed below" in html
    assert "What makes it risky" in html


def test_small_numbers_of_incidents_are_left_out_where_asked_for(run, inputs, tmp_path):
    saved = {key: str(tmp_path / name) for key, name in (("RISK_TERRAIN", "risk.tif"), ("MODEL", "model.json"))}
    run("rtm:riskterrainmodel", {**inputs, **saved})
    asked = {**saved, **inputs, "RISK": "terrain_and_history", "N_PLACES": 3}
    places = run("rtm:priorityplaces", {**asked, "PLACES": str(tmp_path / "places.gpkg")})["PLACES"]
    observed = [row["observed"] for row in rows(places)]
    output = tmp_path / "report.html"
    run("rtm:report", {**saved, "PLACES": places, "SMALLEST_COUNT": max(observed), "REPORT": str(output)})
    html = output.read_text(encoding="utf-8")
    few = sum(one < max(observed) for one in observed)
    assert few and html.count(f"<td>fewer than {max(observed)}</td>") == few
    assert html.count(" around<br>") == 3 - few  # the parts of what is expected would tell it
    # places that the report cuts itself, with parts, but without a number that could be looked at
    run("rtm:report", {**saved, "RISK": "terrain_and_history", "SMALLEST_COUNT": 10, "REPORT": str(output)})
    assert " around<br>" not in output.read_text(encoding="utf-8")


def test_small_numbers_are_left_out_unless_asked_for(run, inputs, tmp_path):
    """Of the main job's own report, too: below 10 by default, and the model, its command and its file remember it."""
    page, file = tmp_path / "report.html", tmp_path / "model.json"
    told = {}
    for least in (None, 39, 0):
        asked = {**inputs, "RISK_TERRAIN": str(tmp_path / "risk.tif"), "MODEL": str(file), "REPORT": str(page)}
        run("rtm:riskterrainmodel", asked if least is None else {**asked, "SMALLEST_COUNT": least})
        html = page.read_text(encoding="utf-8")
        table = html.split("Priority places</h2>")[1].split("</table>")[0]
        told[least] = [int(one) for one in re.findall(r"<td>(\d+)<br>[\d.]+%</td>", table)]
        n_few = table.count(f"<td>fewer than {10 if least is None else least}</td>")
        assert len(told[least]) + n_few == table.count("<tr><th") - 1
        assert min(told[least], default=99) >= (10 if least is None else least)
        model = RiskTerrainModel.from_json(file.read_text(encoding="utf-8"))
        request = request_of(model)
        assert request.smallest_count == model.inputs["smallest_count"] == (10 if least is None else least)
        assert f"--SMALLEST_COUNT={request.smallest_count}" in html
        assert ModelRequest.from_json(request.to_json()).smallest_count == request.smallest_count
    assert set(told[39]) < set(told[0]) and min(told[0]) < 39


def test_the_command_repeats_the_run(run, qgis_process_inputs, tmp_path):
    files = {"RISK_TERRAIN": str(tmp_path / "risk.tif"), "MODEL": str(tmp_path / "model.json")}
    run("rtm:riskterrainmodel", {**qgis_process_inputs, **files, "REPORT": str(tmp_path / "report.html")})
    html = (tmp_path / "report.html").read_text(encoding="utf-8")
    words = shlex.split(unescape(re.search(r"<pre>(.*?)</pre>", html, re.DOTALL).group(1)).replace("\\\n", " "))
    assert words[:3] == ["qgis_process", "run", "rtm:riskterrainmodel"]
    options = {}
    for key, value in (word[2:].split("=", 1) for word in words[3:]):
        options.setdefault(key, []).append(value)
    again = {key: values if key == "FACTORS" else values[0] for key, values in options.items()}
    again["FACTOR_SETTINGS"] = again["FACTOR_SETTINGS"].split(",")
    again.update({key: str(tmp_path / f"again_{again[key]}") for key in ("RISK_TERRAIN", "MODEL_TABLE", "MODEL")})
    run("rtm:riskterrainmodel", again)
    assert (tmp_path / "again_model.json").read_bytes() == (tmp_path / "model.json").read_bytes()
    assert (tmp_path / "again_risk_terrain.tif").read_bytes() == (tmp_path / "risk.tif").read_bytes()


@pytest.fixture
def qgis_process_inputs(town, tmp_path):
    """The town in a file, with settings that are none of the defaults."""
    import processing

    def saved(layer):
        path = str(tmp_path / f"{layer.name()}.gpkg")
        processing.run("native:savefeatures", {"INPUT": layer, "OUTPUT": path})
        return path

    return {
        "STUDY_AREA": saved(town.area),
        "INCIDENTS": saved(town.incidents),
        "FACTORS": [saved(layer) for layer in (town.shops, town.bars)],
        "FACTOR_SETTINGS": ["bars", "density", 2, "whole", ""],
        "FACTOR_LABELS": "shops = Shops, large and small",
        "BLOCK_LENGTH": 120,
        "CELL_SIZE": 50,
        "FAMILIES": "poisson+nb1",
        "SEED": 7,
        "FOLDS": 4,
        "SWAPS": False,
    }


def test_without_jinja2_it_says_so_before_the_run(run, inputs, monkeypatch, tmp_path):
    from qgis.core import QgsApplication, QgsProcessingContext

    algorithm = QgsApplication.processingRegistry().algorithmById("rtm:riskterrainmodel").create()
    monkeypatch.setitem(sys.modules, "jinja2", None)
    parameters = {
        **inputs,
        "RISK_TERRAIN": str(tmp_path / "risk.tif"),
        "REPORT": str(tmp_path / "report.html"),
    }
    ok, message = algorithm.checkParameterValues(parameters, QgsProcessingContext())
    assert not ok
    assert "The Python package 'jinja2' is not installed" in message
    del parameters["REPORT"]
    assert algorithm.checkParameterValues(parameters, QgsProcessingContext())[0]


@pytest.mark.parametrize(
    ("kind", "field", "values", "dates"),
    [
        ("month:string(7)", "month", ["2022-03", "2022-01", "2022-12"], "2022-01 – 2022-12"),
        ("date:date", "date", ["2024-02-01", "2024-03-31", "2024-01-09"], "2024-01-09 – 2024-03-31"),
        ("month:string(9)", "month", ["March", "May", "June"], ""),
        ("size:integer", "size", [1, 2, 3], ""),
    ],
)
def test_dates_of_incidents(make_layer, kind, field, values, dates):
    layer = make_layer("thefts", "Point", ["Point(1 1)"] * 3, fields=[kind], rows=[[value] for value in values])
    assert layer_records.dates_of(layer) == dates


def test_places_of_the_report_are_cut_from_what_was_asked(run, fitted, tmp_path):
    """Terrain and history names other places than the terrain, and the page says what each is good for."""
    pages = {}
    for risk in ("terrain", "terrain_and_history"):
        page = tmp_path / f"{risk}.html"
        run(
            "rtm:report",
            {
                "MODEL": fitted.model,
                "RISK_TERRAIN": fitted.terrain,
                "RISK": risk,
                "REPORT": str(page),
                "SMALLEST_COUNT": 0,
            },
        )
        pages[risk] = page.read_text(encoding="utf-8")
    assert "cut from the terrain: where the landscape is risky" in pages["terrain"]
    assert "cut from terrain and history together: where most incidents" in pages["terrain_and_history"]
    assert "landscape<br>" in pages["terrain_and_history"] and "landscape<br>" not in pages["terrain"]
    for words in ("Map of risk", "expected incidents of a cell, given terrain and history"):
        assert words in pages["terrain_and_history"]
    assert "given terrain and history" not in pages["terrain"]
    assert pages["terrain"].split('id="places"')[1] != pages["terrain_and_history"].split('id="places"')[1]


def test_names_to_show_are_shown_and_come_again(run, qgis_process_inputs, tmp_path):
    """In the page's sentences and charts; ids stay ids, and the command that makes the model again has them, too."""
    page, model = tmp_path / "page.html", tmp_path / "model.json"
    files = {"RISK_TERRAIN": str(tmp_path / "risk.tif"), "MODEL": str(model), "REPORT": str(page)}
    run(
        "rtm:riskterrainmodel",
        {**qgis_process_inputs, **files, "FACTOR_LABELS": "bars = Pubs, bars & clubs\nshops=Corner shops"},
    )
    text = page.read_text(encoding="utf-8")
    assert "Pubs, bars &amp; clubs" in text
    assert "--FACTOR_LABELS=bars = Pubs, bars &amp; clubs; shops = Corner shops" in text
    found = json.loads(model.read_text())
    assert [one["variable"]["factor"] for one in found["selected"]] == ["bars"]
    assert {one["name"]: one["label"] for one in found["specs"]} == {
        "bars": "Pubs, bars & clubs",
        "shops": "Corner shops",
    }


def test_the_report_follows_the_places_that_it_is_given(run, fitted, tmp_path):
    """Cut from terrain and history they bring their map, their parts and their sentence, whatever RISK says."""
    places, page = str(tmp_path / "places.gpkg"), tmp_path / "page.html"
    terrain = {"RISK_TERRAIN": fitted.terrain}
    run("rtm:priorityplaces", {**terrain, "RISK": "terrain_and_history", "N_PLACES": 3, "PLACES": places})
    asked = {"MODEL": fitted.model, **terrain, "PLACES": places, "REPORT": str(page)}
    run("rtm:report", {**asked, "SMALLEST_COUNT": 0})
    text = page.read_text(encoding="utf-8")
    assert "cut from terrain and history together" in text
    assert text.count(" landscape<br>") == 3
    assert "expected incidents of a cell, given terrain and history" in text
