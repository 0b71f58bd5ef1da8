"""A small made-up town in memory layers, and how to run an algorithm on it."""

from types import SimpleNamespace

import pytest
from town import BARS, INCIDENTS, ROAD, SHOPS, SQUARE, X, Y, points

CRS = "EPSG:27700"


@pytest.fixture(scope="session")
def make_layer(provider):
    """Memory layer from geometries in WKT (None for a feature without one) and rows of attributes."""
    from qgis.core import QgsFeature, QgsGeometry, QgsVectorLayer

    def make(name, kind, wkts, crs=CRS, fields=(), rows=None):
        uri = f"{kind}?crs={crs}" + "".join(f"&field={field}" for field in fields)
        made = QgsVectorLayer(uri, name, "memory")
        features = []
        for number, wkt in enumerate(wkts):
            feature = QgsFeature(made.fields())
            if wkt is not None:
                feature.setGeometry(QgsGeometry.fromWkt(wkt))
            if rows is not None:
                feature.setAttributes(list(rows[number]))
            features.append(feature)
        made.dataProvider().addFeatures(features)
        made.updateExtents()
        return made

    return make


@pytest.fixture
def run(provider):
    """Run an algorithm, with its parameters as a dictionary, by key, or both; a ``log`` hears what it says."""
    import processing

    def run(algorithm, parameters=None, log=None, /, **more):
        return processing.run(algorithm, {**(parameters or {}), **more}, feedback=log)

    return run


@pytest.fixture
def run_alone(provider):
    """Run an algorithm on a project of its own: (results, project)."""
    from qgis.core import QgsApplication, QgsProcessingContext, QgsProcessingFeedback, QgsProject

    def run_alone(algorithm, **parameters):
        project = QgsProject()
        context, feedback = QgsProcessingContext(), QgsProcessingFeedback()
        context.setProject(project)
        context.setFeedback(feedback)
        algorithm = QgsApplication.processingRegistry().createAlgorithmById(algorithm)
        ok, message = algorithm.checkParameterValues(parameters, context)
        assert ok, message
        results, ok = algorithm.run(parameters, context, feedback)
        assert ok, feedback.textLog()
        said.append(feedback.textLog())
        return results, project

    said = []
    run_alone.log = lambda: said[-1]
    return run_alone


@pytest.fixture
def load_results(provider, monkeypatch):
    """What QGIS does with the results of a run that are to be loaded, as there is no window here."""
    from processing.gui import Postprocessing

    # Newer QGIS looks for the window, and refuses the stand-in of pytest-qgis.
    monkeypatch.setattr(Postprocessing, "iface", None, raising=False)
    return Postprocessing.handleAlgorithmResults


@pytest.fixture
def town(make_layer):
    """Study area, incidents around bars, and four factors: bars, shops, a road (line), a park (polygon)."""
    park = f"Polygon(({X + 300} {Y + 300}, {X + 700} {Y + 300}, {X + 700} {Y + 600}, {X + 300} {Y + 300}))"
    return SimpleNamespace(
        area=make_layer("Town", "Polygon", [SQUARE]),
        incidents=make_layer("thefts", "Point", points(INCIDENTS)),
        bars=make_layer("bars", "Point", points(BARS)),
        shops=make_layer("shops", "Point", points(SHOPS)),
        road=make_layer("road", "LineString", [ROAD]),
        park=make_layer("park", "Polygon", [park]),
    )


@pytest.fixture
def fitted(town, make_layer, tmp_path):
    """The town's model and risk terrain in files, and its factors by name, bars with their names."""
    import processing

    bars = [feature.geometry().asWkt() for feature in town.bars.getFeatures()]
    names = [[f"The {letter}"] for letter in "ABCDEFGHIJKL"]
    named = make_layer("bars", "Point", bars, fields=["Name:string"], rows=names)
    folder = tmp_path / "fitted"
    made = processing.run(
        "rtm:riskterrainmodel",
        {
            "STUDY_AREA": town.area,
            "INCIDENTS": town.incidents,
            "FACTORS": [named, town.shops, town.road, town.park],
            "RISK_TERRAIN": str(folder / "risk.tif"),
            "MODEL": str(folder / "model.json"),
        },
    )
    factors = {"bars": named, "shops": town.shops, "road": town.road, "park": town.park}
    return SimpleNamespace(
        model=made["MODEL"], terrain=made["RISK_TERRAIN"], factors=factors, numbers=made, folder=folder
    )
