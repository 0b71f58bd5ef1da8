"""Units of length of a CRS."""

from qgis.core import QgsUnitTypes

from ..rtm_plugin.variables.factors import plain_number


def unit_of(crs):
    """How a CRS's unit of length is written: ``m``."""
    return QgsUnitTypes.toAbbreviatedString(crs.mapUnits())


def square_units_per_hectare(crs):
    metres = QgsUnitTypes.fromUnitToUnitFactor(crs.mapUnits(), QgsUnitTypes.DistanceUnit.DistanceMeters)
    return 10_000.0 / metres**2


DEFAULT_BLOCK_METRES = 100.0


def default_block(crs):
    """100 metres in a CRS's units."""
    units = QgsUnitTypes.fromUnitToUnitFactor(QgsUnitTypes.DistanceUnit.DistanceMeters, crs.mapUnits())
    return DEFAULT_BLOCK_METRES * units


def units_of(crs):
    from ..rtm_plugin.report import Units

    to_metres = QgsUnitTypes.fromUnitToUnitFactor(crs.mapUnits(), QgsUnitTypes.DistanceUnit.DistanceMeters)
    return Units(QgsUnitTypes.toAbbreviatedString(crs.mapUnits()), to_metres)


def length_words(length, crs):
    """A length in a CRS's units: ``50 m``."""
    return f"{plain_number(length)} {QgsUnitTypes.toAbbreviatedString(crs.mapUnits())}"
