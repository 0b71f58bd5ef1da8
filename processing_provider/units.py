"""Lengths in a CRS: their unit, and how true they are; the same under every version of QGIS."""

import numpy as np
from osgeo import osr
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsDistanceArea,
    QgsPointXY,
    QgsUnitTypes,
)

from ..rtm_plugin.rounding import plain_number

DEFAULT_BLOCK_METRES = 100.0
_PROBE_METRES = 100.0  # long enough for its ends to be exact, short enough to be straight under any projection


def unit_of(crs):
    """How a CRS's unit of length is written: ``m``."""
    return QgsUnitTypes.toAbbreviatedString(crs.mapUnits())


def metres_per_unit(crs):
    """The length of a CRS's unit in metres, as the CRS itself says.

    QGIS took the US survey foot for the international one before 3.40.
    """
    if crs.isGeographic():
        return QgsUnitTypes.fromUnitToUnitFactor(crs.mapUnits(), QgsUnitTypes.DistanceUnit.DistanceMeters)
    return _reference(crs).GetLinearUnits()


def is_geocentric(crs):
    """Whether coordinates are counted from the centre of the Earth, which QGIS takes for a projected CRS."""
    return bool(_reference(crs).IsGeocentric())


def _reference(crs):
    reference = osr.SpatialReference()
    reference.ImportFromWkt(crs.toWkt(QgsCoordinateReferenceSystem.WktVariant.WKT_PREFERRED_GDAL))
    return reference


def worst_scale(crs, extent):
    """Length in the map over that on the ground, where it is farthest from 1, in whatever direction.

    It is looked for at the centre and the corners of an extent; None where nothing can be measured, as in a
    local CRS that does not know where on Earth it is.
    """
    if extent.isNull() or not extent.isFinite():
        return None
    measure = QgsDistanceArea()
    measure.setSourceCrs(crs, QgsCoordinateTransformContext())
    if not measure.setEllipsoid(crs.ellipsoidAcronym()):
        return None
    west, south, east, north = extent.xMinimum(), extent.yMinimum(), extent.xMaximum(), extent.yMaximum()
    places = [extent.center(), *(QgsPointXY(x, y) for x in (west, east) for y in (south, north))]
    half = _PROBE_METRES / metres_per_unit(crs) / 2
    tensors = np.array([_metric_tensor(measure, place, half) for place in places])
    squares = np.linalg.eigvalsh(tensors[np.isfinite(tensors).all(axis=(1, 2))])
    scales = 1 / np.sqrt(squares[squares > 0])
    return float(scales[np.abs(scales - 1).argmax()]) if scales.size else None


def _metric_tensor(measure, place, half):
    """Of squares of lengths on the ground, per unit of the map: (2, 2), NaN outside the projection's domain.

    Its eigenvalues are those in the directions where the map is most and least true.
    """
    try:
        along_x, along_y, diagonal = (
            measure.measureLine(
                QgsPointXY(place.x() - x * half, place.y() - y * half),
                QgsPointXY(place.x() + x * half, place.y() + y * half),
            )
            / _PROBE_METRES
            for x, y in ((1, 0), (0, 1), (1, 1))
        )
    except QgsCsException:  # newer QGIS; older says that the length is infinite
        return np.full((2, 2), np.nan)
    mixed = (diagonal**2 - along_x**2 - along_y**2) / 2
    return np.array([[along_x**2, mixed], [mixed, along_y**2]])


def square_units_per_hectare(crs):
    return 10_000.0 / metres_per_unit(crs) ** 2


def default_block(crs):
    """100 metres in a CRS's units."""
    return DEFAULT_BLOCK_METRES / metres_per_unit(crs)


def units_of(crs):
    from ..rtm_plugin.report import Units

    return Units(unit_of(crs), metres_per_unit(crs))


def crs_words(crs):
    """What a CRS is called: its code, or its description where it has none."""
    return crs.authid() or crs.description()


def length_words(length, crs):
    """A length in a CRS's units: ``50 m``."""
    return f"{plain_number(length)} {unit_of(crs)}"
