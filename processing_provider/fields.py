"""Attribute fields under every supported QGIS: QVariant's types before 3.38, QMetaType's from then on."""

from qgis.core import Qgis, QgsField, QgsFields

from ..rtm_plugin.errors import RtmError
from ..rtm_plugin.translation import tr

if Qgis.QGIS_VERSION_INT >= 33800:
    from qgis.PyQt.QtCore import QMetaType

    INTEGER, REAL, TEXT, TRUTH, DATE = (
        QMetaType.Type.LongLong,
        QMetaType.Type.Double,
        QMetaType.Type.QString,
        QMetaType.Type.Bool,
        QMetaType.Type.QDate,
    )
    _MANY = (QMetaType.Type.QVariantList, QMetaType.Type.QStringList, QMetaType.Type.QVariantMap)
else:
    from qgis.PyQt.QtCore import QVariant

    INTEGER, REAL, TEXT, TRUTH, DATE = (
        QVariant.LongLong,
        QVariant.Double,
        QVariant.String,
        QVariant.Bool,
        QVariant.Date,
    )
    _MANY = (QVariant.List, QVariant.StringList, QVariant.Map)


_NUMBERS = ("fid", "ogc_fid")  # in which GeoPackages and GDAL number features


def make_fields(pairs):
    """QgsFields of (name, type) pairs, the types being INTEGER, REAL, TEXT, TRUTH or DATE of this module."""
    fields = QgsFields()
    for name, kind in pairs:
        fields.append(QgsField(name, kind))
    return fields


def check_single(layer, field):
    """Raise :class:`RtmError` where a field of a layer holds lists: which of its values would count?"""
    if field.type() in _MANY:
        raise RtmError(
            tr(
                "The field '{field}' of layer '{layer}' holds lists: choose one with a single value in each row."
            ).format(field=field.name(), layer=layer)
        )


def copied_fields(fields, left_out, progress):
    """Fields for a copy of a layer, and the columns that they come from.

    A field in which a GeoPackage has numbered its features is left out: the copy has numbers of its own. Most formats
    take names that differ by letter case only for the same: the later ones are renamed, with a warning.

    Parameters
    ----------
    fields : QgsFields
    left_out : container of str
        Names, in small letters, that the copy keeps for itself.
    progress : Progress
    """
    copied, columns = QgsFields(), []
    taken = {field.name().casefold() for field in fields}
    for column, field in enumerate(fields):
        name = field.name()
        if name.casefold() in (*_NUMBERS, *left_out):
            continue
        if copied.lookupField(name) >= 0:
            numbered = (f"{name}_{number}" for number in range(2, len(fields) + 2))
            field = QgsField(field)
            field.setName(next(one for one in numbered if one.casefold() not in taken))
            taken.add(field.name().casefold())
            progress.warn(
                tr(
                    "The field '{name}' differs from another one by letter case only: it is called '{new}' here."
                ).format(name=name, new=field.name())
            )
        copied.append(field)
        columns.append(column)
    return copied, columns
