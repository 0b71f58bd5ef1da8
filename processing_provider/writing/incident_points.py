"""Blocks of incidents as point features."""

from qgis.core import NULL, QgsFeature, QgsGeometry, QgsPointXY
from qgis.PyQt.QtCore import QDate

from ..fields import DATE, INTEGER, TEXT

FIELDS = (
    ("id", TEXT),
    ("date", DATE),
    ("hour", INTEGER),
    ("type", TEXT),
    ("source_file", TEXT),
    ("source_row", INTEGER),
)


class PointSink:
    """Puts blocks of incidents into the sink, and knows their dates."""

    def __init__(self, sink, fields):
        self._sink, self._fields = sink, fields
        self.n_written = 0
        self.first_date = self.last_date = None

    def write(self, block):
        for (x, y), key, day, hour, kind, row in zip(
            block.xy.tolist(), block.ids, block.dates, block.hours, block.types, block.rows
        ):
            feature = QgsFeature(self._fields)
            feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(x, y)))
            date = NULL if day is None else QDate(day.year, day.month, day.day)
            feature.setAttributes([_value(key), date, _value(hour), _value(kind), block.file, row])
            self._sink.add(feature)
        self.n_written += len(block.xy)
        days = [day for day in (*block.dates, self.first_date, self.last_date) if day is not None]
        if days:
            self.first_date, self.last_date = min(days), max(days)


def _value(value):
    return NULL if value is None else value
