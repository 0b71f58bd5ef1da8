"""A small made-up town in a GeoPackage, written with GDAL alone: no QGIS but the one that is tested."""

import pytest
from osgeo import ogr, osr
from town import BARS, INCIDENTS, ROAD, SHOPS, SQUARE, X, Y, points

ogr.UseExceptions()
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


@pytest.fixture(scope="session")
def town(tmp_path_factory):
    """A function from a layer's name to its source; bars have an effect, shops have none."""
    path = tmp_path_factory.mktemp("town") / "small town.gpkg"
    bow_tie = f"POLYGON (({X} {Y}, {X + 200} {Y + 200}, {X + 200} {Y}, {X} {Y + 200}, {X} {Y}))"
    for name, kind, wkts, epsg in (
        ("town", "Polygon", [SQUARE], 27700),
        ("thefts", "Point", points(INCIDENTS), 27700),
        ("bars", "Point", points(BARS), 27700),
        ("shops", "Point", points(SHOPS), 27700),
        ("road", "LineString", [ROAD], 27700),
        ("parks", "Polygon", [bow_tie, None], 27700),
        ("far", "Point", ["POINT (560000 180000)"], 27700),
        ("town in degrees", "Polygon", ["POLYGON ((-0.2 51.5, -0.1 51.5, -0.1 51.6, -0.2 51.5))"], 4326),
        ("no thefts", "Point", [], 27700),
        ("holes", "Point", [*points(BARS), None, None], 27700),
    ):
        write_layer(path, name, kind, wkts, epsg)
    return lambda name: f"{path}|layername={name}"
