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


def rows(path):
    """Names of the fields and all that is in them, of the first layer of a file."""
    data = ogr.Open(str(path))
    layer = data.GetLayer(0)
    names = [field.name for field in layer.schema]
    return names, [[feature.GetField(name) for name in names] for feature in layer]


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


def without_texts(model):
    """A saved model without the sentences of its diagnostics, which are for people."""
    for finding in model["inputs"]["diagnostics"]:
        assert all(finding.pop(key) is not None for key in ("name", "verdict", "advice"))
    return model


def test_numbers_fields_and_codes_are_the_same(runs):
    english, german = (runs[language][0] for language in ("English", "German"))
    for name in ("table.csv", "candidates.csv"):
        assert (german / name).read_bytes() == (english / name).read_bytes()
    for name in ("places.gpkg", "cells.gpkg"):
        assert rows(german / name) == rows(english / name)
    assert items(german / "risk.tif") == items(english / "risk.tif")
    models = [(folder / "model.json").read_text(encoding="utf-8") for folder in (english, german)]
    assert models[0] != models[1]
    english_model, german_model = (json.dumps(without_texts(json.loads(model))) for model in models)
    assert german_model == english_model
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
    text = re.sub(r"<style>.*?</style>|<[^>]+>", " ", page, flags=re.DOTALL)
    words = [word.lower() for word in re.findall(r"[A-Za-zÄÖÜäöüß]+", text)]
    assert not {"the", "and", "with", "which", "incidents", "is", "are"} & set(words)
    assert words.count("vorfälle") > 10
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
