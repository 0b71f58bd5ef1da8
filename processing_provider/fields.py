"""Attribute fields under every supported QGIS: QVariant's types before 3.38, QMetaType's from then on."""

from qgis.core import Qgis, QgsField, QgsFields

if Qgis.QGIS_VERSION_INT >= 33800:
    from qgis.PyQt.QtCore import QMetaType

    INTEGER, REAL, TEXT, TRUTH, DATE = (
        QMetaType.Type.LongLong,
        QMetaType.Type.Double,
        QMetaType.Type.QString,
        QMetaType.Type.Bool,
        QMetaType.Type.QDate,
    )
else:
    from qgis.PyQt.QtCore import QVariant

    INTEGER, REAL, TEXT, TRUTH, DATE = (
        QVariant.LongLong,
        QVariant.Double,
        QVariant.String,
        QVariant.Bool,
        QVariant.Date,
    )


def make_fields(pairs):
    """QgsFields of (name, type) pairs, the types being INTEGER, REAL, TEXT, TRUTH or DATE of this module."""
    fields = QgsFields()
    for name, kind in pairs:
        fields.append(QgsField(name, kind))
    return fields
