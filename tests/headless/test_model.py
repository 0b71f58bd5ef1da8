"""An example model through the real qgis_process, by its id and as a file: two factors with settings of their own."""

import csv
import json

import pytest
from checkout import ROOT
from osgeo import gdal

FILE = ROOT / "processing_provider" / "examples" / "example_two_factors.model3"


@pytest.mark.parametrize("model", ["rtm:example_two_factors", str(FILE)], ids=["id", "file"])
def test_two_differently_set_factors_run_as_a_model(qgis_process, town, tmp_path, model):
    done = qgis_process(
        model,
        **{
            "STUDY_AREA": town("town"),
            "INCIDENTS": town("thefts"),
            "BARS": town("bars"),
            "BUS_STOPS": town("shops"),
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
