"""Made from one period and judged by the next, on real cities, through the real qgis_process."""

import csv

import pytest

CAMDEN = ["pubs", "bars", "fast_food", "convenience_stores", "off_licences", "banks", "bus_stops"]
CHICAGO = [
    "abandoned_buildings_2017",
    "abandoned_cars_2017",
    "graffiti_2017",
    "liquor_retail",
    "sanitation_2017",
    "street_lights_out_2017",
]


@pytest.mark.slow
def test_camden_by_month_in_one_go(qgis_process, shared_data, tmp_path):
    source = f"{shared_data / 'london_camden.gpkg'}|layername="
    done = qgis_process(
        "rtm:riskterrainmodel",
        STUDY_AREA=source + "study_area",
        INCIDENTS=source + "violence_2022",
        FACTORS=[source + name for name in CAMDEN],
        BLOCK_LENGTH=100,
        CELL_SIZE=100,
        PERIOD_FIELD="month",
        PERIOD_SPLIT="2022-07",
        RISK_TERRAIN=tmp_path / "risk.tif",
        MODEL_TABLE=tmp_path / "model.csv",
        VALIDATION=tmp_path / "validation.csv",
    )
    assert done.returncode == 0, done.stderr
    found = done.results
    assert (found["N_INCIDENTS"], found["N_INCIDENTS_LATER"]) == (3878, 3747)
    assert found["SPLIT_DATE"] == "2022-07-01"
    assert found["VERDICT"].startswith("The risk terrain loses to prior counts: ")
    assert found["VERDICT_WITH_HISTORY"].startswith("Terrain and history is level with prior counts: ")
    assert found["HIT_RATE_10"] < found["HIT_RATE_10_BASELINE"] <= found["HIT_RATE_10_WITH_HISTORY"]
    with (tmp_path / "validation.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert {row["surface"] for row in rows} >= {"prior counts", "kernel density 150 m", "chance"}


@pytest.mark.slow
def test_chicago_from_one_year_to_the_next(qgis_process, shared_data, tmp_path):
    source = f"{shared_data / 'chicago.gpkg'}|layername="
    made = qgis_process(
        "rtm:riskterrainmodel",
        STUDY_AREA=source + "study_area",
        INCIDENTS=source + "burglary_2017",
        FACTORS=[source + name for name in CHICAGO],
        BLOCK_LENGTH=200,
        CELL_SIZE=200,
        RISK_TERRAIN=tmp_path / "risk.tif",
        MODEL_TABLE=tmp_path / "model.csv",
    )
    assert made.returncode == 0, made.stderr
    done = qgis_process(
        "rtm:validate",
        RISK_TERRAINS=tmp_path / "risk.tif",
        INCIDENTS=source + "burglary_2018",
        EARLIER_INCIDENTS=source + "burglary_2017",
        TABLE=tmp_path / "validation.csv",
        REPORT=tmp_path / "validation.html",
    )
    assert done.returncode == 0, done.stderr
    found = done.results
    assert found["N_CELLS"] == 14646
    assert found["N_INCIDENTS"] + found["N_INCIDENTS_OUTSIDE"] == 6125
    assert found["VERDICT"].startswith("The risk terrain loses to kernel density 300 m: in 10% of the area ")
    assert found["DIFFERENCE_HIGH"] < 0
    assert 1.5 < found["PAI_10"] < 2.5
    page = (tmp_path / "validation.html").read_text(encoding="utf-8")
    assert found["VERDICT"] in page and "Terrain and history" in page

    failed = qgis_process(
        "rtm:validate",
        RISK_TERRAINS=tmp_path / "risk.tif",
        INCIDENTS=f"{shared_data / 'london_camden.gpkg'}|layername=violence_2022",
        TABLE=tmp_path / "elsewhere.csv",
    )
    assert failed.returncode == 1
    assert "None of the later incidents lies in a cell" in failed.stdout + failed.stderr
    assert not (tmp_path / "elsewhere.csv").exists()
