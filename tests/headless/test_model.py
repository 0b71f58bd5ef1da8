"""The example model, two factors with settings of their own, through the real qgis_process."""

import csv
import json
from pathlib import Path

from osgeo import gdal

MODEL = Path(__file__).resolve().parent.parent.parent / "docs" / "examples" / "two_factors.model3"


def test_two_differently_set_factors_run_as_a_model(qgis_process, town, tmp_path):
    done = qgis_process(
        str(MODEL),
        **{
            "study_area": town("town"),
            "incidents": town("thefts"),
            "bars": town("bars"),
            "bus_stops": town("shops"),
            "model:Risk terrain": tmp_path / "risk.tif",
            "model:Model table": tmp_path / "model.csv",
        },
    )
    assert done.returncode == 0, done.stderr
    settings = json.loads(gdal.Open(str(tmp_path / "risk.tif")).GetMetadataItem("RTM_PARAMETERS"))
    assert settings["FACTORS"] == ["bars", "bus stops"]
    assert settings["FACTOR_SETTINGS"] == [
        *("bars", "density", 2.0, "half", "aggravating"),
        *("bus stops", "proximity", 3.0, "whole", "aggravating"),
    ]
    with (tmp_path / "model.csv").open() as file:
        selected = {row["factor"]: row["operationalisation"] for row in csv.DictReader(file)}
    assert selected["bars"] == "density"
