"""A small made-up town in a GeoPackage, written with GDAL alone: no QGIS but the one that is tested."""

import numpy as np
import pytest
from osgeo import ogr, osr

X, Y, SIDE = 530000.0, 180000.0, 2000.0
TYPES = {"Point": ogr.wkbPoint, "LineString": ogr.wkbLineString, "Polygon": ogr.wkbPolygon}


def write_layer(path, name, kind, wkts, epsg=27700):
    """Add a layer to a GeoPackage, geometries given in WKT (None for a feature without one)."""
    driver = ogr.GetDriverByName("GPKG")
    data = driver.Open(str(path), 1) if path.exists() else driver.CreateDataSource(str(path))
    crs = None
    if epsg is not None:
        crs = osr.SpatialReference()
        crs.ImportFromEPSG(epsg)
        crs.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    made = data.CreateLayer(name, crs, TYPES[kind])
    for wkt in wkts:
        feature = ogr.Feature(made.GetLayerDefn())
        if wkt is not None:
            feature.SetGeometry(ogr.CreateGeometryFromWkt(wkt))
        made.CreateFeature(feature)
    made.SyncToDisk()


def points(xy):
    return [f"POINT ({x} {y})" for x, y in np.asarray(xy).tolist()]


@pytest.fixture(scope="session")
def town(tmp_path_factory):
    """A function from a layer's name to its source; bars have an effect, shops have none."""
    path = tmp_path_factory.mktemp("town") / "small town.gpkg"
    rng = np.random.RandomState(7)

    def inside(n):
        return np.column_stack([X + rng.uniform(100, SIDE - 100, n), Y + rng.uniform(100, SIDE - 100, n)])

    bars, shops = inside(12), inside(25)
    near_bars = np.repeat(bars, 40, axis=0) + rng.normal(0, 50, (480, 2))
    incidents = np.clip(np.vstack([near_bars, inside(150)]), (X + 1, Y + 1), (X + SIDE - 1, Y + SIDE - 1))
    square = f"POLYGON (({X} {Y}, {X + SIDE} {Y}, {X + SIDE} {Y + SIDE}, {X} {Y + SIDE}, {X} {Y}))"
    bow_tie = f"POLYGON (({X} {Y}, {X + 200} {Y + 200}, {X + 200} {Y}, {X} {Y + 200}, {X} {Y}))"
    line = f"LINESTRING ({X} {Y + 700}, {X + SIDE} {Y + 900})"
    for name, kind, wkts, epsg in (
        ("town", "Polygon", [square], 27700),
        ("thefts", "Point", points(incidents), 27700),
        ("bars", "Point", points(bars), 27700),
        ("shops", "Point", points(shops), 27700),
        ("road", "LineString", [line], 27700),
        ("parks", "Polygon", [bow_tie, None], 27700),
        ("far", "Point", ["POINT (560000 180000)"], 27700),
        ("town in degrees", "Polygon", ["POLYGON ((-0.2 51.5, -0.1 51.5, -0.1 51.6, -0.2 51.5))"], 4326),
        ("no thefts", "Point", [], 27700),
        ("holes", "Point", [*points(bars), None, None], 27700),
    ):
        write_layer(path, name, kind, wkts, epsg)
    return lambda name: f"{path}|layername={name}"
