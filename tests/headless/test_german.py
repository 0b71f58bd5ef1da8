"""The same run in English and in German: other words, and not one other number."""

import json
import re

import pytest
from osgeo import gdal, ogr

FILES = {
    "RISK_TERRAIN": "risk.tif",
    "MODEL": "model.json",
    "MODEL_TABLE": "table.csv",
    "CANDIDATES": "candidates.csv",
    "CELLS": "cells.gpkg",
    "REPORT": "report.html",
}


TEXTS = ("label", "factors", "nearest")  # fields that people read


def rows(path):
    """Names of the fields and what is in those that hold no sentence, of the first layer of a file."""
    data = ogr.Open(str(path))
    layer = data.GetLayer(0)
    names = [field.name for field in layer.schema]
    return names, [[feature.GetField(name) for name in names if name not in TEXTS] for feature in layer]


def items(path):
    """Numbers of a raster, and what it says for programs."""
    raster = gdal.Open(str(path))
    return raster.ReadAsArray().tobytes(), raster.GetGeoTransform(), raster.GetProjection(), raster.GetMetadata()


@pytest.fixture(scope="module")
def runs(qgis_process, german_qgis_process, town, tmp_path_factory):
    """Folder of a model and its places, and how they ran, by language."""
    made = {}
    for language, process in (("English", qgis_process), ("German", german_qgis_process)):
        folder = tmp_path_factory.mktemp(language)
        done = process(
            "rtm:riskterrainmodel",
            STUDY_AREA=town("town"),
            INCIDENTS=town("thefts"),
            FACTORS=[town("bars"), town("shops")],
            **{key: folder / name for key, name in FILES.items()},
        )
        assert done.returncode == 0, done.stderr
        places = process("rtm:priorityplaces", RISK_TERRAIN=folder / "risk.tif", PLACES=folder / "places.gpkg")
        assert places.returncode == 0, places.stderr
        city = process("rtm:samplecity", OUTPUT=folder / "city.gpkg")
        assert city.returncode == 0, city.stderr
        made[language] = folder, done, places, city
    return made


def differences(one, other, place=""):
    """Where two structures of JSON differ: the paths."""
    if isinstance(one, dict) and isinstance(other, dict):
        assert list(one) == list(other), place
        return [found for key in one for found in differences(one[key], other[key], f"{place}/{key}")]
    if isinstance(one, list) and isinstance(other, list):
        assert len(one) == len(other), place
        return [found for a, b in zip(one, other) for found in differences(a, b, place)]
    return [] if one == other else [place]


def test_numbers_fields_and_codes_are_the_same(runs):
    english, german = (runs[language][0] for language in ("English", "German"))
    for name in ("table.csv", "candidates.csv"):
        assert (german / name).read_bytes() == (english / name).read_bytes()
    for name in ("places.gpkg", "cells.gpkg"):
        assert rows(german / name) == rows(english / name)
    assert items(german / "risk.tif") == items(english / "risk.tif")
    models = [json.loads((folder / "model.json").read_text(encoding="utf-8")) for folder in (english, german)]
    sentences = {f"/inputs/diagnostics/{key}" for key in ("name", "verdict", "advice")}
    assert set(differences(*models)) == {"/warnings", *sentences}
    for own, other in zip(runs["German"][1:], runs["English"][1:]):
        numbers = {key: value for key, value in other.results.items() if isinstance(value, (int, float))}
        assert len(numbers) > 3
        assert {key: own.results[key] for key in numbers} == numbers
        assert own.results.keys() == other.results.keys()
    settings = [runs[language][3].results["FACTOR_SETTINGS"] for language in ("English", "German")]
    assert settings[0] == settings[1] == "community_centres,both,3,half,protective"


def test_what_people_read_is_german(runs, german_qgis_process):
    folder, done, *_ = runs["German"]
    assert "Modell" in done.stderr + done.stdout
    page = (folder / "report.html").read_text(encoding="utf-8")
    assert '<html lang="de">' in page
    text = re.sub(r"<style.*?</style>|<!--.*?-->|<[^>]+>", " ", page, flags=re.DOTALL)
    assert not re.findall(r".*\b(?:the|and|with|which|incidents|is|are)\b.*", text)
    assert text.count("Vorfälle") > 10
    told = german_qgis_process.command("help", "rtm:riskterrainmodel")
    assert "Untersuchungsgebiet" in told.stdout
    assert "RTM-Modell" in german_qgis_process.command("list").stdout


def test_errors_are_german(german_qgis_process, town, tmp_path):
    done = german_qgis_process(
        "rtm:riskterrainmodel",
        STUDY_AREA=town("town"),
        INCIDENTS=town("no thefts"),
        FACTORS=[town("bars")],
        RISK_TERRAIN=tmp_path / "risk.tif",
    )
    assert done.returncode != 0
    assert "Vorfälle „no thefts“: Der Layer hat kein Objekt" in done.stderr + done.stdout
