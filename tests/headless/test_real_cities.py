"""The main job on real cities, in one command each."""

import csv

import pytest

CAMDEN = [
    "pubs",
    "bars",
    "nightclubs",
    "fast_food",
    "restaurants",
    "cafes",
    "convenience_stores",
    "supermarkets",
    "off_licences",
    "atms",
    "banks",
    "hotels_hostels",
    "clothes_shops",
    "pharmacies",
    "phone_boxes",
    "cctv",
    "public_toilets",
    "playgrounds",
    "cycle_hire",
    "libraries_community",
    "theatres_cinemas",
    "bus_stops",
    "rail_tube_stations",
    "schools",
    "registered_parks",
]
CHICAGO = [
    "abandoned_cars_2017",
    "abandoned_buildings_2017",
    "graffiti_2017",
    "liquor_retail",
    "sanitation_2017",
    "street_lights_out_2017",
]


@pytest.fixture
def run(qgis_process, shared_data):
    def run(city, incidents, factors, folder, **more):
        source = f"{shared_data / city}.gpkg|layername="
        return qgis_process(
            "rtm:riskterrainmodel",
            STUDY_AREA=source + "study_area",
            INCIDENTS=source + incidents,
            FACTORS=[source + name for name in factors],
            RISK_TERRAIN=folder / "risk.tif",
            MODEL_TABLE=folder / "model.csv",
            MODEL=folder / "model.json",
            **more,
        )

    return run


@pytest.mark.slow
def test_camden_twice_with_the_layers_in_another_order(run, tmp_path):
    first, second = tmp_path / "first", tmp_path / "second"
    done = run("london_camden", "violence_2022", CAMDEN, first, BLOCK_LENGTH=100, CELL_SIZE=50)
    assert done.returncode == 0, done.stderr
    found = done.results
    assert found["N_CELLS"] == 9051
    assert found["N_INCIDENTS"] == 7625
    assert found["N_INCIDENTS_OUTSIDE"] == 0
    assert found["N_SELECTED"] >= 6
    assert found["FAMILY"] in ("nb1", "nb2")
    assert found["BIC"] == min(found["BIC_POISSON"], found["BIC_NB1"], found["BIC_NB2"])
    with (first / "model.csv").open() as file:
        rows = list(csv.DictReader(file))
    assert len({row["factor"] for row in rows}) == len(rows) == found["N_SELECTED"]
    assert all(float(row["rrv"]) > 1 and float(row["p_value"]) <= 0.05 for row in rows)
    assert {row["factor"] for row in rows} <= set(CAMDEN)

    again = run("london_camden", "violence_2022", CAMDEN[::-1], second, BLOCK_LENGTH=100, CELL_SIZE=50)
    assert again.returncode == 0, again.stderr
    for name in ("risk.tif", "model.csv", "model.json"):
        assert (first / name).read_bytes() == (second / name).read_bytes(), name


@pytest.mark.slow
def test_chicago(run, tmp_path):
    done = run("chicago", "burglary_2017", CHICAGO, tmp_path, BLOCK_LENGTH=200, CELL_SIZE=200)
    assert done.returncode == 0, done.stderr
    found = done.results
    assert found["N_INCIDENTS"] + found["N_INCIDENTS_OUTSIDE"] == 6876
    assert found["N_SELECTED"] >= 4
    assert found["BIC"] < 24189.7  # of a search with four factors instead of six
