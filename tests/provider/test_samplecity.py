"""The sample city as a GeoPackage."""

import pytest
from qgis.core import (
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProject,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import Qt

from risk_terrain_modelling.rtm_plugin import sample_city


@pytest.fixture(scope="module")
def written(provider, tmp_path_factory):
    """(city as arrays, results of the algorithm, its context) for seed 3."""
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    path = tmp_path_factory.mktemp("sample city") / "city.gpkg"
    algorithm = provider.algorithm("samplecity").create()
    results, ok = algorithm.run({"SEED": 3, "OUTPUT": str(path)}, context, QgsProcessingFeedback())
    assert ok
    return sample_city.build_city(3), results, context


def test_every_layer_is_readable_and_complete(written):
    city, results, _ = written
    for expected in city.layers:
        layer = QgsVectorLayer(f"{results['OUTPUT']}|layername={expected.name}", expected.name, "ogr")
        assert layer.isValid(), expected.name
        assert layer.crs().authid() == sample_city.CRS
        assert layer.featureCount() == expected.shapes.n_features
        features = list(layer.getFeatures())
        assert all(feature.geometry().isGeosValid() for feature in features)
        for field, values in expected.attributes.items():
            assert [feature[field] for feature in features] == list(values)
    points = [feature.geometry().asPoint() for feature in features_of(results["INCIDENTS_PERIOD_1"])]
    expected = [tuple(xy) for xy in city.incidents[0].shapes.vertices.tolist()]
    assert [(point.x(), point.y()) for point in points] == expected


def features_of(uri):
    layer = QgsVectorLayer(uri, "layer", "ogr")
    return list(layer.getFeatures())


def test_outputs_can_feed_the_model(written):
    city, results, _ = written
    assert [uri.split("layername=")[1] for uri in results["FACTORS"]] == [layer.name for layer in city.factors]
    assert results["N_FACTORS"] == len(city.factors)
    assert results["N_INCIDENTS_PERIOD_2"] == city.incidents[1].shapes.n_features
    protective = [effect.factor for effect in sample_city.TRUTH if effect.direction == "protective"]
    assert results["FACTOR_SETTINGS"].split(",")[::5] == protective


def test_layers_are_loaded_where_there_is_a_project(written):
    city, _, context = written
    details = context.layersToLoadOnCompletion()
    assert sorted(uri.split("layername=")[1] for uri in details) == sorted(layer.name for layer in city.layers)


def test_kinds_of_places_differ_in_shape_and_colour_wherever_the_file_is_opened(written):
    _, results, _ = written
    looks = {}
    for uri in (*results["FACTORS"], results["INCIDENTS_PERIOD_1"], results["STUDY_AREA"]):
        layer = QgsVectorLayer(uri, "opened elsewhere", "ogr")
        looks[uri.split("layername=")[1]] = layer.renderer().symbol().symbolLayer(0).clone()
    assert looks.pop("study_area").brushStyle() == Qt.BrushStyle.NoBrush
    assert looks["incidents_period_1"].size() < min(looks[name].size() for name in ("bars", "bus_stops", "churches"))
    assert len({look.color().name() for look in looks.values()}) == len(looks)
    markers = [look for look in looks.values() if look.layerType() == "SimpleMarker" and look.size() > 1]
    assert len({look.shape() for look in markers}) == len(markers) == 7


def test_help_states_the_truth(provider):
    text = provider.algorithm("samplecity").shortHelpString()
    for effect in sample_city.TRUTH:
        assert f"{effect.factor} (" in text
    for name in sample_city.NULL_FACTORS:
        assert name in text


def test_a_file_that_is_no_geopackage_is_refused(provider, tmp_path):
    algorithm = provider.algorithm("samplecity").create()
    parameters = {"SEED": 1, "OUTPUT": str(tmp_path / "city.shp")}
    context = QgsProcessingContext()
    ok, message = algorithm.checkParameterValues(parameters, context)
    assert not ok
    assert ".gpkg" in message
    with pytest.raises(QgsProcessingException, match="gpkg"):
        algorithm.run(parameters, context, QgsProcessingFeedback(), catchExceptions=False)
    assert not list(tmp_path.iterdir())
