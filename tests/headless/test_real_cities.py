"""The main job on real cities, in one command each."""

import csv

import pytest
from real_cities import CAMDEN, parameters_of


@pytest.fixture
def run(qgis_process, shared_data):
    def run(city, folder, **more):
        return qgis_process(
            "rtm:riskterrainmodel",
            **{**parameters_of(city, shared_data), **more},
            RISK_TERRAIN=folder / "risk.tif",
            MODEL_TABLE=folder / "model.csv",
            MODEL=folder / "model.json",
        )

    return run


@pytest.mark.slow
def test_camden_twice_with_the_layers_in_another_order(run, shared_data, tmp_path):
    first, second = tmp_path / "first", tmp_path / "second"
    done = run("london_camden", first)
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
    assert {row["factor"] for row in rows} <= set(CAMDEN["FACTORS"])

    reversed_factors = parameters_of("london_camden", shared_data)["FACTORS"][::-1]
    again = run("london_camden", second, FACTORS=reversed_factors)
    assert again.returncode == 0, again.stderr
    for name in ("risk.tif", "model.csv", "model.json"):
        assert (first / name).read_bytes() == (second / name).read_bytes(), name


@pytest.mark.slow
def test_chicago(run, tmp_path):
    done = run("chicago", tmp_path)
    assert done.returncode == 0, done.stderr
    found = done.results
    assert found["N_INCIDENTS"] + found["N_INCIDENTS_OUTSIDE"] == 6876
    assert found["N_SELECTED"] >= 4
    assert found["BIC"] < 24189.7  # of a search with four factors instead of six
