"""From a model to places, reasons and a what-if through the real qgis_process: the sample city and Camden."""

import numpy as np
import pytest
from osgeo import gdal, ogr
from scipy import ndimage

CAMDEN = (
    "bars",
    "bus_stops",
    "cafes",
    "convenience_stores",
    "fast_food",
    "pubs",
    "registered_parks",
    "schools",
)


def features(path):
    data = ogr.Open(str(path))
    return [{**feature.items(), "outline": feature.GetGeometryRef().Clone()} for feature in data.GetLayer(0)]


@pytest.fixture(scope="module")
def sample_city(qgis_process, tmp_path_factory):
    folder = tmp_path_factory.mktemp("sample city")
    city = qgis_process("rtm:samplecity", OUTPUT=folder / "city.gpkg").results
    return folder, {
        "STUDY_AREA": city["STUDY_AREA"],
        "INCIDENTS": city["INCIDENTS_PERIOD_1"],
        "FACTORS": city["FACTORS"],
        "FACTOR_SETTINGS": city["FACTOR_SETTINGS"],
    }


@pytest.fixture(scope="module")
def camden(shared_data, tmp_path_factory):
    def layer(name):
        return f"{shared_data / 'london_camden.gpkg'}|layername={name}"

    return tmp_path_factory.mktemp("camden"), {
        "STUDY_AREA": layer("study_area"),
        "INCIDENTS": layer("violence_2022"),
        "FACTORS": [layer(name) for name in CAMDEN],
    }


@pytest.mark.parametrize("city", ["sample_city", "camden"])
def test_places_reasons_and_what_if(qgis_process, request, city):
    folder, inputs = request.getfixturevalue(city)
    terrain, saved = folder / "risk terrain.tif", folder / "model.json"
    fitted = qgis_process("rtm:riskterrainmodel", **inputs, RISK_TERRAIN=terrain, MODEL=saved)
    assert fitted.returncode == 0, fitted.stderr
    with_model = {"MODEL": saved, "FACTORS": inputs["FACTORS"]}

    places = qgis_process(
        "rtm:priorityplaces",
        **with_model,
        RISK_TERRAIN=terrain,
        INCIDENTS=inputs["INCIDENTS"],
        METHOD="above_2sd",
        PLACES=folder / "places.gpkg",
    )
    assert places.returncode == 0, places.stderr
    found = features(folder / "places.gpkg")
    dataset = gdal.Open(str(terrain))
    scores, expected = (dataset.GetRasterBand(number).ReadAsArray() for number in (1, 2))
    groups, n_groups = ndimage.label(scores > fitted.results["HIGHEST_RISK_THRESHOLD"], np.ones((3, 3)))
    assert len(found) == n_groups == places.results["N_PLACES_FOUND"]
    sizes = ndimage.sum_labels(np.ones(groups.shape), groups, range(1, n_groups + 1))
    sums = ndimage.sum_labels(expected, groups, range(1, n_groups + 1))
    assert sorted(row["cells"] for row in found) == sorted(sizes)
    assert [row["expected"] for row in found] == pytest.approx(sorted(sums, reverse=True))
    assert all(row["factors"] and row["outline"].IsValid() for row in found)
    # what was found to be risky held more incidents than its area's share, or the map is worth nothing
    assert places.results["OBSERVED_PERCENT"] > 2 * places.results["AREA_PERCENT"]

    why = qgis_process(
        "rtm:explainplace",
        **with_model,
        INPUT=folder / "places.gpkg",
        PLACE_FIELD="label",
        RISK_TERRAIN=terrain,
        OUTPUT=folder / "why.csv",
        PLACES=folder / "why.gpkg",
    )
    assert why.returncode == 0, why.stderr
    explained = features(folder / "why.gpkg")
    assert [row["rrs"] for row in explained] == pytest.approx([row["rrs_mean"] for row in found], rel=1e-9)
    for row, place in zip(explained, found):  # a place has at most five reasons
        assert row["factors"].startswith(place["factors"].rpartition("; and ")[0] or place["factors"])

    what_if = qgis_process(
        "rtm:applymodel",
        **with_model,
        RISK_TERRAIN_BEFORE=terrain,
        RISK_TERRAIN=folder / "new.tif",
        DIFFERENCE=folder / "difference.tif",
    )
    assert what_if.returncode == 0, what_if.stderr
    assert what_if.results["N_CELLS_CHANGED"] == 0
    assert what_if.results["EXPECTED_AFTER"] == pytest.approx(expected[scores > 0].sum())


def test_bad_input_ends_in_one_sentence(qgis_process, sample_city, tmp_path):
    _, inputs = sample_city
    nothing = tmp_path / "nothing.json"
    nothing.write_text("{}")
    cases = {
        "rtm:priorityplaces": (
            {"PLACES": tmp_path / "a.gpkg"},
            "Neither a risk terrain nor a model file is given",
        ),
        "rtm:explainplace": (
            {"MODEL": nothing, "FACTORS": inputs["FACTORS"], "POINT": "0,0", "OUTPUT": tmp_path / "a.csv"},
            "is not a saved risk terrain model",
        ),
        "rtm:applymodel": (
            {"MODEL": nothing, "FACTORS": inputs["FACTORS"], "RISK_TERRAIN": tmp_path / "a.tif"},
            "Where to score is not given",
        ),
    }
    for algorithm, (parameters, words) in cases.items():
        done = qgis_process(algorithm, **parameters)
        assert done.returncode == 1
        assert words in done.stderr
        assert "Traceback" not in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["nothing.json"]
