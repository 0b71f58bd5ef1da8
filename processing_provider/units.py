"""Units of length of a CRS, the same under every version of QGIS."""

from osgeo import osr
from qgis.core import QgsCoordinateReferenceSystem, QgsUnitTypes

from ..rtm_plugin.rounding import plain_number

DEFAULT_BLOCK_METRES = 100.0


def unit_of(crs):
    """How a CRS's unit of length is written: ``m``."""
    return QgsUnitTypes.toAbbreviatedString(crs.mapUnits())


def metres_per_unit(crs):
    """The length of a CRS's unit in metres, as the CRS itself says.

    QGIS took the US survey foot for the international one before 3.40.
    """
    if crs.isGeographic():
        return QgsUnitTypes.fromUnitToUnitFactor(crs.mapUnits(), QgsUnitTypes.DistanceUnit.DistanceMeters)
    reference = osr.SpatialReference()
    reference.ImportFromWkt(crs.toWkt(QgsCoordinateReferenceSystem.WktVariant.WKT_PREFERRED_GDAL))
    return reference.GetLinearUnits()


def square_units_per_hectare(crs):
    return 10_000.0 / metres_per_unit(crs) ** 2


def default_block(crs):
    """100 metres in a CRS's units."""
    return DEFAULT_BLOCK_METRES / metres_per_unit(crs)


def units_of(crs):
    from ..rtm_plugin.report import Units

    return Units(unit_of(crs), metres_per_unit(crs))


def length_words(length, crs):
    """A length in a CRS's units: ``50 m``."""
    return f"{plain_number(length)} {unit_of(crs)}"
