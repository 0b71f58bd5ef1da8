"""Distance and density rasters, and the defaults that follow from the CRS."""

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import QgsCoordinateReferenceSystem, QgsProcessingContext, QgsProcessingException, QgsProject

from risk_terrain_modelling.processing_provider.units import default_block


def _run(parameters, context=None):
    import processing

    return processing.run("rtm:factorrasters", parameters, context=context)


def _band(path):
    dataset = gdal.Open(path)  # a band must not outlive it
    return dataset.GetRasterBand(1).ReadAsArray().ravel()


def test_distances_and_densities_are_those_of_the_layers(town, tmp_path):
    result = _run(
        {
            "STUDY_AREA": town.area,
            "FACTORS": [town.park, town.bars],
            "OPERATIONALISATION": "both",
            "BANDWIDTH": 250,
            "FOLDER": str(tmp_path),
        }
    )
    names = [path.rsplit("/", 1)[1] for path in result["LAYERS"]]
    assert names == ["bars_distance.tif", "bars_density_250.tif", "park_distance.tif"]
    assert result["N_CELLS"] == 1600
    bars = np.array([feature.geometry().asPoint() for feature in town.bars.getFeatures()])
    dataset = gdal.Open(result["LAYERS"][0])
    x_min, size, _, y_max, *_ = dataset.GetGeoTransform()
    column, row = np.meshgrid(np.arange(40), np.arange(40))
    centroids = np.column_stack([x_min + (column.ravel() + 0.5) * size, y_max - (row.ravel() + 0.5) * size])
    apart = np.hypot(*(centroids[:, None] - bars[None]).transpose(2, 0, 1))
    nearest = apart.min(axis=1)
    found = dataset.GetRasterBand(1).ReadAsArray().ravel()
    assert found[nearest <= 300] == pytest.approx(nearest[nearest <= 300])
    assert set(found[nearest > 300]) == {dataset.GetRasterBand(1).GetNoDataValue()}
    u = np.minimum(apart / 250, 1)
    density = (2 / (np.pi * 250**2) * (1 - u**2)).sum(axis=1)
    found = _band(result["LAYERS"][1])
    assert found == pytest.approx(density, rel=1e-9, abs=1e-18)
    assert (_band(result["LAYERS"][2]) == 0).sum() > 10, "inside the park"


def test_the_rasters_are_loaded_where_there_is_a_project(town, tmp_path):
    project, context = QgsProject(), QgsProcessingContext()
    context.setProject(project)
    result = _run({"STUDY_AREA": town.area, "FACTORS": [town.bars], "MAX_BLOCKS": 1, "FOLDER": str(tmp_path)}, context)
    assert sorted(context.layersToLoadOnCompletion()) == sorted(result["LAYERS"])


def test_two_factors_never_share_a_file(town, make_layer, tmp_path):
    point = ["Point(530100 180100)"]
    factors = [make_layer("fast/food", "Point", point), make_layer("fast food", "Point", point)]
    with pytest.raises(QgsProcessingException, match="Two rasters would be called"):
        _run({"STUDY_AREA": town.area, "FACTORS": factors, "FOLDER": str(tmp_path)})
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    "authid, block", [("EPSG:27700", 100.0), ("EPSG:2263", 328.083333), ("EPSG:2222", 328.0839895)]
)
def test_the_default_block_is_100_metres_in_any_unit(authid, block, provider):
    assert default_block(QgsCoordinateReferenceSystem(authid)) == pytest.approx(block, rel=1e-5)
