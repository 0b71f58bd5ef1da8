"""Reports and maps are headed by incidents, area and dates, not by the name of a file."""

import re

import pytest
from osgeo import gdal
from town import INCIDENTS, points

from risk_terrain_modelling.rtm_plugin.names import incidents_words

DAYS = ["2024-01-03", "2024-03-01", "2024-06-30", "2024-05-05"]


@pytest.fixture
def dated(make_layer):
    def make(name, days):
        rows = [[days[number % len(days)], "theft"] for number in range(len(INCIDENTS))]
        return make_layer(name, "Point", points(INCIDENTS), fields=["date:string", "kind:string"], rows=rows)

    return make


@pytest.mark.parametrize(
    ("chosen", "called"),
    [
        ("\"type\" = 'it''s theft'", "crimes 2022: it's theft"),
        ('"a ""b""" = \'Robbery\' AND ("month" > \'2022-03\')', "crimes 2022: Robbery"),
        ("\"type\" = 'Robbery' OR \"type\" = 'Theft'", "crimes 2022"),
        ('"n" > 3', "crimes 2022"),
        ("", "crimes 2022"),
    ],
)
def test_incidents_of_one_type_are_called_by_it(chosen, called):
    assert incidents_words({"incidents": "crimes_2022", "incident_filter": chosen}) == called


def _heading(page):
    return re.search("<h1>(.*?)</h1>", page.read_text(encoding="utf-8"))[1]


def test_everything_made_of_a_risk_terrain_says_what_it_is_of(town, dated, tmp_path):
    import processing

    raster = str(tmp_path / "r.tif")
    processing.run(
        "rtm:riskterrainmodel",
        {
            "STUDY_AREA": town.area,
            "INCIDENTS": dated("thefts", DAYS),
            "FACTORS": [town.bars],
            "RISK_TERRAIN": raster,
            "REPORT": str(tmp_path / "report.html"),
        },
    )
    title = "thefts · Town · 2024-01-03 – 2024-06-30"
    assert _heading(tmp_path / "report.html") == title
    later = dated("later thefts", [day.replace("2024", "2025") for day in DAYS])
    validation = {"RISK_TERRAINS": [raster], "INCIDENTS": later, "RESAMPLES": 0}
    processing.run("rtm:validate", {**validation, "REPORT": str(tmp_path / "validation.html")})
    judged = f"{title}, judged by later thefts · 2025-01-03 – 2025-06-30"
    assert _heading(tmp_path / "validation.html") == judged

    before = gdal.Open(raster, gdal.GA_Update)  # as the first version wrote it
    before.SetMetadataItem("RTM_TITLE", None)
    before = None
    processing.run("rtm:validate", {**validation, "REPORT": str(tmp_path / "validation.html")})
    assert _heading(tmp_path / "validation.html").startswith("thefts · Town, judged by later thefts")


def test_the_days_are_those_that_the_model_was_made_from(town, dated, tmp_path):
    import processing

    processing.run(
        "rtm:riskterrainmodel",
        {
            "STUDY_AREA": town.area,
            "INCIDENTS": dated("crimes", DAYS),
            "FACTORS": [town.bars],
            "PERIOD_FIELD": "date",
            "PERIOD_SPLIT": "2024-05-05",
            "INCIDENT_FILTER": "\"kind\" = 'theft'",
            "RISK_TERRAIN": str(tmp_path / "r.tif"),
            "REPORT": str(tmp_path / "report.html"),
        },
    )
    assert _heading(tmp_path / "report.html") == "crimes: theft · Town · 2024-01-03 – 2024-05-04"
