"""Place sheets: a page for each place that says what its place has, and the places as devices take them."""

import csv
import datetime
import json
import re
import shutil
import subprocess
from pathlib import Path

import numpy as np
import pytest
from attributes import rows
from osgeo import ogr
from qgis.core import QgsLayoutItemLabel, QgsLayoutItemMap, QgsProject, QgsVectorLayer

from risk_terrain_modelling.processing_provider.writing import place_sheets


@pytest.fixture
def places(run, fitted, town, tmp_path):
    """The first three places of the town, cut from terrain and history, with reasons and recorded incidents."""
    path = str(tmp_path / "places.gpkg")
    asked = {"RISK_TERRAIN": fitted.terrain, "MODEL": fitted.model, "FACTORS": list(fitted.factors.values())}
    asked |= {"INCIDENTS": town.incidents, "RISK": "terrain_and_history", "N_PLACES": 3, "PLACES": path}
    run("rtm:priorityplaces", asked)
    return path


@pytest.fixture
def moments(town):
    """The town's incidents, each with a date and an hour."""
    random = np.random.RandomState(3)
    layer = QgsVectorLayer("Point?crs=EPSG:27700&field=day:string&field=hour:integer", "thefts", "memory")
    features = []
    for incident in town.incidents.getFeatures():
        incident.setFields(layer.fields(), True)
        incident.setAttributes([f"2024-01-{random.randint(1, 29):02d}", int(random.randint(24))])
        features.append(incident)
    layer.dataProvider().addFeatures(features)
    return layer


def text_of(pdf, page):
    if shutil.which("pdftotext") is None:
        pytest.skip("no pdftotext to read the PDF with")
    command = ["pdftotext", "-f", str(page), "-l", str(page), "-layout", pdf, "-"]
    return " ".join(subprocess.run(command, capture_output=True, text=True, check=True).stdout.split())


def test_each_place_has_its_page(run_alone, places, moments, fitted, tmp_path):
    pdf = str(tmp_path / "sheets.pdf")
    asked = {"PLACES": places, "INCIDENTS": moments, "DATE_FIELD": "day", "HOUR_FIELD": "hour"}
    asked |= {"RISK_TERRAIN": fitted.terrain, "FACTORS": list(fitted.factors.values())}
    results, project = run_alone("rtm:placesheets", **asked, SOURCE="Made up", DATE="1 June 2024", PDF=pdf)
    written = rows(places)
    assert results["N_PAGES"] == len(written) == 3
    assert len(re.findall(rb"/Type\s*/Page\b", Path(pdf).read_bytes())) == 3
    for page, place in enumerate(written, 1):
        text = text_of(pdf, page)
        assert f"{page}. {place['label']}" in text
        assert f"Recorded incidents: {place['observed']}" in text
        assert place["factors"].split("; ")[0] in text
        for words in ("Scanning", "Assessment", "Source: Made up 1 June 2024", "a correlation, not a cause"):
            assert words in text
        assert f"by what happens around {place['around']:.3g}" in text
    project.clear()


def test_the_table_counts_the_incidents_of_its_place(run_alone, places, moments):
    """Against QGIS's own question whether a point is within, and Python's own weekday."""
    asked = {"PLACES": places, "INCIDENTS": moments, "DATE_FIELD": "day", "HOUR_FIELD": "hour"}
    _, project = run_alone("rtm:placesheets", **asked, SMALLEST_COUNT=0)
    (table,) = project.mapLayersByName("Incidents by weekday and hour")
    found = rows(table)
    for place in QgsVectorLayer(places, "places", "ogr").getFeatures():
        inside = [one for one in moments.getFeatures() if place.geometry().contains(one.geometry())]
        slow = np.zeros((7, 8), dtype=int)
        for one in inside:
            slow[datetime.date.fromisoformat(one["day"]).weekday(), one["hour"] // 3] += 1
        mine = [row for row in found if row["rank"] == place["rank"]]
        assert [row["day"] for row in mine] == ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
        assert [[row[f"{3 * band:02d}"] for band in range(8)] for row in mine] == slow.tolist()
        assert [row["all"] for row in mine] == slow.sum(axis=1).tolist()
        assert len(inside) == place["observed"] > 0
    project.clear()


def test_the_layout_stays_and_follows_its_atlas(run_alone, places, tmp_path):
    results, project = run_alone("rtm:placesheets", PLACES=places, N_SHEETS=2, GEOPACKAGE=str(tmp_path / "sheets.gpkg"))
    (layout,) = project.layoutManager().layouts()
    assert layout.name() == results["LAYOUT"]
    assert {layer.id() for layer in layout.itemById("map").layers()} <= set(project.mapLayers())
    assert project.write(str(tmp_path / "project.qgz"))
    again = QgsProject()
    assert again.read(str(tmp_path / "project.qgz"))
    layout = again.layoutManager().layouts()[0]
    atlas = layout.atlas()
    atlas.beginRender()
    headings = []
    while atlas.next():
        layout.refresh()
        texts = [item.currentText() for item in layout.items() if isinstance(item, QgsLayoutItemLabel)]
        headings += [text for text in texts if re.match(r"\d\. ", text)]
        extent = layout.itemById("map").extent()
        place = next(one for one in QgsVectorLayer(places, "p", "ogr").getFeatures() if one["rank"] == len(headings))
        box = place.geometry().boundingBox()
        assert extent.contains(box) and extent.width() > 1.9 * box.width()
    assert headings == [f"{row['rank']}. {row['label']}" for row in rows(places)[:2]]
    again.clear()
    project.clear()


def test_places_for_devices(run, places, make_layer, tmp_path):
    """All places in each format, in degrees where they are no QGIS layer; nothing a spreadsheet would run."""
    layer = QgsVectorLayer(places, "places", "ogr")
    layer.startEditing()
    first = next(layer.getFeatures('"rank" = 1'))
    layer.changeAttributeValue(first.id(), layer.fields().lookupField("label"), "=1+1 Café")
    assert layer.commitChanges()
    files = {key: str(tmp_path / f"out.{key.lower()}") for key in ("GEOJSON", "KML", "CSV")}
    given = {"PLACES": places, "KEEP_LAYOUT": False, "N_SHEETS": 2, "GEOPACKAGE": str(tmp_path / "out.gpkg")}
    results = run("rtm:placesheets", given, None, **files)
    assert {key: results[key] for key in files} == files
    written = rows(f"{tmp_path / 'out.gpkg'}|layername=places")
    assert [row["rank"] for row in written] == [1, 2] and written[0]["label"] == "=1+1 Café"
    collection = json.loads(Path(files["GEOJSON"]).read_text(encoding="utf-8"))
    assert [one["properties"]["rank"] for one in collection["features"]] == [1, 2]
    globe = ogr.Open(files["KML"])
    placemarks = globe.GetLayer(0)
    with open(files["CSV"], newline="", encoding="utf-8") as file:
        table = list(csv.DictReader(file))
    assert table[0]["label"] == "'=1+1 Café"
    for row, feature in zip(table, collection["features"]):
        shape = ogr.CreateGeometryFromJson(json.dumps(feature["geometry"]))
        point = ogr.CreateGeometryFromWkt(f"POINT({row['longitude']} {row['latitude']})")
        assert shape.Contains(point)
        assert placemarks.GetNextFeature().GetGeometryRef().Buffer(1e-6).Contains(point)
        assert -8 < point.GetX() < 2 and 49 < point.GetY() < 61


def test_dates_without_days_are_said_and_make_no_table(run_alone, places, town):
    layer = QgsVectorLayer("Point?crs=EPSG:27700&field=month:string", "thefts", "memory")
    features = []
    for incident in town.incidents.getFeatures():
        incident.setFields(layer.fields(), True)
        incident.setAttributes(["2024-01"])
        features.append(incident)
    layer.dataProvider().addFeatures(features)
    _, project = run_alone("rtm:placesheets", PLACES=places, INCIDENTS=layer, DATE_FIELD="month")
    (drawn,) = project.mapLayersByName("Priority place, with its rank")
    assert all("The day is known of none of" in row["when_known"] for row in rows(drawn))
    assert not project.mapLayersByName("Incidents by weekday and hour")
    project.clear()


def test_only_the_models_factors_are_drawn_and_the_legend_stays_beside_the_map(
    run_alone, fitted, places, make_layer, town
):
    many = [make_layer(f"other things {number}", "Point", ["Point(530500 180500)"]) for number in range(24)]
    layers = [*fitted.factors.values(), *many]
    for model, n_others in ((fitted.model, 0), ("", 24)):
        asked = {"PLACES": places, "FACTORS": layers, "RISK_TERRAIN": fitted.terrain, "MODEL": model}
        _, project = run_alone("rtm:placesheets", **asked)
        (layout,) = project.layoutManager().printLayouts()
        (shown,) = [item for item in layout.items() if isinstance(item, QgsLayoutItemMap)]
        names = [layer.name() for layer in shown.layers()]
        assert sum(name.startswith("other things") for name in names) == n_others and "bars" in names
        legend = layout.itemById("legend")
        legend.adjustBoxSize()
        box = legend.sceneBoundingRect()
        assert box.bottom() <= place_sheets._BELOW_MAP and box.right() <= 210


def test_small_numbers_are_left_out_where_asked_for(run_alone, places, moments, tmp_path):
    """One place has 40 incidents and the others fewer: what is told of each, on the page and in files."""
    written = rows(places)
    observed = sorted(row["observed"] for row in written)
    smallest = observed[-1]
    assert observed[-2] < smallest
    asked = {"PLACES": places, "INCIDENTS": moments, "DATE_FIELD": "day", "HOUR_FIELD": "hour", "KEEP_LAYOUT": False}
    files = {"PDF": "sheets.pdf", "GEOPACKAGE": "sheets.gpkg", "CSV": "places.csv", "GEOJSON": "places.geojson"}
    paths = {key: str(tmp_path / name) for key, name in files.items()}
    run_alone("rtm:placesheets", **asked, **paths, SMALLEST_COUNT=smallest)
    for page, place in enumerate(written, 1):
        text = text_of(paths["PDF"], page)
        if place["observed"] == smallest:
            assert f"Recorded incidents: {smallest}" in text and "of these by the landscape" in text
        else:
            assert f"Recorded incidents: fewer than {smallest}" in text
            assert f"Of fewer than {smallest} incidents days and hours are not told." in text
            assert "of these by the landscape" not in text
    kept = {row["rank"]: row["observed"] for row in written if row["observed"] == smallest}
    layer = QgsVectorLayer(f"{paths['GEOPACKAGE']}|layername=places", "places", "ogr")
    assert {row["rank"]: row["observed"] for row in rows(layer) if row["observed"]} == kept
    times = rows(QgsVectorLayer(f"{paths['GEOPACKAGE']}|layername=times", "times", "ogr"))
    assert not any(row[name] for row in times for name in ("most", "all", *(f"{3 * band:02d}" for band in range(8))))
    with open(paths["CSV"], encoding="utf-8", newline="") as file:
        assert {int(row["rank"]): int(row["observed"]) for row in csv.DictReader(file) if row["observed"]} == kept
    features = json.loads(Path(paths["GEOJSON"]).read_text())["features"]
    assert sum(feature["properties"]["observed"] is not None for feature in features) == 1
