"""Places for the devices that officers carry: GeoJSON, KML and CSV, in degrees."""

from pathlib import Path

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsGeometry,
    QgsVectorFileWriter,
    QgsWkbTypes,
)

from ...rtm_plugin.errors import RtmError
from ...rtm_plugin.translation import tr
from ..fields import INTEGER, REAL, TEXT, make_fields
from ..reading.priority_places import RANK, value_of
from .tables import Table, memory_layer, no_formulas

DEVICE_COLUMNS = (
    (RANK, INTEGER),
    ("label", TEXT),
    ("area_ha", REAL),
    ("expected", REAL),
    ("observed", INTEGER),
    ("factors", TEXT),
    ("features", TEXT),
)
_DECIMALS = 7  # of a degree: a centimetre
_OPTIONS = {
    "GeoJSON": {"layerOptions": ["RFC7946=YES", f"COORDINATE_PRECISION={_DECIMALS}", "WRITE_BBOX=NO"]},
    "KML": {"datasourceOptions": ["NameField=label", "DescriptionField=factors"]},
    "CSV": {},
}


def device_row(feature):
    """Values of :data:`DEVICE_COLUMNS`."""
    values = [value_of(feature, name) for name, _ in DEVICE_COLUMNS]
    values[1] = values[1] or tr("Place {0}").format(values[0])
    return tuple(values)


def multi_polygon(feature):
    shape = QgsGeometry(feature.geometry())
    shape.convertToMultiType()
    return shape


def write_places(path, driver, places, crs, context):
    """Write the places of a PlacesRead with one of the drivers GeoJSON, KML and CSV, the last with a point in each.

    Raises :class:`RtmError` where it cannot be written.
    """
    shapes = [multi_polygon(one) for one in places.features]
    rows, kind = [device_row(one) for one in places.features], QgsWkbTypes.Type.MultiPolygon
    table = Table(make_fields(DEVICE_COLUMNS), rows, shapes.__getitem__, crs, kind)
    degrees = QgsCoordinateReferenceSystem("EPSG:4326")
    transform = QgsCoordinateTransform(crs, degrees, context.transformContext())
    if driver == "CSV":
        table = _with_positions(table, transform, no_formulas(Path(path)))
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = driver
    options.layerName = "places"
    options.fileEncoding = "UTF-8"
    options.ct = transform
    for name, value in _OPTIONS[driver].items():
        setattr(options, name, value)
    layer = memory_layer(options.layerName, table)
    error, message, *_ = QgsVectorFileWriter.writeAsVectorFormatV3(
        layer, str(path), context.transformContext(), options
    )
    if error != QgsVectorFileWriter.WriterError.NoError:
        raise RtmError(
            tr("Places '{path}' cannot be written ({message}): choose another file.").format(
                path=Path(path).name, message=message
            )
        )


def _with_positions(table, transform, plain):
    """A table without geometry, with the longitude and latitude of a point in each place."""
    rows = []
    for number, row in enumerate(table.rows):
        point = table.geometries(number).pointOnSurface()
        point.transform(transform)
        at = point.asPoint()
        rows.append((*map(plain, row), round(at.x(), _DECIMALS), round(at.y(), _DECIMALS)))
    return Table(make_fields([*DEVICE_COLUMNS, ("longitude", REAL), ("latitude", REAL)]), rows)
